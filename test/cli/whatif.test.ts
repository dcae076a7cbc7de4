import { describe, expect, it } from 'vitest';
import { deployment, idOf, property, stack } from '../whatif/results.ts';
import { avm, dataOf, folder, workspace } from './run.ts';

const vault = idOf('Microsoft.KeyVault/vaults', 'kv');
const deletes = JSON.stringify(deployment([{ resourceId: vault, changeType: 'Delete' }]));
const noisy = JSON.stringify(
  deployment([
    {
      resourceId: idOf('Microsoft.Network/natGateways', 'ng'),
      changeType: 'Modify',
      delta: [property('properties.scope', 'Delete', { before: 'Public' })],
    },
  ]),
);
const at = await folder({
  'what-if.json': deletes,
  'noisy.json': noisy,
  'cut.json': deletes.slice(0, 100),
  'empty.json': '',
  'utf16.json': Buffer.from(`\uFEFF${deletes}`, 'utf16le'),
  'latin.json': Buffer.from([0x22, 0xe9, 0x22]),
  'template.json': '{"a": 1}',
  'parameters.json': '{"b": 2}',
  'flags.json': '{"c": 3}',
  'error.txt': 'ERROR: (InvalidTemplateDeployment) The template is not valid.\nmore\n',
});
const where = { cwd: at.path };
const run = (...argv: string[]) => avm(where, 'whatif', ...argv);

describe('avm whatif', () => {
  it('explains a result in text, the most dangerous first, and says that nothing is attributed', async () => {
    const { code, out } = await run('what-if.json');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^What-if of a deployment: 1 to delete\.\n\nDeletions\n {2}- delete {2}Microsoft\.KeyVault\/vaults {2}kv\n/,
    );
    expect(out).toContain('Not attributed to components: this is not inside a workspace.');
    expect(out).toMatch(/Digest: [0-9a-f]{64}\n/);
    expect(out).toMatch(/Allowed by the policy\.\n$/);
  });

  it('says that nothing changes, and why something is noise', async () => {
    const { out } = await run('noisy.json');
    expect(out).toContain('Nothing changes: 1 with noise only.');
    expect(out).toContain('https://github.com/Azure/arm-template-whatif/issues/418');
  });

  it('reads standard input, and files of Windows PowerShell', async () => {
    const { data: one } = JSON.parse((await run('what-if.json', '--json')).out) as {
      readonly data: { readonly digest: string };
    };
    const piped = await avm({ ...where, input: deletes }, 'whatif', '-', '--format', 'json');
    expect(dataOf(piped)).toMatchObject({ digest: one.digest, changes: 'yes', form: 'deployment' });
    expect(dataOf(await run('utf16.json', '--json'))).toMatchObject({ digest: one.digest });
  });

  it('has stacks as well', async () => {
    const input = JSON.stringify(stack([{ id: vault, changeType: 'detach' }]));
    const { out } = await avm({ ...where, input }, 'whatif', '-');
    expect(out).toContain('What-if of a stack: 1 to detach.\n\nNo longer managed by the stack\n  < detach');
  });

  it('refuses with 1, until exactly this result is approved', async () => {
    const refused = await run('what-if.json', '--no-delete', '--json');
    const { digest, policy } = dataOf<{ readonly digest: string; readonly policy: object }>(refused);
    expect(refused.code).toBe(1);
    expect(policy).toEqual({
      allowed: false,
      approval: 'none',
      refused: [{ code: 'what-if-delete', resource: vault, ids: [] }],
    });
    const approved = await run('what-if.json', '--no-delete', '--approve', digest.toUpperCase());
    expect(approved).toMatchObject({ code: 0, out: expect.stringContaining('This result was approved.') as string });
    const other = await run('what-if.json', '--no-delete', '--approve', '0'.repeat(64));
    expect(other).toMatchObject({
      code: 1,
      out: expect.stringContaining('The approved result is another one') as string,
    });
    expect(other.out).toContain(`--approve ${digest}`);
  });

  it('has template, parameters, and flags in the digest', async () => {
    const digestWith = async (...argv: string[]) =>
      dataOf<{ readonly digest: string }>(await run('what-if.json', '--json', ...argv)).digest;
    const both = ['--template', 'template.json', '--parameters', 'parameters.json'];
    const all = [
      await digestWith(),
      await digestWith(...both),
      await digestWith(...both, '--flags', 'flags.json'),
      await digestWith('--flags', 'flags.json'),
    ];
    expect(new Set(all).size).toBe(4);
  });

  it('writes Markdown and SARIF to files', async () => {
    expect(await run('what-if.json', '--format', 'markdown', '--output', 'comment.md')).toMatchObject({
      code: 0,
      out: '',
    });
    expect(await at.readFile('comment.md', 'utf8')).toMatch(
      /^## What-if\n\n1 to delete\.\n\n### Deletions\n\n\| Change \|/,
    );
    await run('what-if.json', '--format', 'sarif', '--output', 'out.sarif');
    const log = JSON.parse(await at.readFile('out.sarif', 'utf8')) as {
      readonly runs: readonly { readonly results: readonly unknown[] }[];
    };
    expect(log.runs[0]?.results).toMatchObject([
      {
        ruleId: 'what-if-delete',
        level: 'warning',
        locations: [{ physicalLocation: { artifactLocation: { uri: 'what-if.json' } } }],
      },
    ]);
  });

  it('has no markup and no control characters of others in its output', async () => {
    const name = 'a`|<img src=x>\u001b[31m\n## b';
    const input = JSON.stringify(
      deployment([
        {
          resourceId: `${vault}${name}`,
          changeType: 'Modify',
          delta: [property(`tags.${name}`, 'Modify', { before: name, after: 'x' })],
        },
      ]),
    );
    const text = await avm({ ...where, input }, 'whatif', '-');
    const comment = await avm({ ...where, input }, 'whatif', '-', '--format', 'markdown');
    for (const { out } of [text, comment]) {
      expect(out).not.toContain('\u001b');
      expect(out).not.toMatch(/^## b/m);
    }
    expect(comment.out).not.toContain('<img');
  });
});

