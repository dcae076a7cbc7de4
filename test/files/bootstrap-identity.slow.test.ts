import { describe, expect, it } from 'vitest';
import { readCase } from '../cases/cases.ts';
import { generated } from '../plan/support.ts';
import { record, type Answers, type Run } from '../support/recording-az.ts';
import { toolPath } from '../support/tools.ts';

const pwsh = toolPath('pwsh');
const subscription = '11111111-2222-3333-4444-555555555555';
const group = 'rg-legacyapp-dev-we-001';
const principal = 'aaaaaaaa-2222-3333-4444-555555555555';
const client = 'cccccccc-2222-3333-4444-555555555555';
const issuer = 'https://token.actions.githubusercontent.com';

const textsOf = (files: readonly { readonly path: string; readonly text: string }[] = []) =>
  Object.fromEntries(files.map(({ path, text }) => [path, text]));
const workspace = textsOf(readCase('everything-on').generated.files);
const stack = textsOf(generated({ spec: { deploymentScripts: { method: 'stack' } } }).files);

const prefix = 'repo:octo-org@1/octo-repo@2';
const gh = (answer: string): string => `#!/usr/bin/env bash\n[[ $1 == api ]] && printf '%s' '${answer}'\n`;
const nothing: Answers = [
  ['group exists', group, 'true\n'],
  ['group exists', '', 'false\n'],
  ['account show', '', 'tttttttt-2222-3333-4444-555555555555\n'],
  ['identity show', '', `${principal}\n${client}\n`],
];
/** All that a first run creates. */
const everything: Answers = [
  ['group exists', '', 'true\n'],
  ['identity list', '', 'found\n'],
  ['identity federated-credential list', '-deploy', `${issuer}\t${prefix}:environment:dev\n`],
  ['identity federated-credential list', '-plan', `${issuer}\t${prefix}:environment:dev-plan\n`],
  ...nothing,
];

const where = [
  ['--environment', '-Environment', 'dev'],
  ['--subscription', '-Subscription', subscription],
  ['--resource-group', '-ResourceGroup', group],
  ['--identity-group', '-IdentityGroup', 'rg-identities'],
] as const;
const github = [...where, ['--github', '-Github', 'octo-org/octo-repo']] as const;
const devops = [
  ...where,
  ['--issuer', '-Issuer', 'https://login.microsoftonline.com/tenant/v2.0'],
  ['--subject', '-Subject', 'sc://org/my project/dev'],
  ['--plan-subject', '-PlanSubject', 'sc://org/my project/dev-plan'],
] as const;
type Options = readonly (readonly [bash: string, powershell: string, value: string])[];

const commandsOf = (options: Options) => [
  ['bash', 'deploy/bootstrap-identity.sh', ...options.flatMap(([name, , value]) => [name, value])],
  [
    pwsh ?? '',
    '-NoProfile',
    '-File',
    'deploy/bootstrap-identity.ps1',
    ...options.flatMap(([, name, value]) => [name, value]),
  ],
];

/** The same from both shells. */
async function both(options: Options, answers: Answers, { files = workspace, failAt = 0, prefixed = prefix } = {}) {
  const [one, other] = await Promise.all(
    commandsOf(options).map((command) => record(files, command, { answers, failAt, programs: { gh: gh(prefixed) } })),
  );
  if (!one || !other) throw new Error('no run');
  expect(other.calls, other.errors).toEqual(one.calls);
  expect(other.bodies).toEqual(one.bodies);
  expect(other.code, other.errors).toBe(one.code);
  expect(other.output.trim()).toBe(one.output.trim());
  return one;
}

const named = ({ calls }: Run): readonly string[] => calls.map((call) => call.join(' '));
const creations = (run: Run): readonly string[] =>
  named(run).filter((call) => /^\S+(?: \S+){0,2} create |--method put/.test(call));
const rolesOf = (run: Run): readonly string[] =>
  run.calls.flatMap((call) =>
    call.join(' ').startsWith('role assignment create') ? [call[call.indexOf('--role') + 1] ?? ''] : [],
  );

