import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { casesFolder } from '../cases/cases.ts';
import { rulesOff } from '../support/counts.ts';
import { avm, dataOf, folder } from './run.ts';

const made = await folder({ 'avm.yaml': await readFile(join(casesFolder, 'own-rules/avm.yaml'), 'utf8') });
const cwd = made.path;
await avm({ cwd }, 'render');

describe('a custom rule', () => {
  it('is listed after the catalog’s; one that is off is not', async () => {
    const { out } = await avm({ cwd }, 'rules');
    expect(out).toMatch(/TST-003[^]*ORG-001 +must +[^]*PLT-002/);
    // Of the catalog’s, CST-005 is off in these answers as well.
    expect(out).toContain(`${rulesOff + 2} that are off`);
    const all = (await avm({ cwd }, 'rules', '--all')).out;
    for (const id of ['CST-005', 'PLT-003']) {
      expect(out).not.toContain(id);
      expect(all).toContain(id);
    }
  });

  it('is explained in words, with its line', async () => {
    const { out } = await avm({ cwd }, 'rules', 'ORG-007');
    const line = (await made.readFile('avm.yaml', 'utf8')).split('\n').findIndex((one) => one.includes('ORG-007')) + 1;
    expect(out).toContain(`should (avm.yaml:${line})`);
    expect(out).toMatch(/Applies to +Microsoft\.\*\/vaults\n/);
    expect(out).toContain(
      'Condition     there’s 1 or more of Microsoft.Authorization/locks on it where properties.level is "CanNotDelete" or "ReadOnly"\n',
    );
    expect(out).toMatch(/Environments +prod\n/);
    const json = dataOf(await avm({ cwd }, 'rules', 'ORG-006', '--json'));
    expect(json).toMatchObject({
      resources: expect.stringContaining('publicIP') as string,
      must: 'none in the environment',
    });
  });

  it('is led to from lines, and leads to its own', async () => {
    const { out } = await avm({ cwd }, 'trace', 'ORG-004');
    expect(out).toMatch(/constitution\.own\.ORG-004 +must +avm\.yaml:\d+/);
    const [, line] = /constitution\.md +\d+, (\d+)/.exec(out) ?? [];
    const back = await avm({ cwd }, 'trace', `.specify/memory/constitution.md:${line}`);
    expect(back.out).toContain('ORG-004 No Telnet or FTP (must)');
    expect((await avm({ cwd }, 'trace', 'avm.yaml:10')).out).toContain('ORG-001');
  });

  it('is changed by its id, and is not mistaken', async () => {
    expect((await avm({ cwd }, 'set', 'PLT-003=should')).code).toBe(0);
    expect((await avm({ cwd }, 'rules')).out).toContain('PLT-003  should');
    expect((await avm({ cwd }, 'set', 'PLT-003=off')).code).toBe(0);
    for (const command of ['rules', 'trace'])
      expect((await avm({ cwd }, command, 'PLT-009')).err).toContain('Did you mean PLT-001?');
    expect((await avm({ cwd }, 'set', 'PLT-009=off')).err).toContain('There is no custom rule PLT-009');
  });
});
