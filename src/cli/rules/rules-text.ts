import { attestationText } from '../../../avm-catalog/constitution/custom/words.ts';
import type { OwnPart, Rule } from '../../../avm-catalog/constitution/rule.ts';
import type { Waiver } from '../../resolve/spec.ts';
import { settingsText, stateText, whyText } from '../../resolve/state-text.ts';
import { waiverFor } from '../../resolve/waivers.ts';
import { counted } from '../shared/findings-text.ts';
import { ruleJson, type AnsweredRules, type RuleTold } from './rule-told.ts';
import { table } from '../shared/table.ts';
import type { Paint } from '../shared/terminal.ts';

export function rulesLines(
  shown: readonly Rule[],
  known: readonly Rule[],
  answered: AnsweredRules | undefined,
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

function settingsOf({ definition }: Rule, { states }: AnsweredRules): string {
  const stands = states.get(definition.id);
  return stands ? settingsText(stands) : '';
}

/** `must, W-001`: how it is meant, and what waives it. */
function levelWith({ definition, level }: Rule, answered: AnsweredRules | undefined): string {
  const waivers = answered?.spec.waivers.filter((one) => one.rule === definition.id) ?? [];
  return [level, ...waivers.map((one) => one.id)].join(', ');
}

function parametersText(parameters: object): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join('; ');
}

export function ruleLines(rule: Rule, answered: AnsweredRules | undefined, paint: Paint): readonly string[] {
  const told = ruleJson(rule, answered);
  const parameters = parametersText(told.parameters);
  const rows: readonly Row[] = [
    ['Level', levelText(told, answered !== undefined)],
    ...(parameters === '' ? [] : [['Parameters', parameters] as const]),
    ...stateRows(told.id, answered),
    ...ruleRows(rule, told, answered),
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

function stateRows(id: string, answered: AnsweredRules | undefined): readonly Row[] {
  const stands = answered?.states.get(id);
  if (!stands) return [];
  const state = ['State', `${stateText(stands)}: ${whyText(stands)}`] as const;
  return [state, ['Settings', settingsText(stands)]];
}

type Row = readonly [title: string, text: string];

const predicted = 'held over what the compiler predicts: avm check';

function ruleRows(
  { definition: { own, attested } }: Rule,
  told: RuleTold,
  answered: AnsweredRules | undefined,
): readonly Row[] {
  if (attested) return [['Attested', `${attested.how} (${attestationText(attested)})`]];
  return own ? ownRows(own) : catalogRows(told, answered);
}

function ownRows({ resources, must, environments }: OwnPart): readonly Row[] {
  return [
    ['Looks at', resources],
    ['Must hold', must],
    ['Where', environments.join(', ') || 'in every environment'],
    ['Resources', predicted],
  ];
}

function catalogRows(told: RuleTold, answered: AnsweredRules | undefined): readonly Row[] {
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

function answersText({ held, level, broken: breaks }: RuleTold, answered: AnsweredRules | undefined): string {
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
