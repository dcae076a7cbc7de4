import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fileOf } from '../plan/support.ts';

/** What a person may call a tag, and what a shell or az would make of it; twice, because some types take 15 tags. */
const hostile: Readonly<Record<string, string>> = {
  '-x': 'v',
  '--tags': 'v',
  '@f': 'v',
  'a=b': 'c=d',
  owner: '@README.md',
  "it's": `"$(id)" \`id\` $HOME`,
  true: 'null',
};
const odd: Readonly<Record<string, string>> = {
  owner: '@README.md',
  $: '${x}',
  'a b': ' two  spaces ',
  '~': '~',
  '*': '*',
  empty: "'",
  equals: '==@x',
};
const plain = { owner: 'a team', note: "it's $HOME & `id`", colon: 'a:b, c', empty: "'", '!x': '#', é: '漢' };

/** Every call of az in a script that bash really runs: its words. */
async function calls(script: string, answer = '{}', fails = 'nothing'): Promise<readonly (readonly string[])[]> {
  await using folder = await createFixture({
    'bin/az': `#!/usr/bin/env bash\nprintf '%s\\0' "$@" >> "$CALLS"\nprintf '\\n\\0' >> "$CALLS"\ncase "$*" in "$FAILS"*) exit 3 ;; esac\nprintf '%s' "$ANSWER"\n`,
    calls: '',
    'work/README.md': 'a file',
    'work/x': 'a file',
    script: `set -u\n${script}\n`,
  });
  execFileSync('chmod', ['+x', join(folder.path, 'bin/az')]);
  const env = {
    PATH: `${join(folder.path, 'bin')}:/usr/bin:/bin`,
    CALLS: join(folder.path, 'calls'),
    ANSWER: answer,
    FAILS: fails,
    HOME: '/home/x',
  };
  execFileSync('bash', [join(folder.path, 'script')], {
    env,
    cwd: join(folder.path, 'work'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const all = (await folder.readFile('calls', 'utf8')).split('\n\0');
  return all.slice(0, -1).map((one) => one.split('\0').slice(0, -1));
}

/** The calls of the block that makes the vaults, in a subscription where something is missing. */
const passwordCalls = (readme: string, missing: string): ReturnType<typeof calls> =>
  calls(blockAfter(readme, '### The administrator’s password').replace(/<\(.*\)/g, 'secret'), '{}', missing);

/** As azure-cli reads its words: `@` stands for a file where it begins a word or follows its first `=`. */
function read(words: readonly string[]): readonly string[] {
  for (const word of words) {
    const [first = '', ...rest] = word.split('=');
    const file = rest.length > 0 ? rest.join('=') : first;
    if (file.startsWith('@') && file.length > 1) throw new Error(`az reads a file: ${word}`);
  }
  return words;
}

interface Group {
  readonly name: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** The groups that these calls make. */
function groupsOf(all: readonly (readonly string[])[]): readonly Group[] {
  return all.map(read).flatMap((words) => {
    const after = (option: string): string => words[words.indexOf(option) + 1] ?? '';
    if (words[0] === 'group' && words[1] === 'create') {
      const from = words.indexOf('--tags') + 1;
      const to = words.findIndex((word, index) => index >= from && word.startsWith('-'));
      const tags = words.slice(from, to === -1 ? undefined : to).map((word) => {
        const cut = word.indexOf('=');
        return cut === -1 ? [word, ''] : [word.slice(0, cut), word.slice(cut + 1)];
      });
      return [
        { name: after('--name'), location: after('--location'), tags: Object.fromEntries(tags) as Group['tags'] },
      ];
    }
    if (words[0] !== 'rest') return [];
    const name = /\/resourcegroups\/([^?]+)\?api-version=2021-04-01$/.exec(after('--url'))?.[1] ?? '';
    return [{ name, ...(JSON.parse(after('--body')) as { location: string; tags: Group['tags'] }) }];
  });
}

const blockAfter = (readme: string, heading: string, nth = 0): string =>
  [...readme.slice(readme.indexOf(heading)).matchAll(/```bash\n([\s\S]*?)```/g)][nth]?.[1] ?? '';

describe.each([
  ['plain tags', plain],
  ['tags that az would misread', hostile],
  ['tags that a shell would misread', odd],
])('the README’s commands, with %s', (_, tags) => {
  const changes = {
    spec: { deploymentScripts: { enabled: false } },
    constitution: { rules: { 'TAG-001': { names: ['env', 'owner'] } } },
    tags,
    environments: { dev: { tags: { note: 'of dev', owner: '@dev' } } },
  };
  const own = (environment: string): Readonly<Record<string, string>> => ({
    costCenter: '0000',
    application: 'legacyapp',
    // A tag of one environment is an empty one in the others, there as on every resource.
    note: '',
    ...tags,
    ...(environment === 'dev' ? { note: 'of dev', owner: '@dev' } : {}),
    env: environment,
  });
  const readme = fileOf('README.md', changes);
  const expected = (suffix: string): readonly Group[] =>
    ['dev', 'test', 'prod'].map((environment) => ({
      name: `rg-legacyapp-${environment}-${suffix}`,
      location: 'westeurope',
      tags: own(environment),
    }));

  it('make each resource group with its own tags', async () => {
    expect(groupsOf(await calls(blockAfter(readme, '### Resource groups')))).toEqual(expected('we-001'));
  });

  it('make the group of each password’s vault with the tags of its environment', async () => {
    const found = await passwordCalls(readme, 'group show');
    expect(groupsOf(found)).toEqual(expected('ops'));
    expect(found.filter(([one]) => one === 'keyvault').length).toBeGreaterThan(2);
  });

  it('leave a group of a password’s vault that exists as it is', async () => {
    expect(groupsOf(await passwordCalls(readme, 'nothing'))).toEqual([]);
  });

  it('restore into a group with the tags of the environment it is from', async () => {
    const script = blockAfter(readme, 'To restore the disks of the latest recovery point:');
    const setup = 'group=rg-x machine=vm-x environment=test; output() { echo "$1"; }; openssl() { echo 1; }\n';
    const answer = JSON.stringify({ location: 'westeurope', tags: own('test') });
    const made = (await calls(setup + script, answer)).filter(([one]) => one === 'rest');
    expect(groupsOf(made)).toEqual([{ name: 'rg-x-restore', location: 'westeurope', tags: own('test') }]);
  });
});

it('a vault for several environments has only the tags that they have alike', async () => {
  const administrator = { vaultName: 'kv-shared-ops', vaultResourceGroup: 'rg-shared-ops' };
  const readme = fileOf('README.md', {
    spec: { deploymentScripts: { enabled: false }, virtualMachine: { administrator } },
    environments: { dev: { tags: { owner: 'dev' } } },
  });
  expect(groupsOf(await passwordCalls(readme, 'group show'))).toEqual([
    { name: 'rg-shared-ops', location: 'westeurope', tags: { application: 'legacyapp', costCenter: '0000' } },
  ]);
});

it('environments with the names of values are texts in the workflow', () => {
  const names = ['on', 'no', 'null', 'true', 'yes', 'off', 'false', 'dev'];
  const environments = Object.fromEntries(
    names.map((name, index) => [name, { network: { addressSpace: `10.20.${index * 4}.0/22` } }]),
  );
  const quickstart = fileOf('specs/001-legacyapp/quickstart.md', { environments });
  const workflow = /```yaml\n([\s\S]*?)```/.exec(quickstart)?.[1] ?? '';
  for (const version of ['1.1', '1.2'] as const) {
    const read = parse(workflow, { version }) as Record<
      string,
      { workflow_dispatch: { inputs: { environment: { options: unknown } } } }
    >;
    const trigger = read['on'] ?? read['true'];
    expect(trigger?.workflow_dispatch.inputs.environment.options).toEqual([
      'dev',
      'test',
      'prod',
      ...names.slice(0, -1),
    ]);
  }
});
