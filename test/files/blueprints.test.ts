import { describe, expect, it } from 'vitest';
import { blueprints, defaultBlueprint } from '../../avm-catalog/blueprints/index.ts';
import { components } from '../../avm-catalog/components/index.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { writeAnswers } from '../../src/answers/write.ts';
import { generate } from '../../src/files/generate.ts';
import { openQuestions } from '../../src/resolve/clarify/open.ts';
import { catalog } from '../plan/support.ts';

/** What only a blueprint with a machine speaks of. */
const machineWords =
  /\b(?:VMs?|virtual machines?|machines?|Windows|Bastion|passwords?|disks?|administrators?|remote desktop|just-in-time)\b/i;
/** Names of others in which such words are: a role, a domain, a rule of the linter, a class of the picture's style, types and blueprints to choose from. */
const names =
  /(?:User Access|Access Control) Administrator|core\.windows\.net|use-stable-vm-image|\.avm-machine|"(?:Microsoft\.\w+\/\w+|[a-z-]+@\d+\.\d+\.\d+)"/g;

const others = blueprints.filter((one) => one !== defaultBlueprint);

/** Everything that can be switched on, on, where that needs no further answer. */
function full(blueprint: (typeof blueprints)[number]) {
  const start = startAnswers({ name: 'demo' }, blueprint);
  const on = components.flatMap(({ name, inputs }) =>
    blueprint.components.includes(name) && inputs?.switchOn && !inputs.needsMore
      ? [[inputs.token.key, inputs.switchOn] as const]
      : [],
  );
  const rules = { ...start.constitution.rules, 'SEC-009': { level: 'must' as const, mode: 'optional' } };
  return {
    ...start,
    constitution: { ...start.constitution, rules },
    spec: { ...start.spec, ...Object.fromEntries(on) },
  };
}

describe.each(others)('a workspace of $name', (blueprint) => {
  const variants = { default: startAnswers({ name: 'demo' }, blueprint), full: full(blueprint) };

  it.each(Object.entries(variants))('speaks of nothing that it does not have (%s)', (_, answers) => {
    const text = writeAnswers(answers);
    const { files = [], findings } = generate(answers, text, catalog);
    expect(findings.filter((one) => one.severity === 'error')).toEqual([]);
    expect(files.length).toBeGreaterThan(20);
    // Scripts are the same in every workspace, and names of others are as others write them.
    const own = files.filter(
      ({ path }) => !/^(?:deploy\/(?:lib|azd)\/|deploy\/environments\.json|\.ps-rule\/|azure\.yaml)/.test(path),
    );
    const said = [{ path: 'avm.yaml', text }, ...own].flatMap(({ path, text: content }) =>
      content
        .split('\n')
        .filter((line) => machineWords.test(line.replace(names, '')))
        .map((line) => `${path}: ${line}`),
    );
    expect(said).toEqual([]);
  });

  it('asks about nothing that it does not have', () => {
    const answers = variants.default;
    const { spec, findings } = generate(answers, writeAnswers(answers), catalog);
    const asked = openQuestions({ spec, answers, findings }).map((one) => JSON.stringify(one));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((one) => machineWords.test(one))).toEqual([]);
  });
});
