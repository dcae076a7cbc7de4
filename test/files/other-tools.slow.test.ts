import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readCase } from '../cases/cases.ts';
import { record, type Answers, type Run } from '../support/recording-az.ts';
import { isMissing, toolPath } from '../support/tools.ts';

const pwsh = toolPath('pwsh') ?? '';
const subscription = '11111111-2222-3333-4444-555555555555';
const files = Object.fromEntries(
  (readCase('everything-on').generated.files ?? []).map(({ path, text }) => [path, text]),
);

const named = (run: Run): readonly string[] =>
  run.calls.map((call) =>
    call
      .slice(
        0,
        call.findIndex((word) => word.startsWith('-')),
      )
      .join(' '),
  );

describe.skipIf(isMissing('pwsh'))('deploy/template-spec.sh and deploy/template-spec.ps1', () => {
  const target = { name: 'legacyapp', version: '1.0.0', location: 'westeurope', subscription, group: 'rg-specs' };
  const commands = ({ name, version, location, group }: typeof target) => {
    const options = { name, version, location, subscription, 'resource-group': group };
    const words = (style: (option: string) => string) =>
      Object.entries(options).flatMap(([option, value]) => [style(option), value]);
    return {
      bash: ['bash', 'deploy/template-spec.sh', 'publish', ...words((option) => `--${option}`)],
      powershell: [pwsh, '-NoProfile', '-File', 'deploy/template-spec.ps1', 'publish'].concat(
        words((option) => `-${option.replace('-', '')}`),
      ),
    };
  };
  async function both(answers: Answers, given = target, failAt = 0): Promise<Run> {
    const { bash, powershell } = commands(given);
    const one = await record(files, bash, { answers, failAt });
    const other = await record(files, powershell, { answers, failAt });
    expect(other.calls).toEqual(one.calls);
    expect(other.code, other.errors).toBe(one.code);
    expect(other.output.trim()).toBe(one.output.trim());
    return one;
  }

  it('publish the compiled template', async () => {
    const run = await both([['ts create', '', '/the/version\n']]);
    expect(run.code, run.errors).toBe(0);
    expect(run.output).toBe('/the/version\n');
    expect(named(run)).toEqual(['ts list', 'bicep build', 'ts create']);
    expect(run.calls.at(-1)?.join(' ')).toContain(`--name legacyapp --version 1.0.0 --location westeurope`);
  });

  it('publish no version twice', async () => {
    const answers: Answers = [
      ['ts list --name', '', '0.9.0\n1.0.0\n'],
      ['ts list', '', 'legacyapp\n'],
    ];
    const run = await both(answers);
    expect(run.code).toBe(1);
    expect(run.errors).toContain('version 1.0.0 of legacyapp is published already');
    expect(named(run)).toEqual(['ts list', 'ts list']);
    expect((await both(answers, { ...target, version: '1.1.0' })).code).toBe(0);
  });

  it('stop at each call of az that fails', async () => {
    const answers: Answers = [['ts list', '', 'legacyapp\n']];
    for (let failAt = 1; failAt <= 4; failAt++) {
      const run = await both(answers, target, failAt);
      expect(run.code).toBe(1);
      expect(run.calls).toHaveLength(failAt);
    }
  });

  it.each([{ version: '1.0.0$(id)' }, { location: 'West Europe' }, { group: 'rg$(id)' }])(
    'refuse %j, and ask Azure nothing',
    async (change) => {
      const run = await both([], { ...target, ...change });
      expect(run.code).toBe(2);
      expect(run.calls).toEqual([]);
    },
  );
});

describe.skipIf(isMissing('pwsh'))('the hooks of azd', () => {
  const group = 'rg-legacyapp-dev';
  const env = { AZURE_ENV_NAME: 'dev', AZURE_SUBSCRIPTION_ID: subscription, AZURE_RESOURCE_GROUP: group };
  /** Stand-ins for the scripts, which have their own tests. */
  const log = (code: string) => `[[ $1 == ${code} ]] && exit 1; echo "$1 $3 \${AZURE_DEPLOYMENT_NAME-}"`;
  const stub = (fails: string) => ({
    ...files,
    'deploy/deploy.sh': log(fails),
    'deploy/deploy.ps1': `param($Verb, $Environment); if ($Verb -eq '${fails}') { exit 1 }; "$Verb $Environment $env:AZURE_DEPLOYMENT_NAME"`,
  });
  const programs = { pwsh: `#!/usr/bin/env bash\nexec "${pwsh}" "$@"\n` };
  const hook = (name: string, fails = 'none', answers: Answers = []) =>
    Promise.all([
      record(stub(fails), ['bash', `deploy/azd/${name}.sh`], { answers, env }),
      record(stub(fails), [pwsh, '-NoProfile', '-File', `deploy/azd/${name}.ps1`], { answers, env, programs }),
    ]);

  it('check and plan the environment, and stop azd where one fails', async () => {
    for (const run of await hook('preprovision')) {
      expect(run.code, run.errors).toBe(0);
      expect(run.output.trim().split(/\s*\n/)).toEqual(['preflight dev', 'plan dev']);
    }
    for (const fails of ['preflight', 'plan'])
      for (const run of await hook('preprovision', fails)) expect(run.code).not.toBe(0);
  });

  it('verify the last deployment of azd', async () => {
    const answers: Answers = [['deployment group list', `starts_with(name, 'dev-')`, 'dev-1788888888\n']];
    const runs = await hook('postprovision', 'none', answers);
    for (const run of runs) {
      expect(run.code, run.errors).toBe(0);
      expect(run.output.trim()).toBe('verify dev dev-1788888888');
    }
    expect(runs[1].calls).toEqual(runs[0].calls);
    for (const run of await hook('postprovision', 'verify', answers)) expect(run.code).toBe(1);
  });
});

it.skipIf(isMissing('shellcheck', 'yamllint'))('shell and YAML are without warnings', () => {
  const of = (path: string): string => files[path] ?? '';
  for (const path of ['deploy/template-spec.sh', 'deploy/azd/preprovision.sh', 'deploy/azd/postprovision.sh'])
    expect(execFileSync('shellcheck', ['-'], { input: of(path), encoding: 'utf8' })).toBe('');
  const rules = '{extends: default, rules: {line-length: disable, document-start: disable}}';
  expect(execFileSync('yamllint', ['-s', '-d', rules, '-'], { input: of('azure.yaml'), encoding: 'utf8' })).toBe('');
});
