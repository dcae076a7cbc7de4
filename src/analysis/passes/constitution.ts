import { newestControlsText } from '../../../avm-catalog/constitution/benchmarks.ts';
import { statementOf, type Rule } from '../../../avm-catalog/constitution/rule.ts';
import type { Sources } from '../analysis.ts';
import { breaksOf, customEvaluation, evaluationText } from '../../resolve/rule-words.ts';
import { settingsText, stateText } from '../../resolve/state-text.ts';
import { settingsStates } from '../../resolve/states.ts';
import { documentPaths, type Documents } from '../documents.ts';
import type { RuleLine } from '../read/constitution.ts';
import { teller, type PassResult } from '../tell.ts';
import { plain, said } from '../text.ts';
import { forbidden } from './forbidden.ts';
import { waivers } from './waivers.ts';

const tell = teller('constitution');

/** The constitution against the answers, and the plan against the constitution. */
export function constitution(documents: Documents, sources: Sources): readonly PassResult[] {
  const on = sources.spec.rules.filter(({ level }) => level !== 'off');
  return [
    ...ruleLines(documents, on),
    ...versionLine(documents, sources),
    ...planCheck(documents, sources),
    ...waivers(documents, sources),
    ...exceptions(documents),
    ...forbidden(documents, on),
  ];
}

const weightOf = ({ level }: Rule) => (level === 'must' ? 'CRITICAL' : 'HIGH');

function ruleLines({ constitution: read }: Documents, on: readonly Rule[]): readonly PassResult[] {
  if (!read) return [];
  const file = read.path;
  const stated = new Map(read.rules.map((one) => [one.id, one]));
  const known = new Set(on.map(({ definition }) => definition.id));
  return [
    ...on.flatMap((rule) => {
      const { id } = rule.definition;
      const line = stated.get(id);
      return line ? ruleLine(file, line, rule) : [tell(weightOf(rule), 'rule-missing', { file, subject: id })];
    }),
    ...read.rules
      .filter(({ id }) => !known.has(id))
      .map(({ id, line, level }) => tell('HIGH', 'rule-not-answered', { file, line, subject: id }, { level })),
  ];
}

function ruleLine(file: string, { id, level, text, line }: RuleLine, rule: Rule): readonly PassResult[] {
  const at = { file, line, subject: id };
  const wants = [statementOf(rule), ...detailsOf(rule)].join(' ');
  const answered = rule.level.toUpperCase();
  return [
    ...(level === answered ? [] : [tell(weightOf(rule), 'rule-level', at, { says: level, wants: answered })]),
    ...(text === wants || said(text) === plain(wants)
      ? []
      : [tell(weightOf(rule), 'rule-text', at, difference(text, wants))]),
  ];
}

/** The lines below a rule in the constitution. */
function detailsOf(rule: Rule): readonly string[] {
  const { definition } = rule;
  const { rationale, source, shapes } = definition;
  const custom = customEvaluation(definition);
  const controls = newestControlsText(rule);
  const link = source ? ` ([${source.title}](${source.url}))` : '';
  return [
    ...(rationale === '' ? [] : [`**Rationale**: ${rationale}${link}`]),
    ...(custom !== ''
      ? [`**Evaluation**: ${custom}`]
      : [`**Implementation**: ${shapes}`, `**Evaluation**: ${evaluationText(definition)}`]),
    ...(controls === '' ? [] : [`**Controls**: ${controls}`]),
  ];
}

/** Two texts from shortly before where they part. */
function difference(left: string, right: string): { readonly says: string; readonly wants: string } {
  const [one, other] = [said(left), plain(right)];
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const begins = one.lastIndexOf(' ', Math.max(0, same - 20)) + 1;
  const part = (text: string): string => (begins === 0 ? '' : '… ') + text.slice(begins);
  return { says: part(one), wants: part(other) };
}

function versionLine({ constitution: read }: Documents, { spec }: Sources): readonly PassResult[] {
  if (!read) return [];
  const file = read.path;
  const found = read.version;
  if (!found) return [tell('MEDIUM', 'no-version', { file, subject: 'Version' })];
  const wanted = [
    ['version', found.version, spec.constitution.version],
    ['ratified', found.ratified, spec.constitution.ratified],
    ['amended', found.amended, spec.constitution.amended],
  ] as const;
  return wanted.flatMap(([subject, says, wants]) => {
    const isOpen = wants === undefined && says.startsWith('TODO(');
    if (isOpen || said(says) === wants) return [];
    return [tell('MEDIUM', 'version', { file, line: found.line, subject }, { says, wants: wants ?? 'no day' })];
  });
}

/** What plan.md says of each rule in a row for several, and what became of wishes that are not followed. */
function planCheck({ plan, folder }: Documents, { spec, findings }: Sources): readonly PassResult[] {
  if (!plan) return [];
  const file = documentPaths(folder).plan;
  const rows = plan.rows.filter(({ section }) => section === 'Constitution Check');
  const tracked = plan.rows.filter(({ section }) => section !== 'Constitution Check').map(({ text }) => text);
  return settingsStates(spec, findings).flatMap((stands) => {
    const { rule } = stands;
    const { id } = rule.definition;
    const row = rows.find(({ cells }) => cells[0]?.split(', ').includes(id));
    const isOpen = breaksOf(rule, spec).some(({ isWaived }) => !isWaived);
    if (!row) return [tell('HIGH', 'check-missing', { file, subject: id })];
    const at = { file, line: row.line, subject: id };
    const [, level = '', state = '', settings = ''] = row.cells;
    const wants = rule.level.toUpperCase();
    const cells = [[state, stateText(stands)] as const, [settings, settingsText(stands)] as const];
    const wrong = cells.find(([says, is]) => said(says) !== plain(is));
    return [
      ...(level === wants ? [] : [tell(weightOf(rule), 'rule-level', at, { says: level, wants })]),
      ...(wrong ? [tell(weightOf(rule), 'check-result', at, { says: wrong[0], wants: wrong[1] })] : []),
      ...(isOpen && !tracked.some((text) => text.includes(id)) ? [tell('HIGH', 'wish-untracked', at)] : []),
    ];
  });
}

/** Native resources of the template that the plan gives no reason for. */
function exceptions({ bicep, plan }: Documents): readonly PassResult[] {
  if (!bicep || !plan) return [];
  const tracked = plan.rows.filter(({ section }) => section === 'Complexity Tracking').map(({ text }) => text);
  return bicep.declarations
    .filter(({ kind, isExisting }) => kind === 'resource' && !isExisting)
    .filter(({ name }) => !tracked.some((text) => text.includes(`\`${name}\``)))
    .map(({ name, line, source }) =>
      tell('HIGH', 'exception-untracked', { file: bicep.path, line, subject: name }, { type: source }),
    );
}
