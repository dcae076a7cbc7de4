import type { Answers } from '../answers/answers.ts';
import type { Terminal } from './terminal.ts';
import type { Rendering } from './workspace.ts';
export async function askForWorkspace(_t: Terminal, _d: string | undefined, _i: boolean): Promise<{ folder: string; answers: Answers }> { throw new Error('x'); }
export async function askForComponent(_t: Terminal, _o: { what: string | undefined; environment: string | undefined }): Promise<NonNullable<Rendering['edit']>> { throw new Error('x'); }
