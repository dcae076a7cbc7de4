import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { generate } from '../../src/files/generate.ts';
import { answersWith, catalog } from '../plan/support.ts';
import { record, type Answers } from '../support/recording-az.ts';
import { toolPath } from '../support/tools.ts';

const pwsh = toolPath('pwsh');
const subscription = '11111111-2222-3333-4444-555555555555';
const group = 'rg-payroll-dev';
const avm = `#!/usr/bin/env bash\nexec "${process.execPath}" "${fileURLToPath(new URL('../../dist/avm-bin.cjs', import.meta.url))}" "$@"\n`;

const answers = answersWith({ constitution: { rules: { 'OPS-031': 'must' } } });
const avmYaml = stringify(answers);
const files = {
  ...Object.fromEntries((generate(answers, avmYaml, catalog).files ?? []).map(({ path, text }) => [path, text])),
  'avm.yaml': avmYaml,
};

/** az answers what-if with the deletion of a resource. */
function deleting(name: string): Answers {
  const resourceId = `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Network/natGateways/${name}`;
  const change = { resourceId, changeType: 'Delete', before: { location: 'westeurope', name }, after: null };
  return [['deployment group what-if', '', JSON.stringify({ status: 'Succeeded', changes: [change] })]];
}

const shells = [
  [
    'Bash',
    ['bash', 'deploy/deploy.sh'],
    ['--environment', 'dev', '--subscription', subscription, '--resource-group', group],
    '--digest',
  ],
  [
    'PowerShell',
    [pwsh ?? '', '-NoProfile', '-File', 'deploy/deploy.ps1'],
    ['-Environment', 'dev', '-Subscription', subscription, '-ResourceGroup', group],
    '-Digest',
  ],
] as const;

describe.skipIf(pwsh === null).each(shells)('a deletion that a MUST forbids, in %s', (_, script, target, option) => {
  const run = (verb: string, answers: Answers, more: readonly string[] = []) =>
    record(files, [...script, verb, ...target, ...more], { answers, programs: { avm } });
  const applied = (calls: readonly (readonly string[])[]): boolean =>
    calls.some((call) => call.slice(0, 3).join(' ') === 'deployment group create');

  it('is refused at plan, applied with its digest, and refused with another', async () => {
    const planned = await run('plan', deleting('ng'));
    expect(planned.code).toBe(1);
    expect(planned.output).toContain('OPS-031');
    expect(planned.errors).toContain('the policy refuses this plan');
    const digest = /^Digest: ([0-9a-f]{64})$/m.exec(planned.output)?.[1] ?? `none: ${planned.output}${planned.errors}`;

    const approved = await run('deploy', deleting('ng'), [option, digest]);
    expect(approved.code, approved.output + approved.errors).toBe(0);
    expect(applied(approved.calls)).toBe(true);

    const moved = await run('deploy', deleting('another'), [option, digest]);
    expect(moved.code).toBe(1);
    expect(moved.errors).toContain('refused, because the plan is no longer the approved one');
    expect(applied(moved.calls)).toBe(false);

    const other = await run('deploy', deleting('ng'), [option, 'f'.repeat(64)]);
    expect(other.code).toBe(1);
    expect(applied(other.calls)).toBe(false);
  });
});
