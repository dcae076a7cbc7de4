import { describe, expect, it } from 'vitest';
import { folder } from '../cli/run.ts';
import { inTerminal, keys } from '../generators/pty.ts';
import { pages } from './pages.ts';

const [, recording = ''] = /^The session below.*?^```text\n(.*?)^```$/ms.exec(pages.get('README.md') ?? '') ?? [];

describe('the session in README.md', () => {
  it('is what a person sees who accepts every proposal', async () => {
    const at = await folder();
    const terminal = inTerminal('create-avm', ['payroll', '--no-check'], at.path, { NO_COLOR: '1' });
    const state = { ended: false };
    void terminal.exit.then(() => (state.ended = true));
    for (let before = ''; !state.ended;) {
      await new Promise((done) => setTimeout(done, 400));
      // Only a question leaves the screen as it is.
      if (terminal.screen() === before && before !== '') await terminal.when('', keys.enter);
      before = terminal.screen();
    }
    expect(await terminal.exit).toBe(0);
    const lines = recording.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    let from = 0;
    for (const line of lines) {
      const found = terminal.screen().indexOf(line, from);
      expect(found, `${line}\n${terminal.screen().slice(-4000)}`).toBeGreaterThan(-1);
      from = found;
    }
  });
});
