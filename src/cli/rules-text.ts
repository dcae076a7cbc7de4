import type { View } from '../../avm-catalog/component.ts';
import { components } from '../../avm-catalog/components/index.ts';
import { heldAt, type OwnPart, type Rule } from '../../avm-catalog/rule.ts';
import type { AnswerPlace } from '../answers/locate.ts';
import { ruleAnswer } from '../spec/rule-answer.ts';
import type { Spec } from '../spec/spec.ts';
import { counted } from './findings-text.ts';
import { table } from './table.ts';
import type { Paint } from './terminal.ts';

/** The answers of a workspace, and where they stand in avm.yaml. */
export interface Answered {
  readonly spec: Spec;
  readonly place: (answer: string) => AnswerPlace | undefined;
}

/** A rule, as machines are told of it; outside a workspace it is as the catalog has it. */
export function ruleJson(rule: Rule, answered: Answered | undefined): RuleTold {
  const { definition, level, parameters } = rule;
  const { id, category, title, shapes, statement } = definition;
  const place = answered?.place(ruleAnswer(id));
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
    line: place?.whole ? place.line : null,
    components: components
      .filter((one) => one.serves.includes(id))
      .map((one) => ({
        name: one.name,
        title: one.title,
        environments: answered ? whereOn(one, answered.spec) : null,
      })),
    broken: answered && level !== 'off' ? answered.spec.views.flatMap((view) => broken(rule, view)) : [],
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
  readonly held: { readonly answers: boolean; readonly resources: boolean };
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
}

function whereOn(one: (typeof components)[number], { views, blueprint }: Spec): readonly string[] {
  if (!blueprint.components.includes(one.name)) return [];
  return views.filter((view) => one.enabled(view)).map((view) => view.environment);
}

function broken({ definition, parameters }: Rule, view: View): RuleTold['broken'] {
  return definition.breaks(view, parameters).map((one) => ({ environment: view.environment, ...one }));
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
    ['rule', 'level', 'title', 'parameters'],
    ...shown.map((rule) => [rule.definition.id, rule.level, rule.definition.title, parametersText(rule.parameters)]),
  ]);
  return [`${counted(shown.length, 'rule')} ${whose}${more}`, '', paint('bold', head), ...rows];
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
    ...(rule.definition.own ? ownRows(rule.definition.own) : catalogRows(told, answered)),
  ];
  return [
    `${paint('bold', told.id)} ${told.title}`,
    `  ${told.statement}`,
    '',
    ...table(rows),
    ...told.broken.map(
      ({ environment, answer, what, instead }) =>
        `  ${paint('red', '✗')} ${environment}: ${what} (${answer}); answer ${instead}`,
    ),
    ...(answered ? ['', `  What is there for it: ${paint('bold', `avm trace ${told.id}`)}`] : []),
  ];
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
      'Resources',
      told.held.resources ? predicted : 'no check of its own: it is held by how the plan is made, and the compiler',
    ],
    [
      'Served by',
      told.components.map(componentText).join('; ') || 'no component of its own: it holds wherever it applies',
    ],
  ];
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
