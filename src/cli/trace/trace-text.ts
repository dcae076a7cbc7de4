import type { State } from '../../../avm-catalog/constitution/state.ts';
import { seenLine } from '../../text/escape.ts';
import type { Account } from '../../files/tracing/account.ts';
import type { Answered, AnsweredValue } from '../../files/tracing/answered.ts';
import type { TracedDeclaration, Explanation } from '../../files/tracing/explanation.ts';
import type { Meaning } from '../../files/tracing/meaning.ts';
import type { Plan, PlanComponent } from '../../plan/plan.ts';
import { table } from '../shared/table.ts';
import type { Paint } from '../shared/terminal.ts';
import type { Proof } from './trace-proof.ts';

/** An ID or a component, and what implements it. */
export interface TraceAnswer {
  readonly kind: 'rule' | 'requirement' | 'component';
  readonly name: string;
  readonly title: string;
  readonly because: readonly Meaning[];
  readonly account: Account;
  readonly answers: readonly Answered[];
  /** Components that implement it. */
  readonly components: readonly PlanComponent[];
  /** The manual task of a custom requirement. */
  readonly task?: string;
  /** Of a custom requirement: nothing satisfies it in any environment. */
  readonly unsatisfied?: boolean;
  /** Why a requirement of the blueprint is out of scope. */
  readonly outOfScope?: string;
  /** Names of catalog components that can implement it, on or off. */
  readonly servedBy: readonly string[];
}

/** Further lines are counted, not printed. */
const mostLines = 12;

/** Why lines exist, one range after the other. */
export function explanationLines(
  explanations: readonly Explanation[],
  environments: readonly string[],
  paint: Paint,
): readonly string[] {
  return explanations.flatMap((one, index) => [
    ...(index === 0 ? [] : ['']),
    paint('bold', `${one.file}:${one.from}${one.to === one.from ? '' : `-${one.to}`}`),
    ...one.text.slice(0, mostLines).map((text, at) => paint('dim', `  ${one.from + at} ${seenLine(text)}`.trimEnd())),
    ...(one.text.length > mostLines ? [paint('dim', `  … ${one.text.length - mostLines} more`)] : []),
    '',
    ...meaningLines(one.because, paint),
    ...(one.declaration ? [`  Part of   ${declaredText(one.declaration, environments)}`] : []),
    ...(one.component && !one.shapes
      ? [
          `  Component ${one.component.name}: ${one.component.title}, ${where(one.component.environments, environments)}`,
        ]
      : []),
    ...answerLines(one.answers, environments, paint),
    ...(one.shapes && one.shapes.parameters.length > 0 ? [`  Parameters ${one.shapes.parameters.join(', ')}`] : []),
    ...(one.shapes && one.shapes.components.length > 0 ? [`  Components ${one.shapes.components.join(', ')}`] : []),
  ]);
}

function meaningLines(meanings: readonly Meaning[], paint: Paint): readonly string[] {
  return meanings.flatMap(({ id, title, level, statement }) =>
    title === undefined
      ? [`  ${paint('bold', id)} ${statement}`]
      : [`  ${paint('bold', id)} ${title} (${level ?? ''})`, `          ${statement}`],
  );
}

function declaredText({ kind, name, is, from, to, environments }: TracedDeclaration, all: readonly string[]): string {
  const what = is === '' ? '' : ` (${is}), ${where(environments, all)}`;
  return `${kind} ${name}${what}, lines ${from}-${to}`;
}

function where(environments: readonly string[], all: readonly string[]): string {
  if (environments.length === 0) return 'nowhere';
  return environments.length === all.length ? 'everywhere' : `in ${environments.join(', ')}`;
}

/** A path with its value; by environment where values differ. */
function answerLines(answers: readonly Answered[], environments: readonly string[], paint: Paint): readonly string[] {
  if (answers.length === 0) return [];
  const rows = answers.flatMap((one): (readonly string[])[] => {
    const [first] = one.values;
    if (!first)
      return [
        [
          one.path,
          one.value === null ? '' : valueText(one.value),
          one.line === null ? 'default' : `avm.yaml:${one.line}`,
        ],
      ];
    const same = one.values.every(
      (value) => JSON.stringify(value.value) === JSON.stringify(first.value) && value.line === first.line,
    );
    if (same && one.values.length === environments.length) return [[one.path, valueText(first.value), source(first)]];
    return one.values.map((value, index) => [
      index === 0 ? one.path : '',
      `${value.environment}: ${valueText(value.value)}`,
      source(value),
    ]);
  });
  return [`  ${paint('bold', 'Settings')}`, ...table(rows).map((line) => `  ${line}`)];
}

