import { describe, expect, it } from 'vitest';
import { askRequirement } from '../../generators/requirement.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import type { RequirementSection } from '../../src/answers/requirements.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { writeAnswers } from '../../src/answers/write.ts';
import { ownRequirement } from '../../src/cli/change/requirement.ts';
import { folder } from '../cli/run.ts';
import { scripted, type Script } from './scripted.ts';

const answers = startAnswers({ name: 'demo' });

async function asked(section: RequirementSection, what: string, script: Script) {
  const { path: root } = await folder();
  const session = scripted(script, root);
  const parts = await askRequirement(section, answers, session.ask);
  const edited = ownRequirement(root, writeAnswers(answers), what, parts);
  const parsed = 'text' in edited ? parseAnswers(edited.text) : edited;
  return { session, requirements: 'answers' in parsed ? parsed.answers.requirements : parsed.findings };
}

describe('a requirement that is asked for', () => {
  it('is kept as it was said', async () => {
    const statement = '"Files": [kept], for # ten years';
    const { requirements } = await asked('functional', 'requirement', {
      'What must be true': statement,
      'Which story': 'US4',
      'Which components': ['Backup', 'Key vault'],
      'Which manual task': 'Practise it.',
    });
    expect(requirements).toEqual({
      functional: {
        'FR-101': {
          statement,
          story: 'US4',
          satisfiedBy: { components: ['backup', 'key-vault'], task: 'Practise it.' },
        },
      },
    });
  });

  it('may be satisfied by nothing yet', async () => {
    const { requirements } = await asked('constraints', 'constraint', { 'What must be true': 'true' });
    expect(requirements).toEqual({ constraints: { 'CON-101': { statement: 'true' } } });
  });

  it('is asked again where it says nothing, too much, what is not seen, or a secret', async () => {
    const key = `AccountKey=${'bm90IGEga2V5'.repeat(6)}=`;
    const { session, requirements } = await asked('success', 'criterion', {
      '*What must be true': ['', 'x'.repeat(501), 'a\u202eb', key, 'It works.'],
    });
    expect(requirements).toEqual({ success: { 'SC-101': { statement: 'It works.' } } });
    expect(session.refused).toEqual([
      'Enter a few words.',
      'Use at most 500 characters.',
      'It contains an invisible character (U+202E).',
      'This looks like a secret, and avm.yaml must not contain secrets.',
    ]);
  });

  it('is a story with all its scenarios', async () => {
    const { requirements } = await asked('stories', 'story', {
      'What does the user': 'Find a file',
      Priority: 'P2',
      'Why this': 'a',
      'How can it': 'b',
      '*Given': ['c', 'f'],
      '*When': ['d: x', 'g'],
      '*Then': ['e', 'h'],
      '*Another': [true, false],
    });
    expect(requirements).toEqual({
      stories: {
        US101: {
          title: 'Find a file',
          priority: 'P2',
          why: 'a',
          test: 'b',
          scenarios: [
            { given: 'c', when: 'd: x', then: 'e' },
            { given: 'f', when: 'g', then: 'h' },
          ],
        },
      },
    });
  });
});
