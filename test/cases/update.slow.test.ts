import { describe, expect, it } from 'vitest';
import { parseAnswers } from '../../src/answers/parse.ts';
import { updated } from '../../src/answers/update.ts';
import { generate } from '../../src/files/generate.ts';
import { catalog } from '../plan/support.ts';
import { predictAll } from '../rules/predict.ts';
import { modulesFolder } from '../support/modules.ts';
import { isMissing } from '../support/tools.ts';
import { cases, textOfCase } from './cases.ts';

const modules = modulesFolder();
const first = cases.filter((name) => /^version: 1$/m.test(textOfCase(name)));

function generated(text: string) {
  const parsed = parseAnswers(text);
  if ('findings' in parsed) throw new Error(JSON.stringify(parsed.findings));
  return generate(parsed.answers, text, catalog);
}

describe.skipIf(modules === null || isMissing('bicep'))('avm update, with the real compiler and the real modules', () => {
  it.each(first)('leaves every predicted resource of %s as it is, its name and its ID among it', async (name) => {
    const text = textOfCase(name);
    const result = updated(text);
    if ('findings' in result || modules === null) throw new Error('not updated');
    const [before, after] = [
      await predictAll(generated(text), modules),
      await predictAll(generated(result.text), modules),
    ];
    expect(before.snapshots.flatMap(({ resources }) => resources).length).toBeGreaterThan(10);
    expect(after.snapshots).toEqual(before.snapshots);
  });
});
