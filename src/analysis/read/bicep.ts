import { idsIn, linesOf } from '../text.ts';

interface CodeLine {
  readonly text: string;
  readonly line: number;
}

/** A declaration of a Bicep file or of a parameter file. */
export interface BicepDeclaration {
  readonly kind: string;
  readonly name: string;
  readonly line: number;
  /** What stands in quotes behind the symbol of a module or a resource. */
  readonly source: string;
  readonly isExisting: boolean;
  /** Comments above it. */
  readonly comments: readonly CodeLine[];
  readonly ids: readonly string[];
  readonly isDescribed: boolean;
  /** Its lines, decorators among them; comments and empty lines are left out. */
  readonly code: readonly CodeLine[];
}

export interface BicepText {
  readonly path: string;
  readonly lines: readonly string[];
  readonly declarations: readonly BicepDeclaration[];
}

const headPattern = /^(param|var|module|resource|output|type|func) ([A-Za-z_]\w*)(?: '([^']*)')?/;

/** Reads any text as Bicep, as far as the passes need it: one declaration after the other, each with what is above it. */
export function readBicep(path: string, text: string): BicepText {
  const lines = linesOf(text);
  const declarations: (BicepDeclaration & { code: CodeLine[] })[] = [];
  let above: readonly CodeLine[] = [];
  let open: (typeof declarations)[number] | undefined;
  lines.forEach((line, index) => {
    if (line === '') return;
    const here = { text: line, line: index + 1 };
    const isInside = ' \t}])'.includes(line.charAt(0));
    const head = isInside ? null : headPattern.exec(line);
    if (head) {
      open = declaration(head, here, above);
      declarations.push(open);
      above = [];
    } else if (open && isInside) {
      if (!isComment(line)) open.code.push(here);
    } else {
      open = undefined;
      above = isInside ? further(above, here) : begun(above, here);
    }
    if (open === undefined && lines[index + 1] === '' && !above.some((one) => one.text.startsWith('@'))) above = [];
  });
  return { path, lines, declarations };
}

function declaration(
  [, kind = '', name = '', source = '']: RegExpExecArray,
  here: CodeLine,
  above: readonly CodeLine[],
): BicepDeclaration & { code: CodeLine[] } {
  const comments = above.filter((one) => isComment(one.text));
  const describing = above.filter((one) => one.text.startsWith('@description('));
  return {
    kind,
    name,
    line: here.line,
    source,
    isExisting: /^\S+ \S+ '[^']*' existing\b/.test(here.text),
    comments,
    ids: [...comments, ...describing].flatMap((one) => idsIn(one.text)),
    isDescribed: describing.some((one) => !/^@description\('\s*'\)/.test(one.text)),
    code: [...above.filter((one) => !isComment(one.text)), here],
  };
}

/** Comments and decorators; anything else at the beginning of a line begins anew. */
function begun(above: readonly CodeLine[], here: CodeLine): readonly CodeLine[] {
  return isComment(here.text) || '@#'.includes(here.text.charAt(0)) ? [...above, here] : [];
}

/** The further lines of a decorator. */
function further(above: readonly CodeLine[], here: CodeLine): readonly CodeLine[] {
  return above.length === 0 ? above : [...above, here];
}

const isComment = (line: string): boolean => line.trimStart().startsWith('//');
