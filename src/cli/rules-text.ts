import type { View } from '../../avm-catalog/component.ts';
import { breaksIn } from '../../avm-catalog/evaluate.ts';
import { components } from '../../avm-catalog/components/index.ts';
import { heldAt, type Held, type OwnPart, type Rule, type RuleException } from '../../avm-catalog/rule.ts';
import type { AnswerPlace } from '../answers/locate.ts';
import type { State } from '../../avm-catalog/state.ts';
import { ruleAnswer } from '../spec/rule-answer.ts';
import type { Spec, Waiver } from '../spec/spec.ts';
import { settingsText, stateText, whyText } from '../spec/state-text.ts';
import type { RuleState } from '../spec/states.ts';
import { waiverFor } from '../spec/waivers.ts';
import { stateJson } from './check-text.ts';
import { counted } from './findings-text.ts';
import { table } from './table.ts';
import type { Paint } from './terminal.ts';

/** The answers of a workspace, and where they stand in avm.yaml. */
export interface Answered {
  readonly spec: Spec;
  readonly place: (answer: string) => AnswerPlace | undefined;
  /** States by the settings alone, by rule. */
  readonly states: ReadonlyMap<string, RuleState>;
}

/** A rule, as machines are told of it; outside a workspace it is as the catalog has it. */
export function ruleJson(rule: Rule, answered: Answered | undefined): RuleTold {
  const { definition, level, parameters } = rule;
  const { id, category, title, shapes, statement } = definition;
  const place = answered?.place(ruleAnswer(id));
  const stands = answered?.states.get(id);
  return {
    id,
    category,
    title,
    level,
    default: { level: definition.level, parameters: definition.parameters.defaults },
    parameters,
    statement: statement(parameters),
    ...(definition.own ? { resources: definition.own.resources, must: definition.own.must } : {}),
    shapes,
    held: heldAt(definition),
    exceptions: definition.exceptions ?? [],
    line: place?.whole ? place.line : null,
    components: components
      .filter((one) => one.serves.includes(id))
      .map((one) => ({
        name: one.name,
        title: one.title,
        environments: answered ? whereOn(one, answered.spec) : null,
      })),
    broken: answered && level !== 'off' ? answered.spec.views.flatMap((view) => broken(rule, view)) : [],
    waivers: answered ? answered.spec.waivers.filter((one) => one.rule === id) : [],
    ...(stands ? { state: stands.state, environments: stateJson(stands).environments } : {}),
  };
}

interface RuleTold {
  readonly id: string;
  readonly category: string;
  readonly title: string;
  readonly level: string;
  readonly default: { readonly level: string; readonly parameters: object };
  readonly parameters: object;
  readonly statement: string;
  /** Of a rule of one's own: what it looks at and what must hold of it, in words. */
  readonly resources?: string;
  readonly must?: string;
  readonly shapes: string;
  readonly held: Held;
  /** What it leaves out, and why. */
  readonly exceptions: readonly RuleException[];
  /** In avm.yaml; null where the rule is not written down there. */
  readonly line: number | null;
  /** Components that serve it, and where they are on; null outside a workspace. */
  readonly components: readonly {
    readonly name: string;
    readonly title: string;
    readonly environments: readonly string[] | null;
  }[];
  /** What in the answers breaks it. */
  readonly broken: readonly {
    readonly environment: string;
    readonly answer: string;
    readonly what: string;
    readonly instead: string;
  }[];
  readonly waivers: readonly Waiver[];
  /** By its settings alone; `avm check` evaluates the rest. */
  readonly state?: State;
  readonly environments?: ReturnType<typeof stateJson>['environments'];
}

function whereOn(one: (typeof components)[number], { views, blueprint }: Spec): readonly string[] {
  if (!blueprint.components.includes(one.name)) return [];
  return views.filter((view) => one.enabled(view)).map((view) => view.environment);
}

function broken(rule: Rule, view: View): RuleTold['broken'] {
  return (breaksIn(rule, view) ?? []).map((one) => ({ environment: view.environment, ...one }));
}

export function rulesLines(
  shown: readonly Rule[],
  known: readonly Rule[],
  answered: Answered | undefined,
  paint: Paint,
): readonly string[] {
  const hidden = known.length - shown.length;
  const more = hidden === 0 ? '' : `, ${hidden} more off (--all lists them)`;
  const whose = answered ? 'of this workspace' : 'of the catalog, with their defaults: this is no workspace';
  const [head = '', ...rows] = table([
    ['rule', 'level', 'title', ...(answered ? ['settings'] : []), 'parameters'],
    ...shown.map((rule) => [
      rule.definition.id,
      levelWith(rule, answered),
      rule.definition.title,
      ...(answered ? [settingsOf(rule, answered)] : []),
      parametersText(rule.parameters),
    ]),
  ]);
  return [`${counted(shown.length, 'rule')} ${whose}${more}`, '', paint('bold', head), ...rows];
}

