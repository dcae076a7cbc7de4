import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { avm, workspace } from './run.ts';

const statement = 'statement=Files MUST be kept: for # ten years.';

describe('avm add requirement', () => {
  it('gives the next number, and writes what follows', async () => {
    const { cwd, file } = await workspace();
    const ran = await avm({ cwd }, 'add', 'requirement', '--set', statement, '--set', 'satisfiedBy.components=backup');
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('Added FR-101, a requirement.');
    expect(await file('main.bicep')).toMatch(/\(FR-013, (?:FR-\d+, )*FR-101, OPS-005\)/);
    expect(await file('specs/001-demo/spec.md')).toContain('- **FR-101**: Files MUST be kept: for # ten years.');
    await avm({ cwd }, 'add', 'requirement', '--set', statement);
    expect(await file('avm.yaml')).toMatch(/FR-101:\n[^]*FR-102:\n/);
  });

  it.each([
    ['story', 'US101', ['title=Find it', 'priority=P1', 'why=a', 'test=b', 'scenarios=[{given: c, when: d, then: e}]']],
    ['constraint', 'CON-101', [statement, 'satisfiedBy.rules=TST-001']],
    ['criterion', 'SC-101', [statement, 'satisfiedBy.task=Measure it.']],
  ])('adds a %s too', async (what, id, settings) => {
    const { cwd, file } = await workspace();
    const ran = await avm({ cwd }, 'add', what, ...settings.flatMap((one) => ['--set', one]));
    expect(ran.code).toBe(0);
    expect(ran.err).toContain(`Added ${id}, a ${what}.`);
    expect(await file('avm.yaml')).toContain(`    ${id}:\n`);
  });

  it('gives no id again: not one that is retired, nor one that was just taken out', async () => {
    const { cwd, file } = await workspace('--set', 'requirements.retired=[FR-105]');
    const add = async () => (await avm({ cwd }, 'add', 'requirement', '--set', statement)).err;
    expect(await add()).toContain('Added FR-106,');
    const without = (await file('avm.yaml')).replace(/ {2}functional:\n {4}FR-106:\n.*\n/, '');
    await writeFile(join(cwd, 'avm.yaml'), without);
    expect(await add()).toContain('Added FR-107,');
  });

  it('says of an id that is gone how to retire it, until it is', async () => {
    const { cwd, file } = await workspace();
    await avm({ cwd }, 'add', 'requirement', '--set', statement);
    await writeFile(join(cwd, 'avm.yaml'), (await file('avm.yaml')).replace(/requirements:\n(?: .*\n)+/, ''));
    const dry = await avm({ cwd }, 'render', '--dry-run');
    expect(dry.err).toContain('avm set requirements.retired.+=FR-101');
    const retired = await avm({ cwd }, 'set', 'requirements.retired.+=FR-101');
    expect(retired).toMatchObject({ code: 0, err: '' });
    expect((await avm({ cwd }, 'set', `FR-101.${statement}`)).err).toContain('FR-101 was used before and is retired');
  });

  it.each([
    [['requirement'], 2, 'A requirement needs values.'],
    [['requirement', '--env', 'dev', '--set', statement], 2, 'A requirement applies to every environment.'],
    [['requirement', '--set', 'statment=x'], 1, "There is no setting 'requirements.functional.FR-101.statment'"],
    [['story', '--set', 'title=x'], 1, "'priority' is missing"],
    [['requirement', '--set', statement, '--set', 'satisfiedBy.components=backups'], 1, 'Did you mean backup?'],
    [
      ['requirement', '--set', statement, '--set', 'satisfiedBy.rules=SEC-098'],
      1,
      "the rule 'SEC-098', which does not exist",
    ],
  ])('%j is refused, and nothing is written', async (argv, code, said) => {
    const { cwd, file } = await workspace();
    const before = await file('avm.yaml');
    const ran = await avm({ cwd }, 'add', ...argv);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(said);
    expect(await file('avm.yaml')).toBe(before);
  });
});

describe('avm trace', () => {
  it('tells of a custom requirement what exists for it, what a person does, and its rules', async () => {
    const { cwd } = await workspace();
    const settings = ['satisfiedBy.components=backup', 'satisfiedBy.task=Practise it.', 'satisfiedBy.rules=OPS-012'];
    await avm({ cwd }, 'add', 'requirement', ...[statement, ...settings].flatMap((one) => ['--set', one]));
    const { code, out } = await avm({ cwd }, 'trace', 'FR-101');
    expect(code).toBe(0);
    for (const part of [
      'FR-101 Files MUST be kept: for # ten years.',
      'Manual task: Practise it.',
      'OPS-012',
      'recoveryVault',
    ])
      expect(out).toContain(part);
    expect((await avm({ cwd }, 'rules', 'FR-101')).err).toContain('FR-101 is a requirement, not a rule.');
  });

  it('tells of one that nothing satisfies, and of one that is out of scope', async () => {
    const { cwd } = await workspace(
      '--set',
      'requirements.outOfScope.FR-008=Nobody asks.',
      '--set',
      `FR-101.${statement}`,
    );
    expect((await avm({ cwd }, 'trace', 'FR-101')).out).toContain('Nothing satisfies it.');
    expect((await avm({ cwd }, 'trace', 'FR-008')).out).toContain('Out of scope: Nobody asks.');
  });
});
