import { readDeclarations, type Declaration } from '../../bicep/declarations.ts';
import { idsIn, linesOf } from '../text.ts';

export interface BicepText {
  readonly path: string;
  readonly lines: readonly string[];
  readonly declarations: readonly Declaration[];
}

/** Reads any text as Bicep. */
export function readBicep(path: string, text: string): BicepText {
  const lines = linesOf(text);
  return { path, lines, declarations: readDeclarations(lines) };
}

/** Ids that its comments and its description name. */
export function idsOf(declaration: Declaration): readonly string[] {
  return [...declaration.comments, ...(descriptionOf(declaration) ?? [])].flatMap(({ text }) => idsIn(text));
}

export function isDescribed(declaration: Declaration): boolean {
  return descriptionOf(declaration) !== undefined;
}

function descriptionOf({ decorators }: Declaration): Declaration['code'] | undefined {
  return decorators.find(([first]) => /^\s*@(?:sys\.)?description\((?!'\s*'\))/.test(first?.text ?? ''));
}
