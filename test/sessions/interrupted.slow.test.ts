import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { folder } from '../cli/run.ts';
import { allDefaults, machineDefaults } from '../generators/all-defaults.ts';
import { inTerminal, keys, type Pty } from '../generators/pty.ts';

const { enter, down, interrupt, clear } = keys;

const long = { timeout: 300_000 };

it('a person who is interrupted in the interview and in avm clarify answers nothing twice', long, async () => {
  const at = await folder();
  const cache = await folder();
  const env = { XDG_CACHE_HOME: cache.path };
  const kept = (): Promise<string[]> => readdir(cache.getPath('create-avm/answers'));
  const create = (): Pty => inTerminal('create-avm', ['demo', '--no-check', '--no-git'], at.path, env);

  const first = create();
  await first.when('What do you want to build?', enter);
  await first.when('Name of the workload', `${clear}wages${enter}`);
  await first.when('Description', interrupt);
  await first.when('Your answers are kept. Run the same command again to continue.');
  expect(await first.exit).toBe(130);

  const second = create();
  await second.when('Take over its 2 answers and continue?', enter);
  await second.when('What do you want to build? Windows VM workload');
  await second.when('Name of the workload: wages');
  await second.when('Description', enter);
  await second.when('Environments', interrupt);
  expect(await second.exit).toBe(130);
  expect(await readdir(at.path)).toEqual([]);

  const third = create();
  await third.when('Take over its 3 answers and continue?', enter);
  await allDefaults(third, 2);
  await machineDefaults(third);
  await third.when('Create this workspace?', enter);
  await third.when('files in demo');
  expect(await third.exit).toBe(0);
  const [, summary = ''] = /\nSummary\s([^]*?)Create this workspace/.exec(third.screen()) ?? [];
  expect(summary).toContain('OPS-017 (Alert receivers) is noncompliant');
  expect(summary).not.toContain('avm ');
  expect(await at.readFile('demo/avm.yaml', 'utf8')).toContain('name: wages');
  expect(await kept()).toEqual([]);

  const clarify = (): Pty => inTerminal('avm', ['clarify', '--today', '2026-11-25'], at.getPath('demo'), env);
  const before = await at.readFile('demo/avm.yaml', 'utf8');
  const asked = clarify();
  await asked.when('password in dev?', enter);
  await asked.when('password in test?', interrupt);
  await asked.when('Your answers are kept.');
  expect(await asked.exit).toBe(130);
  expect(await at.readFile('demo/avm.yaml', 'utf8')).toBe(before);

  const resumed = clarify();
  await resumed.when('Take over its 1 answer and continue?', enter);
  await resumed.when('password in dev? keep kv-wages-dev-ops');
  await resumed.when('password in test?', down.repeat(4) + enter);
  await resumed.when('password in dev? → kv-wages-dev-ops');
  await resumed.when('Write the answers?', enter);
  await resumed.when('open questions left.');
  expect(await resumed.exit).toBe(0);
  expect(await at.readFile('demo/avm.yaml', 'utf8')).toContain('Q-001:');
  expect(await kept()).toEqual([]);
});
