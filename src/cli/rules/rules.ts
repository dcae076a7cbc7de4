import { join } from 'node:path';
import { blueprints } from '../../../avm-catalog/blueprints/index.ts';
import type { Rule } from '../../../avm-catalog/constitution/rule.ts';
import { rules } from '../../../avm-catalog/constitution/rules/index.ts';
import { nearest } from '../../findings/nearest.ts';
import { readTextFile } from '../shared/answers-text.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import { Refusal, UsageFailure } from '../shared/failure.ts';
import { ruleJson, type AnsweredRules } from './rule-told.ts';
import { ruleLines, rulesLines } from './rules-text.ts';
import type { Terminal } from '../shared/terminal.ts';
import { todayOf } from '../shared/today.ts';
import { lookForWorkspace } from '../shared/workspace.ts';
import { jsonText } from '../../findings/characters.ts';
import { refuseUnconcerned } from '../shared/unconcerned.ts';

interface RulesOptions {
  readonly all?: boolean;
  readonly json?: boolean;
  /** YYYY-MM-DD */
  readonly today?: string;
}

export async function runRules(
  id: string | undefined,
  { all, json, today }: RulesOptions,
  { cwd, out, paint }: Terminal,
): Promise<ExitCode> {
  const day = todayOf(today);
  const root = lookForWorkspace(cwd);
  const answered = root === undefined ? undefined : await read(root, day);
  const known = answered?.spec.rules ?? rules.map(asInCatalog);
  if (id !== undefined) {
    const rule = known.find((one) => one.definition.id === id) ?? unknown(id, known, answered);
    if (json) out(jsonText(ruleJson(rule, answered)));
    else for (const line of ruleLines(rule, answered, paint)) out(line);
    return exit.clean;
  }
  const shown = all || !answered ? known : known.filter((one) => one.level !== 'off');
  if (json) out(jsonText({ workspace: root ?? null, rules: shown.map((one) => ruleJson(one, answered)) }));
  else for (const line of rulesLines(shown, known, answered, paint)) out(line);
  return exit.clean;
}

/** The answers are read, not planned: rules are told of where they are broken too. Waivers count as in a check of that day. */
async function read(root: string, today: string): Promise<AnsweredRules> {
  const [{ parseAnswers }, { resolve }, { checkSpec }, { settingsStates }, { placesIn }, { inForce }] =
    await Promise.all([
      import('../../answers/parse.ts'),
      import('../../resolve/resolve.ts'),
      import('../../resolve/check.ts'),
      import('../../resolve/states.ts'),
      import('../../answers/locate.ts'),
      import('../../resolve/waivers.ts'),
    ]);
  const text = readTextFile(join(root, 'avm.yaml'), 'avm.yaml');
  const parsed = parseAnswers(text);
  if ('findings' in parsed) throw new Refusal(parsed.findings);
  const resolved = resolve(parsed.answers);
  const spec = { ...resolved, waivers: inForce(resolved.waivers, today) };
  const states = settingsStates(spec, checkSpec(spec, parsed.answers));
  return { spec, place: placesIn(text), states: new Map(states.map((one) => [one.rule.definition.id, one])) };
}

function asInCatalog(definition: Rule['definition']): Rule {
  return { definition, level: definition.level, parameters: definition.parameters.defaults };
}

function unknown(id: string, known: readonly Rule[], answered: AnsweredRules | undefined): never {
  const isRequirement =
    answered?.spec.requirements.has(id) ?? blueprints.some(({ content }) => Object.hasOwn(content.requirements, id));
  if (isRequirement)
    throw new UsageFailure(`${id} is a requirement, not a rule.`, `avm trace ${id} says what is there for it.`);
  if (answered) refuseUnconcerned(id, answered.spec);
  const near = nearest(
    id,
    known.map((one) => one.definition.id),
  );
  throw new UsageFailure(
    `There is no rule "${id}".`,
    near ? `Did you mean ${near}?` : 'avm rules --all lists all there are.',
  );
}
