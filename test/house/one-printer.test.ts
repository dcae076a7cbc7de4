import { expect, it } from 'vitest';
import { linesWith } from './sources.ts';

/** Everything a person sees in a terminal goes through `printed` of src/cli/shared/terminal.ts; a spinner’s text through `plain`. */
it('only the terminal writes to the streams of the process', () => {
  const found = linesWith(/process\.(stdout|stderr)|\bconsole\.|\b(stdout|stderr)\.write/, [
    'src/cli/shared/terminal.ts',
  ]);
  expect(found.map((line) => line.replace(/:\d+:/, ':'))).toEqual([
    // Of a Node that is too old to load a terminal; it says two versions.
    'src/cli/program/old-node.ts: process.stderr.write(',
    'src/cli/shared/progress.ts: const spinner = yoctoSpinner({ stream: process.stderr });',
  ]);
});

it('JSON is written by printEnvelope, SARIF and schemas by themselves, all by jsonText, which leaves nothing unseen', () => {
  const inCommands = (pattern: RegExp): readonly string[] =>
    linesWith(pattern).filter((line) => line.startsWith('src/cli'));
  expect(inCommands(/out\(\s*JSON\.stringify|JSON\.stringify\(.*null, 2\)/)).toEqual([]);
  expect(inCommands(/jsonText\(/).map((line) => line.replace(/:\d+:/, ':'))).toEqual([
    'src/cli/schema/schema.ts: out(jsonText(envelopeSchema));',
    'src/cli/shared/envelope.ts: out(jsonText(document));',
    'src/cli/shared/sarif-text.ts: return jsonText(log);',
  ]);
});
