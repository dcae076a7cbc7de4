import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCase } from '../cases/cases.ts';
import { generated } from '../plan/support.ts';
import { record, type Answers, type Recorded, type Run } from '../support/recording-az.ts';
import { toolPath } from '../support/tools.ts';

const pwsh = toolPath('pwsh');
const subscription = '11111111-2222-3333-4444-555555555555';
const group = 'rg-legacyapp-dev-we-001';
const groupId = `/subscriptions/${subscription}/resourceGroups/${group}`;

const textsOf = (files: readonly { readonly path: string; readonly text: string }[] = []) =>
  Object.fromEntries(files.map(({ path, text }) => [path, text]));
const workspace = textsOf(readCase('everything-on').generated.files);
const stack = textsOf(
  generated({ spec: { deploymentScripts: { method: 'stack', denySettings: 'denyDelete' } } }).files,
);

interface Environment {
  readonly providers: readonly string[];
  readonly resources: readonly { readonly type: string; readonly name: string }[];
}
const dev = JSON.parse(workspace['deploy/environments.json'] ?? '') as {
  environments: { dev: Environment };
  providers: string[];
};
const lines = (...all: readonly (readonly string[] | string)[]): string =>
  all.map((one) => `${typeof one === 'string' ? one : one.join('\t')}\n`).join('');

const rows = dev.environments.dev.resources.map(({ type, name }) => {
  const real = name.replaceAll('?', 'a');
  return [type, real, `${groupId}/providers/${type}/${real}`] as const;
});
const created = rows.filter(([type]) => type !== 'Microsoft.Compute/disks').map(([, , id]) => id);
const vm = `${groupId}/providers/Microsoft.Compute/virtualMachines/vm-legacyapp-dev-we-001`;

/** What az answers about an environment in which everything is as it should be. */
const healthy: Answers = [
  ['account show', '', 'Enabled\n'],
  ['provider list', '', lines(...dev.providers)],
  ['feature show', '', 'Registered\n'],
  ['resource show', 'enabledForTemplateDeployment', 'true\n'],
  ['resource show', 'publicNetworkAccess', 'Disabled\n'],
  ['resource show', '', 'found\n'],
  ['group exists', '', 'true\n'],
  ['vm list-skus', '', lines(['standardFamily', '2', '1 2 3', ''])],
  ['vm list-usage', '', lines(['cores', '2', '10'], ['standardFamily', '0', '2'])],
  ['rest', 'permissions', lines(['*', ''])],
  ['rest', 'deploymentStacks', 'succeeded\n'],
  ['keyvault list-deleted', '', lines('kv-of-others')],
  [
    'resource list',
    'managedBy',
    lines(...created.map((id) => [id, '']), [`${groupId}/providers/Microsoft.Compute/disks/os`, vm]),
  ],
  ['resource list', 'RecoveryServices', 'rsv-legacyapp-dev-we-001\n'],
  ['resource list', '', lines(...rows)],
  ['deployment group list', '', 'main-dev\n'],
  ['deployment group show', 'outputResources', lines(...created)],
  ['deployment group show', '', 'Succeeded\n'],
  ['monitor log-analytics workspace show', '', 'workspace-id\n'],
  ['monitor log-analytics query', '', '42\n'],
  ['backup item list', 'AzureIaasVM', lines(['vm-legacyapp-dev-we-001', 'Protected'])],
];

const words = (
  verb: string,
  options: readonly (readonly [bash: string, powershell: string, value?: string])[] = [],
) => {
  const all = [
    ['--environment', '-Environment', 'dev'],
    ['--subscription', '-Subscription', subscription],
    ['--resource-group', '-ResourceGroup', group],
    ...options,
  ] as const;
  const of = (index: 0 | 1) => all.flatMap((one) => [one[index], ...(one[2] === undefined ? [] : [one[2]])]);
  return {
    bash: ['bash', 'deploy/deploy.sh', verb, ...of(0)],
    powershell: [pwsh ?? '', '-NoProfile', '-File', 'deploy/deploy.ps1', verb, ...of(1)],
  };
};

