import { join } from 'node:path';
import { blueprints } from '../../../avm-catalog/blueprints/index.ts';
import type { Rule } from '../../../avm-catalog/constitution/rule.ts';
import { rules } from '../../../avm-catalog/constitution/rules/index.ts';
import { nearest } from '../../findings/nearest.ts';
import { readTextFile } from '../shared/answers-text.ts';
import { printEnvelope } from '../shared/envelope.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import { Refusal, UsageFailure } from '../shared/failure.ts';
import { ruleJson, type AnsweredRules } from './rule-told.ts';
import { ruleLines, rulesLines } from './rules-text.ts';
import type { Terminal } from '../shared/terminal.ts';
import { todayOf } from '../shared/today.ts';
import { lookForWorkspace, refuseNewer } from '../shared/find-workspace.ts';
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
  terminal: Terminal,
): Promise<ExitCode> {
  const { cwd, out, paint } = terminal;
  const day = todayOf(today);
  const root = lookForWorkspace(cwd);
  if (root !== undefined) refuseNewer(root, terminal);
  const answered = root === undefined ? undefined : await read(root, day);
  const known = answered?.spec.rules ?? rules.map(asInCatalog);
  if (id !== undefined) {
    const rule = known.find((one) => one.definition.id === id) ?? unknown(id, known, answered);
    if (json) printEnvelope(terminal, { data: ruleJson(rule, answered) });
    else for (const line of ruleLines(rule, answered, paint)) out(line);
    return exit.clean;
  }
  const shown = all || !answered ? known : known.filter((one) => one.level !== 'off');
  const data = { workspace: root ?? null, rules: shown.map((one) => ruleJson(one, answered)) };
  if (json) printEnvelope(terminal, { data });
  else for (const line of rulesLines(shown, known, answered, paint)) out(line);
  return exit.clean;
}

/** avm.yaml is read, not planned, so that rules are listed also if settings break them. Waivers count as of the day. */
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
    throw new UsageFailure(`${id} is a requirement, not a rule.`, `To see what implements it, run: avm trace ${id}`);
  if (answered) refuseUnconcerned(id, answered.spec);
  const near = nearest(
    id,
    known.map((one) => one.definition.id),
  );
  throw new UsageFailure(
    `There is no rule '${id}'.`,
    near ? `Did you mean ${near}?` : 'To list all rules, run: avm rules --all',
  );
}
