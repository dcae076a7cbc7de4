import { controlsText } from '../../../avm-catalog/constitution/benchmarks.ts';
import { attestationText } from '../../../avm-catalog/constitution/custom/attestation.ts';
import { parameterText } from '../../../avm-catalog/constitution/parameter-text.ts';
import type { OwnPart, Rule } from '../../../avm-catalog/constitution/rule.ts';
import { toFix } from '../../findings/messages/commands.ts';
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
  const more = hidden === 0 ? '' : `, and ${hidden} that ${hidden === 1 ? 'is' : 'are'} off (to list them, add --all)`;
  const whose = answered ? 'in this workspace' : 'in the catalog, with default levels and parameters';
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

/** `must, W-001`: the level, and the waivers. */
function levelWith({ definition, level }: Rule, answered: AnsweredRules | undefined): string {
  const waivers = answered?.spec.waivers.filter((one) => one.rule === definition.id) ?? [];
  return [level, ...waivers.map((one) => one.id)].join(', ');
}

function parametersText(parameters: object): string {
  return Object.entries(parameters)
    .map(([name, value]) => [name, parameterText(value)])
    .filter(([, text]) => text !== '')
    .map((one) => one.join(': '))
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
    ...(told.controls.length > 0 ? [['Controls', controlsText(rule)] as const] : []),
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
      return `  ${mark} ${environment}: ${what} (${answer}). ${by ? `Waived by ${by.id}` : toFix(instead, { environment })}`;
    }),
    ...(told.exceptions.length === 0
      ? []
      : ['', paint('bold', 'Exceptions'), ...table(told.exceptions.map(({ what, why }) => [what, why]))]),
    ...(answered ? ['', `  To see what implements it, run: ${paint('bold', `avm trace ${told.id}`)}`] : []),
  ];
}

function stateRows(id: string, answered: AnsweredRules | undefined): readonly Row[] {
  const stands = answered?.states.get(id);
  if (!stands) return [];
  const state = ['State', `${stateText(stands)}: ${whyText(stands)}`] as const;
  return [state, ['Settings', settingsText(stands)]];
}

type Row = readonly [title: string, text: string];

const predicted = 'evaluated for the predicted resources by avm check';

function ruleRows(
  { definition: { own, attested } }: Rule,
  told: RuleTold,
  answered: AnsweredRules | undefined,
): readonly Row[] {
  if (attested) return [['Attested', `${attested.how} (${attestationText(attested)})`]];
  return own ? ownRows(own) : catalogRows(told, answered);
}

function ownRows({ resources, must, environments, ofTemplate }: OwnPart): readonly Row[] {
  return [
    ['Applies to', resources],
    ['Condition', must],
    ['Environments', environments.join(', ') || 'all'],
    ofTemplate ? ['Template', 'evaluated for main.bicep by avm check'] : ['Resources', predicted],
  ];
}

function catalogRows(told: RuleTold, answered: AnsweredRules | undefined): readonly Row[] {
  return [
    ['Rationale', told.source ? `${told.rationale} (${told.source.title}: ${told.source.url})` : told.rationale],
    ['Implemented', told.shapes],
    ['In avm.yaml', answersText(told, answered)],
    ['Template', told.held.template ? 'evaluated for main.bicep by avm check' : 'not applicable'],
    ['Resources', told.held.resources ? predicted : 'not applicable'],
    ...(told.held.changes ? [['Deployments', 'evaluated for a what-if result by avm whatif'] as const] : []),
    ['Components', told.components.map(componentText).join('; ') || 'none: it applies to all components'],
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
  if (!held.answers) return 'not applicable';
  if (!answered || level === 'off') return 'evaluated before anything is written';
  return breaks.length > 0
    ? 'noncompliant, see below'
    : `compliant in ${answered.spec.views.map((view) => view.environment).join(', ')}`;
}

function componentText({ name, environments }: RuleTold['components'][number]): string {
  if (environments === null) return name;
  return `${name} (${environments.length === 0 ? 'off' : environments.join(', ')})`;
}
