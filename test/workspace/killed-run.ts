import { recoverWorkspace } from '../../src/workspace/recover.ts';
import { newFiles, oldFiles, write } from './workspaces.ts';

/** Run as a process of its own: `commit-old|commit-new|recover ROOT N` dies at step N as if the power failed. */
const [, , task, root = '', fatal] = process.argv;
let steps = 0;
const onStep = (): void => {
  steps += 1;
  if (steps === Number(fatal)) process.kill(process.pid, 'SIGKILL');
};
if (task === 'recover') recoverWorkspace(root, onStep);
else write(root, task === 'commit-old' ? oldFiles : newFiles, { onStep });
