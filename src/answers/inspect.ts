import { isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { Finding, FindingArguments } from '../findings/finding.ts';
import { plain, unseenCharacter } from './characters.ts';
import { looksSecret, namesSecret } from '../../avm-catalog/kernel/secrets.ts';
import { position, spotOf, type Source } from './source.ts';

type Path = readonly string[];
type Say = (code: string, at: number, path: Path, args?: FindingArguments) => void;

const refusedKeys: readonly string[] = ['__proto__', 'constructor', 'prototype'];
const usualTags = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
);
/** After one of these the text does not mean what it seems to, and is read no further. */
const stops = new Set(['key-refused', 'key-twice', 'yaml-alias', 'yaml-tag']);

/** What no answer may hold, whatever the schema says of it. */
export function inspect({ file, root, lines, comments }: Source): {
  readonly findings: readonly Finding[];
  readonly stop: boolean;
} {
  const findings: Finding[] = [];
  const say: Say = (code, at, path, args = {}) => {
    const where = {
      file,
      ...position(lines, at),
      ...(path.length > 0 && { answer: path.join('.') }),
      ...environmentOf(path),
    };
    findings.push({ code, severity: 'error', where, ids: code === 'secret-refused' ? ['SEC-012'] : [], args });
  };
  const declared = new Set(declaredPaths(root));
  visit(root, [], (code, at, path, args) => {
    if (code !== 'secret-refused' || !declared.has(path.join('.'))) say(code, at, path, args);
  });
  for (const comment of comments)
    text(comment.text, comment.at, [], (code, at, path, args) => say(code, at, path, { ...args, part: 'comment' }));
  return { findings, stop: findings.some((one) => stops.has(one.code)) };
}

/** Paths that a person says hold no secret, each with a reason. */
function declaredPaths(root: ParsedNode | null): readonly string[] {
  const { node, whole } = spotOf(root, ['notSecrets']);
  return whole && isMap(node) ? node.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : [])) : [];
}

export function environmentOf(path: readonly PropertyKey[]): { readonly environment?: string } {
  return path[0] === 'environments' && path[1] !== undefined ? { environment: String(path[1]) } : {};
}

function visit(node: ParsedNode | null, path: Path, say: Say): void {
  if (!node) return;
  const start = node.range[0];
  if (isAlias(node)) say('yaml-alias', start, path, { alias: plain(node.source) });
  else if (node.tag !== undefined && !usualTags.has(node.tag)) say('yaml-tag', start, path, { tag: plain(node.tag) });
  else if (isScalar(node) && typeof node.value === 'string') text(node.value, start, path, say);
  else if (isSeq(node)) node.items.forEach((item, index) => visit(item, [...path, String(index)], say));
  else if (isMap(node)) pairs(node.items, path, say);
}

function pairs(items: readonly { readonly key: unknown; readonly value: unknown }[], path: Path, say: Say): void {
  const seen = new Set<string>();
  for (const { key, value } of items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    const at = key.range?.[0] ?? 0;
    const own = [...path, name];
    if (refusedKeys.includes(name)) say('key-refused', at, path, { key: name });
    if (seen.has(name)) say('key-twice', at, own, { key: plain(name) });
    seen.add(name);
    text(name, at, [...path, plain(name)], say);
    if (path.at(-1) === 'tags' && namesSecret(name))
      say('secret-refused', at, own, { key: name, what: `the key ${name} names a secret` });
    visit(value as ParsedNode | null, own, say);
  }
}

function text(value: string, at: number, path: Path, say: Say): void {
  const secret = looksSecret(value);
  const unseen = unseenCharacter(value);
  if (secret !== undefined)
    say('secret-refused', at, path, { key: path.at(-1) ?? '', what: `this looks like ${secret}` });
  else if (unseen !== undefined) say('text-unseen', at, path, { character: unseen });
}
