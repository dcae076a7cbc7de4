import type { Declared } from '../../../avm-catalog/constitution/solution.ts';

const head = /^\s*(param|var|resource|module|output)\s+([A-Za-z_]\w*)(?:\s+'((?:[^'\\]|\\.)*)'(?:\s+(existing)\b)?)?/;
const exception = /^\s*\/\/\s*Not a module:\s*(\S.*)$/;
/** What may stand between a comment and the declaration it is about. */
const attached = /^\s*(\/\/|@|#disable-next-line\b)/;

/** The declarations of a Bicep file, whoever wrote it; a text that looks like one inside of strings and comments is none. */
export function readDeclarations(text: string): readonly Declared[] {
  const lines = text.split(/\r?\n/);
  return [...openLines(text)].flatMap((index) => {
    const [, kind, name, is = '', existing] = head.exec(lines[index] ?? '') ?? [];
    if (kind === undefined || name === undefined) return [];
    const isTyped = kind === 'resource' || kind === 'module';
    return [
      {
        kind: kind as Declared['kind'],
        name,
        line: index + 1,
        is: isTyped ? is : '',
        existing: existing !== undefined,
        exception: isTyped ? exceptionAbove(lines, index) : '',
      },
    ];
  });
}

function exceptionAbove(lines: readonly string[], index: number): string {
  for (let at = index - 1; attached.test(lines[at] ?? ''); at -= 1) {
    const [, why] = exception.exec(lines[at] ?? '') ?? [];
    if (why !== undefined) return why;
  }
  return '';
}

/** Indexes of the lines that begin outside of every bracket, string and comment. */
function openLines(text: string): ReadonlySet<number> {
  const found = new Set<number>([0]);
  let line = 0;
  // Brackets that are open; `'` is a string, which holds code again after `${`.
  const open: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const here = text.charAt(at);
    if (here === '\n') {
      line += 1;
      // A string of one quote ends with its line, whatever is missing.
      while (open.at(-1) === "'") open.pop();
      if (open.length === 0) found.add(line);
    } else if (open.at(-1) === "'") at += inString(text, at, open);
    else {
      const end = skipped(text, at);
      if (end > at) {
        line += text.slice(at, end).split('\n').length - 1;
        at = end - 1;
      } else if ('([{'.includes(here)) open.push(here);
      else if (')]}'.includes(here)) open.pop();
      else if (here === "'") open.push(here);
    }
  }
  return found;
}

/** Characters of a string to go on by, beyond the one that is read. */
function inString(text: string, at: number, open: string[]): number {
  if (text.charAt(at) === '\\') return 1;
  if (text.charAt(at) === "'") open.pop();
  if (!text.startsWith('${', at)) return 0;
  open.push('${');
  return 1;
}

/** Where a comment or a string of several lines ends; the same place where none begins. */
function skipped(text: string, at: number): number {
  const until = (mark: string, from: number): number => {
    const end = text.indexOf(mark, from);
    return end === -1 ? text.length : end;
  };
  if (text.startsWith('//', at)) return until('\n', at);
  if (text.startsWith('/*', at)) return until('*/', at) + 2;
  if (text.startsWith("'''", at)) return until("'''", at + 3) + 3;
  return at;
}
