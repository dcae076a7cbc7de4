import { breaksIn, whyNot, type Evaluation } from '../../avm-catalog/constitution/evaluate.ts';
import { attestationText } from '../../avm-catalog/constitution/custom/attestation.ts';
import { heldAt, type Rule } from '../../avm-catalog/constitution/rule.ts';
import { decisive, type State } from '../../avm-catalog/constitution/state.ts';
import { argumentOf, type Finding } from '../findings/finding.ts';
import { counted } from '../findings/tally.ts';
import type { Spec } from './spec.ts';

/** What was evaluated, and what was found; settings always are. */
export interface Evaluated {
  readonly environments: readonly string[];
  /** What waivers cover is among them, as notes. */
  readonly findings: readonly Finding[];
  /** main.bicep was evaluated as it is on disk. */
  readonly inspected: boolean;
  /** One for each rule about resources and each environment that was predicted. */
  readonly evaluations: readonly Evaluation[];
}

/** What states depend on beside the tool and the compiler. */
export interface Basis {
  /** Day that waivers were compared with, as YYYY-MM-DD. */
  readonly asOf: string;
  /** SHA-256 of avm.yaml, in hexadecimal. */
  readonly answers: string;
  /** SHA-256 of main.bicep, in hexadecimal; null if there is none. */
  readonly template: string | null;
  /** Commit that is checked out; null where the workspace is in no repository that says so. */
  readonly commit: string | null;
}

/** A rule in one environment. */
export interface EnvironmentState {
  readonly environment: string;
  readonly state: State;
  /** What the state rests on, or why there is nothing that it could. */
  readonly why: string;
  /** Its settings alone; absent where no setting is about the rule. */
  readonly settings?: State;
  /** Ids of the predicted resources that were evaluated. */
  readonly evaluated: readonly string[];
  /** What breaks the rule here, is waived here, or cannot be told. */
  readonly findings: readonly Finding[];
}

export interface RuleState {
  readonly rule: Rule;
  readonly state: State;
  readonly environments: readonly EnvironmentState[];
}

/** The state of each rule that is on, in each environment: the one place that decides it. */
export function ruleStates(spec: Spec, evaluated: Evaluated): readonly RuleState[] {
  return spec.rules
    .filter((rule) => rule.level !== 'off')
    .map((rule) => {
      const environments = evaluated.environments.map((environment) => stateIn(environment, rule, spec, evaluated));
      return { rule, state: decisive(environments.map(({ state }) => state)), environments };
    });
}

/** States by the settings alone: main.bicep and what would be deployed are left to `avm check`. */
export function settingsStates(spec: Spec, findings: readonly Finding[]): readonly RuleState[] {
  const environments = spec.views.map(({ environment }) => environment);
  return ruleStates(spec, { environments, findings, inspected: false, evaluations: [] });
}

/** What the codes of findings say of a rule. */
const said: ReadonlyMap<string, State> = new Map([
  ['rule-broken', 'Noncompliant'],
  ['constitution/broken', 'Noncompliant'],
  ['constitution/untold', 'Not evaluated'],
  ['rule-waived', 'Waived'],
]);

/** How a finding makes a rule stand; nothing where it is about something else. */
export function stateOf({ code }: Finding): State | undefined {
  return said.get(code);
}

function stateIn(environment: string, rule: Rule, spec: Spec, evaluated: Evaluated): EnvironmentState {
  const { id } = rule.definition;
  const view = spec.views.find((one) => one.environment === environment);
  if (!view) throw new Error(`there is no environment ${environment}`);
  const findings = evaluated.findings.filter(
    (one) => said.has(one.code) && one.ids.includes(id) && (one.where.environment ?? environment) === environment,
  );
  const evaluation = evaluated.evaluations.find((one) => one.rule === id && one.environment === environment);
  const breaks = breaksIn(rule, view);
  const settings = breaks === undefined ? undefined : (stateBy(findings.filter(isSetting)) ?? 'Compliant');
  const found = stateBy(findings);
  const reason = whyNot(rule, view);
  const { state, why } =
    found !== undefined
      ? { state: found, why: whyFound(findings, found) }
      : reason === undefined
        ? unbroken(rule, evaluated, evaluation)
        : { state: 'Not applicable' as const, why: reason };
  const own = settings === undefined ? {} : { settings };
  return { environment, state, why, ...own, evaluated: evaluation?.evaluated ?? [], findings };
}

const isSetting = ({ where }: Finding): boolean => where.answer !== undefined;

function stateBy(findings: readonly Finding[]): State | undefined {
  return findings.length === 0 ? undefined : decisive(findings.flatMap((one) => stateOf(one) ?? []));
}

function whyFound(findings: readonly Finding[], state: State): string {
  const what = findings.filter((one) => stateOf(one) === state).map((one) => String(argumentOf(one, 'what')));
  return [...new Set(what)].join('; ');
}

interface Standing {
  readonly state: State;
  readonly why: string;
}

function unbroken(
  { definition }: Rule,
  { inspected, findings }: Evaluated,
  evaluation: Evaluation | undefined,
): Standing {
  const isSaid = (code: Finding['code']): boolean =>
    findings.some((one) => one.code === code && one.ids.includes(definition.id));
  if (definition.attested) {
    const expired = isSaid('attestation-expired') ? ', which has passed' : '';
    return { state: 'Not evaluated', why: attestationText(definition.attested) + expired };
  }
  const { template, resources, changes } = heldAt(definition);
  if (changes) return { state: 'Not evaluated', why: 'avm whatif evaluates what-if results' };
  if (isSaid('constitution/idle-template'))
    return { state: 'Not applicable', why: 'main.bicep has no declaration that the rule selects' };
  const left = [
    ...(template && !inspected ? ['main.bicep'] : []),
    ...(resources && !evaluation ? ['the predicted resources'] : []),
  ];
  if (left.length > 0) return { state: 'Not evaluated', why: `avm check evaluates ${left.join(' and ')}` };
  const count = evaluation?.evaluated.length ?? 0;
  const basis = [...(template ? ['main.bicep'] : []), ...(count > 0 ? [counted(count, 'resource')] : [])];
  if (basis.length > 0) return { state: 'Compliant', why: basis.join(' and ') };
  if (evaluation && evaluation.because !== '') return { state: 'Not applicable', why: evaluation.because };
  return { state: 'Not evaluated', why: 'its check read no resource' };
}
