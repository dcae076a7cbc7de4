import { describe, expect, it } from 'vitest';
import { avm, workspace } from '../cli/run.ts';
import { commandLines, looseMentions, type CommandLine } from './parts.ts';

/** What a reader puts in; the rest of a command line is as it stands. */
const example: Readonly<Record<string, string>> = {
  'path=value': 'lock=CanNotDelete',
  'add component': 'add internal-load-balancer',
  '{{ inputs.depth }}': 'interface',
};

/** A machine without a compiler is a finding of doctor, and an open question one of clarify: no fault of the line. */
const ends: Readonly<Record<string, readonly number[]>> = { doctor: [0, 1], clarify: [0, 1] };

function filledIn({ argv }: CommandLine): readonly string[] {
  const line = Object.entries(example).reduce((text, [word, value]) => text.replace(word, value), argv.join(' '));
  return line.split(' ');
}

const lines = [...new Map(commandLines().map((one) => [filledIn(one).join(' '), one])).values()];

describe('what the parts for Spec Kit tell agents to run', () => {
  it('is said through the package that has avm: another one is called that', () => {
    expect(lines.length).toBeGreaterThan(8);
    expect(looseMentions()).toEqual([]);
  });

  it.each(lines.map((one) => [filledIn(one).join(' '), one] as const))('avm %s', async (_, line) => {
    const { cwd } = await workspace();
    const [command = '', ...rest] = filledIn(line);
    // The compiler has its own tests; here the line itself is tried.
    const depth = command === 'check' && !rest.includes('--depth') ? ['--depth', 'interface'] : [];
    const ran = await avm({ cwd }, command, ...rest, ...depth);
    expect(ends[command] ?? [0], ran.err).toContain(ran.code);
    expect(ran.out).not.toBe('');
    if (rest.includes('--json')) JSON.parse(ran.out);
  });

  it('ends as it is said: what to do for a finding, nothing written, no such id', async () => {
    const { cwd, file } = await workspace();
    const before = await file('main.bicep');
    const broken = await avm({ cwd }, 'set', 'justInTime.enabled=false');
    expect(broken).toMatchObject({ code: 1, err: expect.stringMatching(/SEC-005[\s\S]*\n {4}To fix it, /) as string });
    expect(await file('main.bicep')).toBe(before);
    expect(await avm({ cwd }, 'set', 'nothing')).toMatchObject({ code: 2 });
    expect(await avm({ cwd }, 'trace', 'SEC-999')).toMatchObject({ code: 2 });
    expect(await avm({ cwd }, 'trace', 'nowhere.bicep:1')).toMatchObject({ code: 2 });
  });
});
