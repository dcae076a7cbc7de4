import {
  Composer,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
  type CST,
  type Document,
  type ParsedNode,
} from 'yaml';
import {
  findingOf,
  makeFinding,
  type ArgumentsOf,
  type Code,
  type Finding,
  type Place,
  type Said,
} from '../findings/finding.ts';

const limits = { characters: 1_000_000, tokens: 200_000, depth: 40 } as const;

/** A YAML text with what is needed to point into it. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly root: ParsedNode | null;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  /** What stands behind `#`, and where. */
  readonly comments: readonly { readonly at: number; readonly text: string }[];
}

export interface Refused {
  readonly findings: readonly Finding[];
}

/** One YAML 1.2 document, within limits; JSON is YAML too. */
export function readSource(text: string, file: string): Source | Refused {
  if (text.length > limits.characters)
    return refused('answers-too-large', { file }, { count: text.length, most: limits.characters, what: 'characters' });
  const lines = new LineCounter();
  const at = (offset: number): Place => ({ file, ...position(lines, offset) });
  const tokens = tokensOf(text, lines);
  const mark = /^<{7} /m.exec(text);
  if (mark) return refused('yaml-conflict', at(mark.index), {});
  if ('code' in tokens) return { findings: [findingOf(tokens, 'error', at(tokens.offset))] };
  const options = {
    schema: 'core',
    resolveKnownTags: false,
    merge: false,
    uniqueKeys: false,
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
  } as const;
  const [document, second] = new Composer(options).compose(tokens, true, text.length);
  const [error] = document?.errors ?? [];
  if (!document) throw new Error('a text has one document at least');
  if (error) return refused('yaml-syntax', at(error.pos[0]), { problem: firstLine(error.message) });
  if (second) return refused('yaml-documents', at(second.contents?.range[0] ?? second.range[0]), {});
  return { file, text, root: document.contents, document, lines, comments: commentsIn(tokens) };
}

export function position(lines: LineCounter, offset: number): { readonly line: number; readonly column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

type TooMuch = Said & { readonly offset: number };

/** The parser's own stack shows how deep a text is, before anything recurses into it. */
function tokensOf(text: string, lines: LineCounter): CST.Token[] | TooMuch {
  const tokens: CST.Token[] = [];
  const parser = new Parser(lines.addNewLine);
  let count = 0;
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    count += 1;
    if (parser.stack.length > limits.depth)
      return { code: 'yaml-depth', offset: parser.offset, args: { most: limits.depth } };
    if (count > limits.tokens)
      return { code: 'answers-too-large', offset: parser.offset, args: { count, most: limits.tokens, what: 'parts' } };
  }
  tokens.push(...parser.end());
  return tokens;
}

function commentsIn(tokens: unknown): Source['comments'] {
  if (typeof tokens !== 'object' || tokens === null) return [];
  const { type, offset, source } = tokens as Partial<CST.SourceToken>;
  if (type === 'comment') return [{ at: offset ?? 0, text: source ?? '' }];
  return Object.values(tokens).flatMap(commentsIn);
}

function refused<C extends Code>(code: C, where: Place, args: ArgumentsOf<C>): Refused {
  return { findings: [makeFinding(code, 'error', args, where)] };
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/[.:]$/, '');
}

export interface Spot {
  /** Start of the key; nothing for the root and for list items. */
  readonly key?: number;
  readonly keyEnd?: number;
  /** Start of the value, where it has text. */
  readonly value?: number;
  readonly node: ParsedNode | null;
  /** True where the whole path is there. */
  readonly whole: boolean;
}

/** The node at a path, or the last one on the way to it. */
export function spotOf(root: ParsedNode | null, path: readonly PropertyKey[]): Spot {
  let spot: Spot = { node: root, whole: true, ...(root ? { value: root.range[0] } : {}) };
  for (const key of path) {
    const next = below(spot.node, String(key));
    if (!next) return { ...spot, whole: false };
    spot = next;
  }
  return spot;
}

function below(node: ParsedNode | null, name: string): Spot | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(name)];
    return item && { node: item, value: item.range[0], whole: true };
  }
  const pair = isMap(node)
    ? node.items.findLast((one) => isScalar(one.key) && String(one.key.value) === name)
    : undefined;
  if (!pair || !isScalar(pair.key)) return undefined;
  const { value } = pair;
  const start = value && value.range[0] < value.range[1] && !isBlock(value) ? { value: value.range[0] } : {};
  const [key, keyEnd] = pair.key.range ?? [0, 0];
  return { key, keyEnd, ...start, node: value, whole: true };
}

export function isBlock(node: unknown): boolean {
  return (isMap(node) || isSeq(node)) && node.flow !== true;
}

export function isFlow(node: unknown): boolean {
  return (isMap(node) || isSeq(node)) && node.flow === true;
}