describe('avm whatif refuses with one message', () => {
  it.each([
    ['cut.json', 'what-if-cut-off', "'cut.json' ends in the middle"],
    ['empty.json', 'what-if-empty', "'empty.json' is empty"],
    ['error.txt', 'what-if-azure-error', 'InvalidTemplateDeployment: The template is not valid.'],
    ['template.json', 'what-if-shape', 'at changes'],
    ['latin.json', 'what-if-encoding', 'neither UTF-8 nor UTF-16'],
    ['nowhere.json', 'what-if-unreadable', "There is no file 'nowhere.json'."],
    ['.', 'what-if-unreadable', "'.' is not a file."],
  ])('%s', async (file, code, what) => {
    const { code: exit, err } = await run(file);
    expect(exit).toBe(1);
    expect(err).toMatch(new RegExp(`^error\\[${code}\\]: `));
    expect(err).toContain(what);
    expect(err.match(/error\[/g)).toHaveLength(1);
    expect(err.trim().split('\n').length).toBeLessThanOrEqual(3);
    const told = await run(file, '--format', 'json');
    expect(JSON.parse(told.out)).toMatchObject({ ok: false, exitCode: 1, data: null, error: { code } });
  });

  it('what is enormous, with the limit', async () => {
    const { code, err } = await avm({ ...where, input: ' '.repeat(64 * 1024 * 1024 + 1) }, 'whatif', '-');
    expect({ code, err }).toMatchObject({
      code: 1,
      err: expect.stringContaining("'standard input' has more than 64 MiB.") as string,
    });
  });

  it.each([
    [['what-if.json', '--template', 'template.json'], '--template and --parameters belong together.'],
    [['what-if.json', '--approve', 'yes'], "'yes' is not a digest."],
    [['what-if.json', '--json', '--format', 'sarif'], '--json and --format sarif are two formats.'],
    [['what-if.json', '--format', 'xml'], 'xml'],
    [[], 'file'],
    [['what-if.json', '--env', 'prod'], 'not inside a workspace'],
  ])('%j, with 2', async (argv, what) => {
    const { code, err } = await run(...argv);
    expect(code).toBe(2);
    expect(err).toContain(what);
  });

  it('an environment that the workspace doesn’t have, with 2', async () => {
    const { cwd } = await workspace();
    const { code, err } = await avm({ cwd, input: deletes }, 'whatif', '-', '--env', 'prd');
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean prod?') as string });
    const none = await avm({ cwd, input: deletes }, 'whatif', '-');
    expect(none.out).toContain('the workspace has several environments, and --env names none');
  });
});
