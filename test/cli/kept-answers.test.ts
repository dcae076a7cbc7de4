import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Cancelled } from '../../generators/session.ts';
import { keptAnswers } from '../../src/cli/shared/kept-answers.ts';
import { version } from '../../src/files/tool.ts';
import { folder } from './run.ts';

const answers = [
  { question: 'Name', answer: 'wages' },
  { question: 'Same?', answer: true },
  { question: 'Which?', answer: ['a', 'b'] },
];

describe.skipIf(process.platform === 'win32')('kept answers', () => {
  let cache: string;
  beforeEach(async () => {
    cache = (await folder()).path;
    vi.stubEnv('XDG_CACHE_HOME', cache);
  });
  afterEach(() => void vi.unstubAllEnvs());
  const below = (): string => join(cache, 'create-avm/answers');
  const file = (): string => join(below(), readdirSync(below())[0] ?? '');

  it('are those of one command about one folder, for the user alone, until they are forgotten', () => {
    const keep = keptAnswers('create', '/work/payroll');
    keep.save(answers);
    expect(keptAnswers('create', '/work/payroll').load()).toEqual(answers);
    expect(keptAnswers('create', '/work/other').load()).toEqual([]);
    expect(keptAnswers('clarify', '/work/payroll').load()).toEqual([]);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    keep.forget();
    expect(keep.load()).toEqual([]);
    expect(readdirSync(below())).toEqual([]);
  });

  it.each([
    ['no JSON', '{'],
    ['of another version', JSON.stringify({ version: '0.0.0', answers })],
    ['of another form', JSON.stringify({ version, answers: [{ question: 1, answer: 'a' }] })],
    ['too large', ' '.repeat(300_000)],
  ])('that are %s count as none', (_, text) => {
    const keep = keptAnswers('create', '/work/payroll');
    keep.save(answers);
    writeFileSync(file(), text);
    expect(keep.load()).toEqual([]);
  });

  it('that others could have written count as none', () => {
    const keep = keptAnswers('create', '/work/payroll');
    keep.save(answers);
    chmodSync(file(), 0o666);
    expect(keep.load()).toEqual([]);
  });

  it('are forgotten where a person cancels, and else said to be kept', async () => {
    const told: string[] = [];
    const terminal = { err: (line = '') => void told.push(line) } as never;
    const keep = keptAnswers('create', '/work/payroll');
    keep.save(answers);
    const interrupt = Object.assign(new Error('stopped'), { name: 'ExitPromptError' });
    await expect(keep.during(terminal, () => Promise.reject(interrupt))).rejects.toThrow('stopped');
    expect(told).toEqual(['Your answers are kept. Run the same command again to continue.']);
    await expect(keep.during(terminal, () => Promise.reject(new Cancelled('cancelled')))).rejects.toThrow('cancelled');
    expect(keep.load()).toEqual([]);
    expect(told).toHaveLength(1);
  });
});
