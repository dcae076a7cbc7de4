import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionType } from 'node-plop';
import { formatted } from './format.ts';

/** A change to a text that is there; it throws where it does not find its place. */
export interface FileEdit {
  readonly path: string;
  readonly change: (text: string) => string;
}

/** A file from a template beside the generator; what is TypeScript is formatted. */
export function addFile(root: string, path: string, templateFile: string, data: object): ActionType {
  return {
    type: 'add',
    path,
    templateFile: join(root, 'generators/contribute', templateFile),
    data,
    ...(path.endsWith('.ts') ? { transform: (text: string) => formatted(root, path, text) } : {}),
  };
}

/** Edits as actions. Each is tried first, so that nothing is written where one of them finds no place. */
export function editFiles(root: string, edits: readonly FileEdit[]): readonly ActionType[] {
  for (const { path, change } of edits) change(readFileSync(join(root, path), 'utf8'));
  return edits.map(({ path, change }) => ({
    type: 'modify',
    path,
    transform: (text: string) => formatted(root, path, change(text)),
  }));
}
