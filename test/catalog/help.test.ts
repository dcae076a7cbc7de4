import { expect, it } from 'vitest';
import { examples } from '../../avm-catalog/blueprints/help.ts';
import { componentNamed, components } from '../../avm-catalog/components/index.ts';
import { resolvePath } from '../../src/answers/paths.ts';

it('examples of the help name what there is', () => {
  expect(componentNamed(examples.component)?.inputs?.switchOn).toBeDefined();
  for (const name of [examples.satisfies, examples.keeps, examples.traced]) expect(componentNamed(name)).toBeDefined();
  const additions = components.flatMap((one) => one.additions ?? []);
  const addition = additions.find((one) => one.name === examples.addition);
  expect(addition?.title.toLowerCase()).toBe(examples.additionTitle);
  const keys = addition?.fields.map(({ key }) => key);
  for (const [, key] of examples.additionAnswers.matchAll(/--set (\w+)=/g)) expect(keys).toContain(key);
  for (const assignment of [examples.setting, examples.settings, examples.rule].flatMap((one) => one.split(' ')))
    expect(resolvePath(assignment.split('=')[0] ?? ''), assignment).toHaveProperty('schema');
});