function source({ line, origin }: AnsweredValue): string {
  return origin === 'default' || line === null ? 'default' : `avm.yaml:${line}`;
}

function valueText(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}

/** Everything that implements an ID or belongs to a component, and its state. */
export function accountLines(
  told: TraceAnswer,
  checkable: readonly string[],
  proof: Proof | undefined,
  { environments }: Plan,
  paint: Paint,
): readonly string[] {
  const { kind, name, title, because, account, components } = told;
  const head = kind === 'component' ? [`${paint('bold', name)} ${title}`, ''] : [];
  const done = components.map((one) => `${one.name} (${where(one.environments, environments)})`);
  return [
    ...head,
    ...meaningLines(because, paint),
    ...(kind === 'component' || done.length === 0 ? [] : [`  Components: ${done.join(', ')}`]),
    ...(told.task === undefined ? [] : [`  Manual task: ${told.task}`]),
    ...(told.outOfScope === undefined ? [] : [`  Out of scope: ${told.outOfScope}`]),
    ...(told.unsatisfied ? [`  ${paint('yellow', 'Nothing satisfies it.')}`] : []),
    ...answerLines(told.answers, environments, paint),
    ...(isIdle(told) && told.outOfScope === undefined ? ['', `  ${nothing(told)}`] : []),
    ...section('Resources', resourceRows(account, environments), paint),
    ...names('Parameters', account.parameters, paint),
    ...names('Variables', account.variables, paint),
    ...names('Outputs', account.outputs, paint),
    ...section(
      'Lines',
      account.files.map(({ path, lines }) => [path, lines.map(runText).join(', ')]),
      paint,
    ),
    ...holds(told, checkable, proof, paint),
  ];
}

/** True if nothing is deployed or written for it. */
function isIdle({ account, because, kind }: TraceAnswer): boolean {
  return account.files.length === 0 || (kind === 'rule' && because[0]?.level === 'off');
}

function nothing({ kind, name, servedBy }: TraceAnswer): string {
  if (kind === 'rule') return 'The rule is off.';
  if (kind === 'component') return 'The component is off in every environment.';
  const by = servedBy.filter((one) => one !== name);
  return by.length > 0
    ? `Nothing implements it: ${by.join(', ')} ${by.length === 1 ? 'is' : 'are'} off.`
    : 'Nothing implements it.';
}

function resourceRows({ resources }: Account, environments: readonly string[]): (readonly string[])[] {
  return resources.map((one) => [
    one.symbol,
    where(one.environments, environments),
    one.whole ? '' : 'in details',
    one.is,
  ]);
}

function section(title: string, rows: readonly (readonly string[])[], paint: Paint): readonly string[] {
  return rows.length === 0 ? [] : ['', paint('bold', title), ...table(rows)];
}

function names(title: string, all: readonly string[], paint: Paint): readonly string[] {
  return all.length === 0 ? [] : ['', paint('bold', title), `  ${all.join(', ')}`];
}

function runText([from, to]: readonly [number, number]): string {
  return from === to ? String(from) : `${from}-${to}`;
}

function holds(
  told: TraceAnswer,
  checkable: readonly string[],
  proof: Proof | undefined,
  paint: Paint,
): readonly string[] {
  const { kind, name } = told;
  const title = ['', paint('bold', 'State')];
  if (isIdle(told)) return [];
  if (checkable.length === 0) return [...title, `  ${withoutCheck(kind)}`];
  if (!proof) return [...title, `  Not evaluated. To evaluate it in each environment, run: avm trace ${name} --check`];
  const mark = (state: State): string => paint(colors[state], `${marks[state]} ${state}`);
  return [
    ...title,
    ...proof.rules.flatMap(({ id, environments }) =>
      Object.entries(environments).map(
        ([environment, { state, why }]) => `  ${id}  ${environment}  ${mark(state)}${why === '' ? '' : `: ${why}`}`,
      ),
    ),
  ];
}

const marks: Readonly<Record<State, string>> = {
  Noncompliant: '✗',
  'Not evaluated': '?',
  Waived: '~',
  Compliant: '✓',
  'Not applicable': '–',
};
const colors = {
  Noncompliant: 'red',
  'Not evaluated': 'dim',
  Waived: 'yellow',
  Compliant: 'green',
  'Not applicable': 'dim',
} as const satisfies Readonly<Record<State, unknown>>;

function withoutCheck(kind: TraceAnswer['kind']): string {
  if (kind === 'component')
    return 'None of its rules evaluates the template or resources. To compile it, run: avm check';
  return 'The parts above implement it. To compile them, run: avm check';
}
