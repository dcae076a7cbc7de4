import { Scanner } from './scan.ts';

/** What a Bicep text imports from: `import { lockType } from 'shared/types.bicep'`. */
export function importsIn(text: string): readonly string[] {
  const scanner = new Scanner();
  const code = text.split(/\r\n|\n|\r/).map((line) => scanner.uncommented(line));
  return [...code.join('\n').matchAll(/^[ \t]*import\b[^']*?\bfrom\s+'([^'\n]+)'/gm)].map(([, source = '']) => source);
}

/** Whether a reference leads to a file beside, rather than to a registry or a template spec. */
export function isLocal(source: string): boolean {
  return source !== '' && !/^(?:br|ts)[:/]/.test(source);
}

/** The path of a local reference inside the workspace; undefined where it leads out of it. */
export function pathFrom(file: string, source: string): string | undefined {
  const parts = file.split('/').slice(0, -1);
  for (const part of source.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