function settingsOf({ definition }: Rule, { states }: Answered): string {
  const stands = states.get(definition.id);
  return stands ? settingsText(stands) : '';
}

/** `must, W-001`: how it is meant, and what waives it. */
function levelWith({ definition, level }: Rule, answered: Answered | undefined): string {
  const waivers = answered?.spec.waivers.filter((one) => one.rule === definition.id) ?? [];
  return [level, ...waivers.map((one) => one.id)].join(', ');
}

function parametersText(parameters: object): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join('; ');
}

export function ruleLines(rule: Rule, answered: Answered | undefined, paint: Paint): readonly string[] {
  const told = ruleJson(rule, answered);
  const parameters = parametersText(told.parameters);
  const rows: readonly Row[] = [
    ['Level', levelText(told, answered !== undefined)],
    ...(parameters === '' ? [] : [['Parameters', parameters] as const]),
    ...stateRows(told.id, answered),
    ...(rule.definition.own ? ownRows(rule.definition.own) : catalogRows(told, answered)),
    ...told.waivers.map((one) => ['Waived', waiverText(one)] as const),
  ];
  return [
    `${paint('bold', told.id)} ${told.title}`,
    `  ${told.statement}`,
    '',
    ...table(rows),
    ...told.broken.map(({ environment, answer, what, instead }) => {
      const by = waiverFor(told.waivers, told.id, [environment]);
      const mark = by ? paint('yellow', '~') : paint('red', '✗');
      return `  ${mark} ${environment}: ${what} (${answer}); ${by ? `waived by ${by.id}` : `answer ${instead}`}`;
    }),
    ...(told.exceptions.length === 0
      ? []
      : ['', paint('bold', 'What it leaves out'), ...table(told.exceptions.map(({ what, why }) => [what, why]))]),
    ...(answered ? ['', `  What is there for it: ${paint('bold', `avm trace ${told.id}`)}`] : []),
  ];
}

function stateRows(id: string, answered: Answered | undefined): readonly Row[] {
  const stands = answered?.states.get(id);
  if (!stands) return [];
  const state = ['State', `${stateText(stands)}: ${whyText(stands)}`] as const;
  return [state, ['Settings', settingsText(stands)]];
}

type Row = readonly [title: string, text: string];

const predicted = 'held over what the compiler predicts: avm check';

function ownRows({ resources, must, environments }: OwnPart): readonly Row[] {
  return [
    ['Looks at', resources],
    ['Must hold', must],
    ['Where', environments.join(', ') || 'in every environment'],
    ['Resources', predicted],
  ];
}

function catalogRows(told: RuleTold, answered: Answered | undefined): readonly Row[] {
  return [
    ['Shapes', told.shapes],
    ['Answers', answersText(told, answered)],
    [
      'Template',
      told.held.template ? 'held over main.bicep on disk: avm check' : 'no declaration by itself can break it',
    ],
    ['Resources', told.held.resources ? predicted : 'no resource can break it'],
    [
      'Served by',
      told.components.map(componentText).join('; ') || 'no component of its own: it holds wherever it applies',
    ],
  ];
}

function waiverText({ id, environments, resources, reason, approvedBy, until }: Waiver): string {
  const which = resources.includes('*') ? '' : `, for ${resources.join(', ')}`;
  return `${id} in ${environments.join(', ')}${which}, until ${until}: ${reason} (${approvedBy})`;
}

function levelText({ level, line, default: { level: usual }, must }: RuleTold, inWorkspace: boolean): string {
  if (!inWorkspace) return `${level} by default`;
  const from = line === null ? 'default of the catalog' : `avm.yaml:${line}`;
  if (must !== undefined) return `${level} (${from})`;
  return `${level} (${from}${level === usual ? '' : `; ${usual} by default`})`;
}

function answersText({ held, level, broken: breaks }: RuleTold, answered: Answered | undefined): string {
  if (!held.answers) return 'no single answer can break it';
  if (!answered || level === 'off') return 'held before anything is written';
  return breaks.length > 0
    ? 'broken, see below'
    : `held before anything is written; they keep it in ${answered.spec.views.map((view) => view.environment).join(', ')}`;
}

function componentText({ name, environments }: RuleTold['components'][number]): string {
  if (environments === null) return name;
  return `${name} (${environments.length === 0 ? 'off' : environments.join(', ')})`;
}
