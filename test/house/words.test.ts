import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Texts that keep to the words. To be added, each when it does: templates, src, generators, avm-catalog. */
const clean = [
  'README.md',
  'AGENTS.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'docs',
  'spec-kit',
  '.changeset',
  'templates',
  'src',
  'generators',
  'avm-catalog',
];

/** Generated, or the words of others. */
const left = /^avm-catalog\/modules\/data\/|\/LICENSE$|\.json$/;

/** Words that no text has, code included, with the ones to use instead. */
const everywhere: readonly (readonly [RegExp, string])[] = [
  [/\bheld against|\bhold(s|ing)? (it |them )?(over|against)/i, 'compared with, evaluated against'],
  [/\bcomes? to\b/i, 'resolves to, is'],
  [/\bof one.s own/i, 'custom'],
  [/\bby whose leave|\banswers? for it\b/i, 'approved by'],
  [/\bthe machine\b|(?<!virtual )\bmachines\b/i, 'VM, virtual machine; computer'],
  [/\b(exists? )?beforehand\b/i, 'existing, prerequisite'],
  [/\bwho(so)?ever\b/i, 'you, or the person by role'],
  [/\banew\b/i, 'again; recreate'],
  [/\btold of\b|\bin trouble\b/i, 'notified of; unhealthy'],
  [/\bway (in|out)\b/i, 'administrative access, outbound access'],
  [/\bstands? (in|at|on|where|there|beside|below|above)\b/i, 'is in, is'],
  [/\bto be had\b/i, 'available'],
  [/\bis there for\b/i, 'is for, implements'],
  [/\bmend(s|ed|ing)?\b/i, 'fix'],
  [
    /\borganis|\blicence|centres?\b|\bcolour|\bbehaviour|\bfavour|\bcatalogue\b|\blabelled\b|\bcancell(ed|ing)\b/i,
    'US spelling',
  ],
  [
    /\b\w{3,}(al|or|ct|ni|ri|mi|gni|ol|er|ur)is(e|es|ed|ing|ation)\b(?<!\b(rais|prais|precis|promis|premis|exercis|otherwis|likewis|enterpris|compris|surpris|advis|revis|supervis|superviz|arise)\w*)/i,
    'US spelling: -ize',
  ],
  [/\banalys(e|ed|es|ing)\b(?!\.)|\bwhilst\b|\b(mis)?spelt\b|\blearnt\b/i, 'US spelling'],
];

/** Words that prose does not have; they are parts of names in code. */
const inProse: readonly (readonly [RegExp, string])[] = [
  [/\bpictures?\b/i, 'diagram'],
  [/\bwish(es)?\b/i, 'recommendation'],
  [/\b(made|done|written|edited|changed) by hand\b/i, 'edited'],
  [/\b(rules?|requirements?|bicep) of (your|their|its) own\b/i, 'custom'],
  [/\b(runs?|ran) out\b/i, 'expires'],
  [/\bput off\b/i, 'deferred'],
  [/\b(takes?|taken|took) (it |them )?(out|back)\b(?! (put|up))/i, 'remove, revert'],
  [/\bceilings?\b/i, 'limit'],
  [/\bdepths? of proof\b/i, 'validation level'],
  [/\bpure rooms?\b|\bestates?\b|\brules of the house\b/i, 'layer, predicted resources, conventions'],
];

const files = clean.flatMap((path) => (statSync(join(root, path)).isDirectory() ? below(path) : [path]));

function below(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
    .filter((path) => !left.test(path))
    .toSorted();
}

/** `path:line: word (instead)` of every word that is replaced. */
function wordsIn(path: string, text: string): readonly string[] {
  const isProse = /\.md(\.hbs)?$/.test(path);
  let fenced = false;
  return text.split('\n').flatMap((line, index) => {
    if (line.startsWith('```')) fenced = !fenced;
    const said = saidBy(path, line);
    const prose = isProse && !fenced ? said.replaceAll(/`[^`]*`|\S*\/\S*/g, '') : '';
    const found = [...wordsOf(said, everywhere), ...wordsOf(prose, inProse)];
    return found.map((word) => `${path}:${index + 1}: ${word}`);
  });
}

/** What a line says to a person: without addresses and expressions, and of code its comments and texts alone. */
function saidBy(path: string, line: string): string {
  // A function of GitHub has its own spelling.
  const text = line.replaceAll(/https?:\/\/[^\s)]+|\bcancelled\(\)|\$?\{\{?[^{}]*\}\}?/g, '');
  if (!path.endsWith('.ts')) return text;
  // Names of others' rules and types, and sources, are as others write them.
  if (/^\s*('Microsoft\.|elsewhere|policy|psrule|import|export .* from)\b|Source: /.test(text)) return '';
  const parts = text.match(/^\s*(?:\/?\*.*)$|\/\/.*$|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`/g) ?? [];
  return parts
    .filter((part) => part.includes(' '))
    .join(' ')
    .replaceAll(/[\w.-]+\/[\w./-]*/g, '');
}

function wordsOf(line: string, words: readonly (readonly [RegExp, string])[]): readonly string[] {
  return words.flatMap(([pattern, instead]) => {
    const [word] = pattern.exec(line) ?? [];
    return word === undefined ? [] : [`${word} → ${instead}`];
  });
}

describe('the words of the project', () => {
  it('are those that its writing convention names', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(files.flatMap((path) => wordsIn(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });

  it('are told from others', () => {
    const found = (line: string): number => wordsIn('page.md', line).length;
    expect(found('Each is held against the rules of the organisation.')).toBe(2);
    expect(found('The picture shows the machine, whoever deploys it.')).toBe(3);
    expect(found('Rules of your own are normalised; a waiver runs out.')).toBe(3);
    expect(
      found('See [pricing](https://example.com/virtual-machines/) of otherwise revised virtual machine sizes.'),
    ).toBe(0);
  });
});
