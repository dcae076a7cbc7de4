import { mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { componentGenerator } from '../../generators/component.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { applyChange } from '../../src/cli/change/change.ts';
import { scripted } from '../generators/scripted.ts';
import { bicepPath } from '../support/bicep.ts';
import { modulesFolder } from '../support/modules.ts';
import { isMissing } from '../support/tools.ts';
import { avm, createAvm, folder, type Ran } from './run.ts';

const modules = modulesFolder();

/** A container of an account that is there: one native resource, an output of each kind, and a file that is loaded. */
const container = `metadata name = 'A container'

@description('Required. Account of the container.')
param storageAccountResourceId string

@description('Required. Hours that a message is kept for.')
@allowed([24, 168])
param hours int

@description('Optional. Word that signs messages.')
@secure()
param signature string?

@description('What the application team keeps.')
var labels = loadJsonContent('labels.json')

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: last(split(storageAccountResourceId, '/'))

  resource service 'blobServices' existing = {
    name: 'default'
  }
}

resource intake 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = {
  parent: account::service
  name: 'intake'
  properties: { publicAccess: 'None', metadata: { team: labels.team, hours: string(hours) } }
}

@description('Name of the container.')
output containerName string = intake.name

@description('What the container is signed with.')
@secure()
output signed string? = signature

@description('Hours, as they were given.')
output keptHours int = hours
`;
const reason = 'The team keeps its containers in a file of its own.';

const missing = modules === null || isMissing('bicep');
const bicep = missing ? '' : bicepPath();

describe.skipIf(missing)('your own Bicep', () => {
  let cwd: string;
  const path = 'modules/intake.bicep';
  const read = (file: string): string => readFileSync(join(cwd, file), 'utf8');
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(cwd, file)), { recursive: true });
    writeFileSync(join(cwd, file), text);
  };
  const run = (...argv: readonly string[]): Promise<Ran> => avm({ cwd }, ...argv);
  const done = async (...argv: readonly string[]): Promise<Ran> => {
    const ran = await run(...argv);
    expect(`${ran.code} ${ran.err}${ran.out}`).toMatch(/^0 /);
    return ran;
  };
  const refused = async (says: string | RegExp, ...argv: readonly string[]): Promise<void> => {
    const before = [read('avm.yaml'), read('main.bicep'), read('.avm/manifest.json')];
    const { code, err } = await run(...argv);
    expect(err).toMatch(says);
    expect(code).not.toBe(0);
    expect([read('avm.yaml'), read('main.bicep'), read('.avm/manifest.json')]).toEqual(before);
  };
  const add = (...more: readonly string[]): readonly string[] => [
    'add',
    'bicep',
    path,
    ...[`reason=${reason}`, 'hours=24', 'storageAccountResourceId={idOf: files}'].flatMap((one) => ['--set', one]),
    ...more,
  ];

  beforeEach(async () => {
    process.env['BICEP_PATH'] = bicep;
    process.env['AVM_MODULES_DIR'] = modules ?? '';
    const at = await folder();
    const made = await createAvm({ cwd: at.path }, 'demo', '--yes', '--no-check', '--no-git', '--blueprint', 'empty');
    if (made.code !== 0) throw new Error(made.err);
    cwd = join(at.path, 'demo');
    write(path, container);
    write('modules/labels.json', '{ "team": "orders" }');
    await done('add', 'storage-account', 'files');
  });

  it('is wired, predicted, evaluated and traced, and is gone without a trace of it once it is removed', async () => {
    const before = [read('avm.yaml'), read('main.bicep'), read('README.md')];
    await done(...add('--set', 'outputs=[containerName]'));
    await done('set', 'components.intake.params.hours=168', '--env', 'prod');
    expect(read('main.bicep')).toContain(`// No AVM module: ${reason}\nmodule intake '${path}' = {`);
    expect(read('main.bicep')).toContain('output intakeContainerName string = intake.outputs.containerName');
    expect(read('main.prod.bicepparam')).toMatch(/^param intakeHours = 168$/m);
    const { out } = await done('check');
    expect(out).toMatch(/^✓ Passed/m);
    expect((await done('check', '--env', 'prod', '--json')).out).not.toContain('"Noncompliant"');
    expect((await done('trace', `${path}:3`)).out).toContain('module');
    expect((await done('trace', 'intake')).out).toContain(path);
    expect((await done('analyze')).out).toContain('  F inconsistency       0         0     0       0');
    const told = await done('remove', 'intake', '--confirm', 'intake');
    expect(told.err).toContain(`'${path}' is your file and stays`);
    expect([read('avm.yaml'), read('main.bicep'), read('README.md')]).toEqual(before);
    expect(read(path)).toBe(container);
    expect(() => read('.avm/bicep.json')).toThrow(/ENOENT/);
  });

  it('needs the compiler only where a file was changed, and then gives the same bytes', async () => {
    await done(...add());
    const record = read('.avm/bicep.json');
    process.env['BICEP_PATH'] = join(cwd, 'nothing');
    await done('set', 'telemetry=false');
    write(path, container.replaceAll('\n', '\r\n'));
    await done('render');
    expect(read('.avm/bicep.json')).toBe(record);
    write('modules/labels.json', '{ "team": "billing" }');
    await refused(/nothing/, 'render');
    process.env['BICEP_PATH'] = bicep;
    expect((await run('check', '--depth', 'interface')).out).toContain("'.avm/bicep.json' is out of date");
    await done('render');
    expect(read('.avm/bicep.json')).not.toBe(record);
  });

  it('says at the answer what no longer fits once its parameters change', async () => {
    await done(...add());
    write(path, container.replace('@allowed([24, 168])', '@allowed([48, 168])'));
    await refused(
      /:\d+:\d+: error\[[^\]]+\]: 'hours' of 'modules\/intake\.bicep' has a value that is not allowed[^]* {4}Use 48 or 168/m,
      'render',
    );
    await refused(/components\.intake\.params\.hours/, 'set', 'telemetry=false');
    await done('set', 'components.intake.params.hours=48');
    write(path, container.replace('param hours int', 'param hours it'));
    await refused(
      /^modules\/intake\.bicep:\d+:13: error\[bicep\/BCP302\]: .*\n {4}Change modules\/intake\.bicep\.$/m,
      'render',
    );
    await refused(/BCP302/, 'check');
    renameSync(join(cwd, path), join(cwd, 'away.bicep'));
    await refused(/The workspace has no file 'modules\/intake\.bicep'/, 'render');
    await done('remove', 'intake', '--confirm', 'intake');
  });

  it('is held to the rule about modules by the text on disk too', async () => {
    await refused(
      /ARC-002 .* declares Microsoft\.Storage\/storageAccounts\/blobServices\/containers itself/,
      'add',
      'bicep',
      path,
      '--set',
      'hours=24',
      '--set',
      'storageAccountResourceId={idOf: files}',
    );
    write(path, container.replace('resource intake', '// Not a module: the team keeps it here.\nresource intake'));
    await done('add', 'bicep', path, '--set', 'hours=24', '--set', 'storageAccountResourceId={idOf: files}');
    await done('check', '--depth', 'module');
    write(
      'modules/more.bicep',
      "resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {\n  name: 'example.org'\n  location: 'global'\n}\n",
    );
    writeFileSync(join(cwd, 'main.bicep'), `${read('main.bicep')}\nmodule more 'modules/more.bicep' = {}\n`);
    const { code, out } = await run('check', '--depth', 'module');
    expect(out).toMatch(
      /^modules\/more\.bicep:1:1: error\[constitution\/broken\]: ARC-002 .* the module avm\/res\/network\/private-dns-zone exists/m,
    );
    expect(code).toBe(1);
  });

  it('is asked for, with what it needs and the reason that the constitution asks for', async () => {
    const asked = scripted(
      {
        'What do you want to add?': 'Your own Bicep file',
        '*Which Bicep file?': ['modules/none.bicep', path],
        'Name of the component': 'intake',
        'In which environments?': 'all of them',
        'storageAccountResourceId (string)': '{idOf: files}',
        'hours (int)': '168',
        'The file declares Microsoft.Storage/storageAccounts/blobServices/containers': reason,
      },
      cwd,
      { folder: '.' },
    );
    const applied = applyChange(read('avm.yaml'), await componentGenerator.prompts(asked));
    expect(asked.refused).toEqual([expect.stringContaining("The workspace has no file 'modules/none.bicep'")]);
    expect('text' in applied ? parseAnswers(applied.text) : applied).toHaveProperty('answers.components.intake', {
      type: 'bicep-file',
      file: path,
      reason,
      params: { storageAccountResourceId: { idOf: 'files' }, hours: 168 },
    });
  });

  it('gives no secret away', async () => {
    await refused(/'signature' of 'modules\/intake\.bicep' is a secret/, ...add('--set', 'signature=hush'));
    await refused(/The output 'signed' of 'modules\/intake\.bicep' is secure/, ...add('--set', 'outputs=[signed]'));
    await refused(
      /The output 'keptHours' of 'modules\/intake\.bicep' is not a required string/,
      ...add('--set', 'outputs=[keptHours]'),
    );
    await refused(/has no output 'other'[^]* {4}Use containerName\./, ...add('--set', 'outputs=[other]'));
    const vault =
      '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv';
    await done(...add('--set', `signature={keyVault: ${vault}, secret: sign}`));
    expect(read('main.bicep')).toContain("intakeSignatureVault.getSecret('sign')");
    await done('check', '--depth', 'module');
  });

  it.each<readonly [what: string, file: string, text: string | null, says: RegExp]>([
    ['an absolute path', '/etc/x.bicep', null, /is an absolute path/],
    ['a path outside', '../x.bicep', null, /is outside the workspace/],
    ['another language', 'modules/labels.json', null, /is not a Bicep file/],
    ['a file that is not there', 'modules/none.bicep', null, /The workspace has no file 'modules\/none\.bicep'/],
    ['a folder', 'modules.bicep/x.bicep', '', /'modules\.bicep' cannot be read: a folder/],
    ['a folder of other tools', 'node_modules/x.bicep', '', /node_modules is a folder of other tools/],
    ['a path with a space', 'modules/a b.bicep', '', /must be the path of a \.bicep file inside the workspace/],
    ['a huge file', 'modules/huge.bicep', ' '.repeat(1_000_001), /'modules\/huge\.bicep' has more than 1000 kB/],
    ['a generated file', 'main.bicep', null, /'main\.bicep' is a generated file/],
    [
      'what uses a generated file',
      'modules/x.bicep',
      "@description('x')\noutput a string = loadTextContent('../README.md')\n",
      /uses 'README\.md', which is generated/,
    ],
    [
      'what uses a file outside',
      'modules/x.bicep',
      "@description('x')\noutput a string = loadTextContent('../../outside.txt')\n",
      /uses '\.\.\/outside\.txt', which is outside the workspace/,
    ],
    ['another scope', 'modules/x.bicep', "targetScope = 'subscription'\n", /is deployed to a subscription/],
    ['no Bicep', 'modules/x.bicep', '\u0000\u001b[31m{{{', /modules\/x\.bicep:1:\d+: error\[bicep\/BCP\d+\]/],
  ])('refuses %s, and writes nothing', async (what, file, text, says) => {
    writeFileSync(join(cwd, '../outside.txt'), 'x');
    if (text !== null) write(file, text);
    const named = what === 'a folder' ? dirname(file) : file;
    await refused(says, 'add', 'bicep', named, 'hostile');
  });

  it('refuses a link that leads out of the workspace', async () => {
    writeFileSync(join(cwd, '../outside.bicep'), '');
    symlinkSync(join(cwd, '../outside.bicep'), join(cwd, 'modules/link.bicep'));
    await refused(/target of a symbolic link is outside the workspace/, 'add', 'bicep', 'modules/link.bicep');
  });

  it('reads again what a damaged record said, and replaces it when told', async () => {
    await done(...add());
    const record = read('.avm/bicep.json');
    write('.avm/bicep.json', record.replace('"type":"int"', '"type":"secret"'));
    expect((await run('render')).out).toContain('! .avm/bicep.json was edited');
    await done('render', '--overwrite', '.avm/bicep.json');
    expect(read('.avm/bicep.json')).toBe(record);
  });

  it('compiles where modules come from interfaces, and where a copy is compiled', async () => {
    await done(...add());
    await done('check', '--depth', 'module', '--modules', 'interfaces');
    const config = read('bicepconfig.json');
    write('bicepconfig.json', config.replace('{', '{ "cacheRootDirectory": "elsewhere",'));
    expect((await run('check', '--modules', modules ?? '')).out).toMatch(/✓ Passed with 2 warnings/);
  });
});
