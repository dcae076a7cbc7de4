import { describe, expect, it } from 'vitest';
import type { Asker } from '../../generators/asker.ts';
import { keptAsker, type KeptAnswer } from '../../generators/kept-asker.ts';
import { workload } from '../../generators/workload.ts';
import { writeAnswers } from '../../src/answers/write.ts';
import { folder } from '../cli/run.ts';
import { scripted, type Script } from './scripted.ts';

interface Kept {
  answers: readonly KeptAnswer[];
}

/** An interview that is stopped at a question, or goes to its end. */
async function interviewed(kept: Kept, script: Script, stopAt?: string) {
  const session = scripted(script, (await folder()).path, { folder: 'payroll' });
  const stop = (message: string): void => {
    if (stopAt !== undefined && message.startsWith(stopAt)) throw new Error('stopped');
  };
  const stopping: Asker = {
    ...session.ask,
    text: (one) => (stop(one.message), session.ask.text(one)),
    confirm: (one) => (stop(one.message), session.ask.confirm(one)),
    choose: (one) => (stop(one.message), session.ask.choose(one)),
    several: (one) => (stop(one.message), session.ask.several(one)),
  };
  const run = async () => {
    const ask = await keptAsker(stopping, {
      load: () => kept.answers,
      save: (answers) => void (kept.answers = answers),
    });
    return (await workload.prompts({ ...session, ask })).answers;
  };
  return { session, run };
}

const script: Script = {
  'Name of the workload': 'wages',
  'Use the recommended': false,
  'Which rules': ['SEC-010'],
  'SEC-010': 'off',
  'Availability zone (dev)': 'None',
  'Tag owner': 'team-a',
};

describe('answers of an interview that was interrupted', () => {
  it('are taken over, and the rest is asked; it comes to the same', async () => {
    const kept: Kept = { answers: [] };
    await expect((await interviewed(kept, script, 'Tag costCenter')).run()).rejects.toThrow('stopped');
    const count = kept.answers.length;
    expect(kept.answers.map((one) => one.question)).toContain('Tag owner');
    const again = await interviewed(kept, {});
    const answers = await again.run();
    expect(again.session.asked[0]).toContain(`Take over its ${count} answers`);
    expect(again.session.asked.slice(1, 3)).toEqual(['Tag costCenter', 'Tag application']);
    expect(again.session.said).toEqual(
      expect.arrayContaining(['  Name of the workload: wages', '  Tag owner: team-a']),
    );
    const whole = await (await interviewed({ answers: [] }, script)).run();
    expect(writeAnswers(answers)).toBe(writeAnswers(whole));
  });

  it('are forgotten where a person does not want them', async () => {
    const kept: Kept = { answers: [{ question: 'Name of the workload', answer: 'wages' }] };
    const { run, session } = await interviewed(kept, { 'An earlier run': false });
    expect((await run()).workload.name).toBe('payroll');
    expect(session.asked).toContain('Name of the workload');
  });

  it.each<[string, KeptAnswer]>([
    ['to another question', { question: 'Name of something', answer: 'wages' }],
    ['that are not taken', { question: 'Name of the workload', answer: 'Pay Roll' }],
    ['of another kind', { question: 'Name of the workload', answer: ['wages'] }],
  ])('%s end what is taken over', async (_, first) => {
    const kept: Kept = { answers: [first, { question: 'Description, in one line', answer: 'Wages' }] };
    const { run, session } = await interviewed(kept, {});
    const { workload: made } = await run();
    expect(made.name).toBe('payroll');
    expect(made.description).not.toBe('Wages');
    expect(session.asked).toContain('Description, in one line');
  });

  it('never answer whether all is to be written', async () => {
    const kept: Kept = { answers: [] };
    await (await interviewed(kept, {})).run();
    expect(kept.answers.map((one) => one.question)).not.toContain('Create this workspace?');
    const again = await interviewed(kept, {});
    await again.run();
    expect(again.session.asked.slice(1)).toEqual(['Create this workspace?']);
  });
});
