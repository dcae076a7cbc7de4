import { describe, expect, it } from 'vitest';
import { readCase } from '../cases/cases.ts';
import { record, type Answers, type Run } from '../support/recording-az.ts';
import { toolPath } from '../support/tools.ts';

const pwsh = toolPath('pwsh');
const subscription = '11111111-2222-3333-4444-555555555555';
const principal = 'aaaaaaaa-2222-3333-4444-555555555555';
const files = Object.fromEntries((readCase('defaults').generated.files ?? []).map(({ path, text }) => [path, text]));

const commands = [
  ['bash', 'deploy/bootstrap-vault.sh', '--environment', 'dev', '--subscription', subscription],
  [
    pwsh ?? '',
    '-NoProfile',
    '-File',
    'deploy/bootstrap-vault.ps1',
    '-Environment',
    'dev',
    '-Subscription',
    subscription,
  ],
];

const nothing: Answers = [
  ['ad signed-in-user show', '', `${principal}\n`],
  ['group exists', '', 'false\n'],
  ['keyvault create', '', '/subscriptions/x/vaults/kv\n'],
];
const everything: Answers = [
  ['group exists', '', 'true\n'],
  ['keyvault list', '', '/subscriptions/x/vaults/kv\n'],
  ['keyvault secret list', '', 'vm-administrator-password\n'],
  ...nothing,
];

/** The same from both shells. */
async function both(answers: Answers, failAt = 0): Promise<Run> {
  const [one, other] = await Promise.all(commands.map((command) => record(files, command, { answers, failAt })));
  if (!one || !other) throw new Error('no run');
  expect(other.calls, other.errors).toEqual(one.calls);
  expect(other.bodies).toEqual(one.bodies);
  expect(other.code, other.errors).toBe(one.code);
  return one;
}

const verbsOf = ({ calls }: Run): readonly string[] =>
  calls.map((call) =>
    call
      .slice(
        0,
        call.findIndex((word) => word.startsWith('-')),
      )
      .join(' '),
  );

describe.skipIf(pwsh === null)('deploy/bootstrap-vault.sh and .ps1', () => {
  it('create the group, the vault, the permission, and the secret, whose value is no argument', async () => {
    const run = await both(nothing);
    expect(run.code, run.errors).toBe(0);
    expect(verbsOf(run)).toEqual([
      'ad signed-in-user show',
      'group exists',
      'rest',
      'keyvault list',
      'keyvault create',
      'role assignment create',
      'keyvault secret list',
      'keyvault secret set',
    ]);
    expect(run.calls.at(-1)).toContain('--file');
    expect(run.calls.at(-1)).not.toContain('--value');
  });

  it('leave what exists as it is', async () => {
    const run = await both(everything);
    expect(run.code, run.errors).toBe(0);
    expect(verbsOf(run).filter((verb) => /^rest|keyvault create|secret set/.test(verb))).toEqual([]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('stop when call %i fails', async (failAt) => {
    const run = await both(nothing, failAt);
    expect([run.code, run.calls.length]).toEqual([1, failAt]);
  });
});