describe.skipIf(pwsh === null)('deploy/bootstrap-identity.sh and .ps1', () => {
  it('create two identities with their credentials, and say what to set in GitHub', async () => {
    const run = await both(github, nothing);
    expect(run.code, run.errors).toBe(0);
    expect(named(run).filter((call) => call.startsWith('identity create'))).toHaveLength(2);
    const credentials = named(run).filter((call) => call.startsWith('identity federated-credential create'));
    expect(credentials[0]).toContain(`--issuer ${issuer} --subject ${prefix}:environment:dev --audiences`);
    expect(credentials[1]).toContain(`--subject ${prefix}:environment:dev-plan --audiences`);
    for (const where of ['dev', 'dev-plan'])
      expect(run.output).toContain(
        `gh variable set AZURE_CLIENT_ID --repo octo-org/octo-repo --env ${where} --body ${client}`,
      );
  });

  it('give the plan no role that writes, and the deployment the roles that README names', async () => {
    const roles = rolesOf(await both(github, nothing));
    const plan = roles.slice(roles.indexOf('Reader'));
    const role = plan.find((one) => one !== 'Reader') ?? '';
    expect(role).toMatch(/roleDefinitions\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(new Set(plan)).toEqual(new Set(['Reader', role]));
    const deployment = roles.slice(0, roles.indexOf('Reader'));
    expect(deployment).toEqual(expect.arrayContaining(['Contributor', 'Locks Contributor', 'Key Vault Contributor']));
    for (const one of deployment) expect(workspace['README.md']).toContain(one);
  });

  it.each([
    ['a deployment', workspace, ['Microsoft.KeyVault/vaults/deploy/action']],
    [
      'a stack',
      stack,
      ['Microsoft.KeyVault/vaults/deploy/action', 'Microsoft.Resources/deploymentStacksWhatIfResults/*'],
    ],
  ])('define a role for what-if of %s', async (_, files, more) => {
    const run = await both(github, nothing, { files });
    const body = run.bodies.map(
      (one) => JSON.parse(one) as { properties?: { permissions: { actions: string[] }[]; assignableScopes: string[] } },
    );
    const role = body.find(({ properties }) => properties)?.properties;
    expect(role?.permissions[0]?.actions.toSorted()).toEqual(
      [
        'Microsoft.Resources/deployments/validate/action',
        'Microsoft.Resources/deployments/whatIf/action',
        ...more,
      ].toSorted(),
    );
    expect(role?.assignableScopes).toContain(`/subscriptions/${subscription}/resourceGroups/${group}`);
    for (const scope of role?.assignableScopes ?? []) expect(scope).not.toContain('/providers/');
  });

  it('create nothing twice', async () => {
    const first = await both(github, nothing);
    const roles = [...new Set(rolesOf(first))].map((role) => `${role}\tx\n`).join('');
    const again = await both(github, [['role assignment list', '', roles], ...everything]);
    expect(again.code, again.errors).toBe(0);
    // The role is defined with the same ID and content.
    expect(creations(again)).toEqual(
      named(first).filter((call) => call.includes('roleDefinitions/') && call.startsWith('rest')),
    );
    expect(again.bodies).toEqual(first.bodies.slice(-1));
  });

  it('take issuer and subjects of Azure DevOps, and correct a credential that differs', async () => {
    const run = await both(devops, everything, { prefixed: 'not asked' });
    expect(run.code, run.errors).toBe(0);
    const credentials = named(run).filter((call) => call.startsWith('identity federated-credential create'));
    expect(credentials).toHaveLength(2);
    expect(credentials[1]).toContain('--subject sc://org/my project/dev-plan');
    expect(run.output).not.toContain('gh variable');
  });

  it('use names where GitHub has no IDs, and refuse custom subjects', async () => {
    const old = await both(github, nothing, { prefixed: '' });
    expect(named(old).join('\n')).toContain('--subject repo:octo-org/octo-repo:environment:dev --audiences');
    const custom = await both(github, nothing, { prefixed: 'custom' });
    expect([custom.code, custom.calls]).toEqual([1, []]);
  });

  it('stop at each call of az that fails', { timeout: 600_000 }, async () => {
    const whole = await record(workspace, commandsOf(github)[0] ?? [], {
      answers: nothing,
      programs: { gh: gh(prefix) },
    });
    for (let failAt = 1; failAt <= whole.calls.length; failAt++) {
      const run = await both(github, nothing, { failAt });
      expect([run.code, run.calls.length], named(whole)[failAt - 1]).toEqual([1, failAt]);
      expect(run.errors).toMatch(/stopped, because az [a-z -]+ failed/);
    }
  });

  it.each([
    ['no federation', where],
    ['another repository form', [...where, ['--github', '-Github', 'octo-org']]],
    ['a subject that is a file', [...devops, ['--subject', '-Subject', '@/etc/passwd']]],
    ['one subject for both', [...devops, ['--plan-subject', '-PlanSubject', 'sc://org/my project/dev']]],
    ['both kinds', [...github, ['--subject', '-Subject', 'a']]],
  ] as const)('refuse %s, and ask Azure nothing', async (_, options) => {
    const given: Options = [...new Map(options.map((one) => [one[0], one] as const)).values()];
    const run = await both(given, nothing);
    expect([run.code, run.calls]).toEqual([2, []]);
    expect(run.errors).toContain('Usage:');
  });
});
