import type { Declared } from '../../../avm-catalog/constitution/solution.ts';
import { readDeclarations, type Declaration } from '../../bicep/declarations.ts';

/** The declarations of main.bicep, each with the reason that the nearest of its comments gives for not being a module. */
export function declarationsOf(text: string): readonly Declared[] {
  return readDeclarations(text.split(/\r\n|\n|\r/)).map((one) => ({ ...one, exception: exceptionOf(one) }));
}

function exceptionOf({ comments }: Declaration): string {
  const reason = /^\s*\/\/\s*(?:Native resource|No AVM module|Not a module):\s*(\S.*)$/;
  const reasons = comments.flatMap(({ text }) => reason.exec(text)?.[1] ?? []);
  return reasons.at(-1) ?? '';
}