/** The same from both shells: calls, exit code, and what is said of problems. */
async function both(
  verb: string,
  recorded: Recorded,
  { files = workspace, options = [] as Parameters<typeof words>[1] } = {},
): Promise<Run> {
  const commands = words(verb, options);
  const [one, other] = [
    await record(files, commands.bash, recorded),
    await record(files, commands.powershell, recorded),
  ];
  expect(other.calls).toEqual(one.calls);
  expect(other.code, other.errors).toBe(one.code);
  expect(other.output.split('\n').toSorted().join('\n').trim()).toBe(
    said(one).split('\n').toSorted().join('\n').trim(),
  );
  return one;
}

/** The one sentence that names a command of the shell. */
const said = ({ output }: Run): string =>
  output
    .replace('bash deploy/deploy.sh verify --', 'pwsh deploy/deploy.ps1 verify -')
    .replace('-environment dev', '-Environment dev');

const named = (run: Run): readonly string[] =>
  run.calls.map((call) =>
    call
      .slice(
        0,
        call.findIndex((word) => word.startsWith('-')),
      )
      .join(' '),
  );

describe.skipIf(pwsh === null)('deploy/deploy.sh and deploy/deploy.ps1', () => {
  it.each(['preflight', 'verify'])('%s finds nothing where everything is in order', async (verb) => {
    const run = await both(verb, { answers: healthy });
    expect(run.errors).toBe('');
    expect(run.code, run.output).toBe(0);
    expect(run.calls.length).toBeGreaterThan(6);
    expect(run.output.trim().split('\n')).toHaveLength(1);
    for (const call of run.calls.filter(([first]) => first !== 'rest' && first !== 'monitor'))
      expect(call.join(' ')).toMatch(new RegExp(`--subscription ${subscription}|/subscriptions/${subscription}/`));
  });

  it.each([
    ['preflight', 'account show', 'Disabled\n', /has the state Disabled/],
    ['preflight', 'provider list', 'Microsoft.Compute\n', /Microsoft\.KeyVault isn't registered: az provider register/],
    ['preflight', 'feature show', 'NotRegistered\n', /EncryptionAtHost isn't registered/],
    ['preflight', 'group exists', 'false\n', /doesn't exist/],
    [
      'preflight',
      'rest',
      `Microsoft.Network/*\t\n*/read\t\n`,
      /You lack the permission Microsoft\.Compute\/virtualMachines\/write/,
    ],
    [
      'preflight',
      'rest',
      '*\tMicrosoft.Authorization/*/Write\n',
      /You lack the permission Microsoft\.Authorization\/locks\/write/,
    ],
    [
      'preflight',
      'keyvault list-deleted',
      'kv-legacyapp-dev-abcdef\n',
      /Azure keeps the deleted key vault kv-legacyapp-dev-abcdef/,
    ],
    ['preflight', 'resource show', 'false\n', /doesn't let deployments read secrets/],
    ['preflight', 'deployment group list', '', /exists, and main-dev was never deployed/],
    ['verify', 'deployment group show', 'Failed\n', /has the state Failed/],
    ['verify', 'resource list', '', /vm-legacyapp-dev-we-001 \(Microsoft\.Compute\/virtualMachines\) is missing/],
    ['verify', 'resource show', 'Enabled\n', /is reachable from public networks: publicNetworkAccess is Enabled/],
    ['verify', 'monitor log-analytics query', '0\n', /No logs arrived in log-legacyapp-dev-we-001/],
    ['verify', 'backup item list', 'another\tProtected\n', /vm-legacyapp-dev-we-001 has no backup/],
  ])('%s says what is wrong with the answer to az %s', async (verb, command, answer, problem) => {
    const run = await both(verb, { answers: [[command, '', answer], ...healthy] });
    expect(run.output).toMatch(problem);
    expect(run.code).toBe(1);
  });

  it.each([
    ['', /VM size Standard_B2s_v2 isn't available to this subscription in westeurope/, lines(['cores', '2', '10'])],
    [lines(['standardFamily', '2', '2 3', '']), /isn't available to this subscription in zone 1/, ''],
    [lines(['standardFamily', '2', '1 2 3', '1']), /isn't available to this subscription in zone 1/, ''],
    [
      lines(['standardFamily', '4', '1 2 3', '']),
      /Quota standardFamily has 2 vCPUs left in westeurope, and vm-\S+ needs 4/,
      '',
    ],
  ])('preflight compares the size of a VM that does not exist with the region: %j', async (sku, problem) => {
    const answers: Answers = [['vm list-skus', '', sku], ['resource list', '', ''], ...healthy];
    const run = await both('preflight', { answers });
    expect(run.output).toMatch(problem);
    expect(run.code).toBe(1);
  });

  it.each([
    ['without a verb', [], 2],
    [
      'of another environment',
      ['verify', '--environment', 'production', '--subscription', subscription, '--resource-group', group],
      2,
    ],
    ['without a subscription', ['verify', '--environment', 'dev', '--resource-group', group], 2],
    [
      'with a resource group that is code',
      ['verify', '--environment', 'dev', '--subscription', subscription, '--resource-group', 'rg$(id)'],
      2,
    ],
    [
      'with a digest that is none',
      ['deploy', '--environment', 'dev', '--subscription', subscription, '--resource-group', group, '--digest', 'x'],
      2,
    ],
  ])('refuses a call %s, and asks Azure nothing', async (_, args, code) => {
    const inPowerShell = args.map((word) =>
      word.startsWith('--') ? `-${word.slice(2).replace('resource-group', 'ResourceGroup')}` : word,
    );
    for (const command of [
      ['bash', 'deploy/deploy.sh', ...args],
      [pwsh ?? '', '-NoProfile', '-File', 'deploy/deploy.ps1', ...inPowerShell],
    ]) {
      const run = await record(workspace, command, { answers: healthy });
      expect(run.code, command.join(' ')).toBe(code);
      expect(run.errors).toContain('Usage:');
      expect(run.calls).toEqual([]);
    }
  });
});

describe.skipIf(pwsh === null)('destroy', () => {
  const answers: Answers = [['backup item list', '', ''], ['lock list', '', ''], ...healthy];
  const yes = [['--yes-destroy', '-YesDestroy', 'dev']] as const;

  it('deletes the resource group, and says what stays', async () => {
    const run = await both(
      'destroy',
      { answers: [['keyvault list-deleted', '', 'kv-legacyapp-dev-abcdef\n'], ...answers] },
      { options: yes },
    );
    expect(run.code, run.errors).toBe(0);
    expect(named(run)).toContain('az group delete'.slice(3));
    expect(run.output).toContain('Azure keeps the deleted key vault kv-legacyapp-dev-abcdef');
    expect(run.output).toContain('Key vault kv-legacyapp-dev-ops, which has secrets of the environment, stays.');
  });

  it('deletes a stack with its resources, and no resource group', async () => {
    const run = await both('destroy', { answers }, { options: yes, files: stack });
    expect(run.code, run.errors).toBe(0);
    expect(named(run)).toContain('stack group delete');
    expect(named(run)).not.toContain('group delete');
  });

  it.each([
    ['a lock', [['lock list', '', `${vm}/providers/Microsoft.Authorization/locks/l\n`]], /these locks protect it/],
    ['a backup', [['backup item list', '', 'VM;vm-legacyapp-dev-we-001\n']], /has backups/],
    [
      'a resource of others',
      [['resource list', 'managedBy', lines([`${groupId}/providers/Microsoft.Sql/servers/sql-of-others`, ''])]],
      /sql-of-others/,
    ],
  ] as const)('deletes nothing where there is %s', async (_, more, why) => {
    const run = await both('destroy', { answers: [...(more as unknown as Answers), ...answers] }, { options: yes });
    expect(run.code).toBe(1);
    expect(run.errors).toMatch(why);
    expect(named(run).filter((one) => one.endsWith('delete'))).toEqual([]);
  });

  it.each([
    ['the name', 'dev\n', 0],
    ['another name', 'prod\n', 1],
    ['nothing', '', 1],
  ])('asks for the name of the environment: %s', async (_, input, code) => {
    const run = await both('destroy', { answers, input });
    expect(run.code).toBe(code);
    expect(named(run).includes('group delete')).toBe(code === 0);
  });
});

describe.skipIf(pwsh === null)('a call of az that fails', () => {
  const writes = /^(?:group delete|stack group (?:create|delete)|deployment group create)$/;
  const options = { destroy: [['--yes-destroy', '-YesDestroy', 'dev']] } as const;
  const answers: Answers = [
    ['backup item list', 'AzureIaasVM', lines(['vm-legacyapp-dev-we-001', 'Protected'])],
    ['backup item list', '', ''],
    ...healthy,
  ];

  it.each(['preflight', 'verify', 'destroy'] as const)('is named by %s, which ends with 1', async (verb) => {
    const given = verb === 'destroy' ? { options: options.destroy } : {};
    const whole = await record(workspace, words(verb, given.options).bash, { answers });
    expect(whole.code, whole.output + whole.errors).toBe(0);
    for (let failAt = 1; failAt <= whole.calls.length; failAt++) {
      const run = await both(verb, { answers, failAt }, given);
      const failed = named(whole)[failAt - 1] ?? '';
      expect(run.code, failed).toBe(1);
      expect(run.output + run.errors, failed).toContain(`az ${failed} failed`);
      expect(verb === 'destroy' ? run.calls.length : failAt).toBe(failAt);
      expect(
        named(run)
          .slice(failAt)
          .filter((one) => writes.test(one)),
      ).toEqual([]);
    }
  });
});

describe.skipIf(pwsh === null)('a plan', () => {
  const avm = `#!/usr/bin/env bash\nexec "${process.execPath}" "${fileURLToPath(new URL('../../dist/avm-bin.cjs', import.meta.url))}" "$@"\n`;
  const change = (name: string): string =>
    JSON.stringify({
      status: 'Succeeded',
      changes: [
        {
          resourceId: `${groupId}/providers/Microsoft.Network/natGateways/${name}`,
          changeType: 'Create',
          after: { location: 'westeurope', name, type: 'Microsoft.Network/natGateways' },
        },
      ],
    });
  const answersOf = (result: string): Answers => [
    ['deployment group what-if', '', result],
    ['stack-whatif', '', result],
    ...healthy,
  ];
  const programs = { avm };
  const digestOf = (run: Run): string =>
    /^Digest: ([0-9a-f]{64})$/m.exec(run.output)?.[1] ?? `none: ${run.output}${run.errors}`;

  it('is applied if it is the approved one, and refused if it moved', async () => {
    const planned = await both('plan', { answers: answersOf(change('ng')), programs });
    expect(planned.code, planned.errors).toBe(0);
    const digest = digestOf(planned);
    const approved = { options: [['--digest', '-Digest', digest]] } as const;
    const applied = await both('deploy', { answers: answersOf(change('ng')), programs }, approved);
    expect(applied.code, applied.errors).toBe(0);
    expect(named(applied)).toEqual([
      'bicep build',
      'bicep build-params',
      'deployment group what-if',
      'deployment group create',
    ]);
    const moved = await both('deploy', { answers: answersOf(change('other')), programs }, approved);
    expect(moved.code).toBe(1);
    expect(moved.errors).toContain('refused, because the plan is no longer the approved one');
    expect(named(moved)).not.toContain('deployment group create');
  });

  it('says that nothing changes, and applies nothing', async () => {
    const nothing = JSON.stringify({
      status: 'Succeeded',
      changes: [{ resourceId: vm, changeType: 'NoChange', before: {}, after: {} }],
    });
    const planned = await both('plan', { answers: answersOf(nothing), programs });
    const approved = { options: [['--digest', '-Digest', digestOf(planned)]] } as const;
    const run = await both('deploy', { answers: answersOf(nothing), programs }, approved);
    expect(run.code, run.errors).toBe(0);
    expect(run.output).toContain('Nothing changes in dev.');
    expect(named(run)).not.toContain('deployment group create');
  });

  it.each([
    ['deployment', workspace, 'deployment group what-if'],
    ['stack', stack, 'stack-whatif group create'],
  ])('stops at each call of az that fails: %s', async (_, files, preview) => {
    const approved = { files, options: [['--digest', '-Digest', '0'.repeat(64)]] } as const;
    const before = ['bicep build', 'bicep build-params', preview];
    for (const [index, failed] of before.entries()) {
      const run = await both('deploy', { answers: healthy, programs, failAt: index + 1 }, approved);
      expect(run.code).toBe(1);
      expect(named(run)).toEqual(before.slice(0, index + 1));
      expect(run.errors).toContain(`stopped, because az ${failed} failed`);
      // The identity that plans has no permission to write.
      expect(run.calls.at(-1)?.join(' ').includes(' --validation-level ProviderNoRbac ')).toBe(failed === preview);
    }
  });
});
