import { states, type State } from '../../avm-catalog/constitution/state.ts';
import { origin } from '../checks/words.ts';
import { counted, tally } from '../findings/tally.ts';
import { tallyStates } from '../resolve/state-text.ts';
import { enumerate } from '../text/enumerate.ts';
import { capital } from '../text/pascal.ts';
import { stagesOf } from './stages.ts';
import type { Totals } from './cost.ts';
import type { Subject } from './subject.ts';
import { verdict } from './verdict.ts';
import { waivers } from './waivers.ts';
import { badge } from './words.ts';

/** The page to sign: verdict, scope, waivers, identification, counts by state. On paper it is one page. */
/** `totals` are the charges by time, of each environment that is predicted. */
export function summary(subject: Subject, totals: Totals) {
  const { spec, check, basis } = subject.request;
  const { version, ratified, amended } = spec.constitution;
  return {
    verdict: verdict(subject, stagesOf(check)),
    scope: scopeText(subject),
    waivers: waivers(subject),
    facts: [
      ['Workload', spec.workload.name],
      ['Blueprint', `${spec.blueprint.name} ${spec.blueprint.version}: ${spec.blueprint.title}`],
      [
        'Constitution',
        `Version ${version}${ratified ? `, ratified ${ratified}` : ''}${amended && amended !== ratified ? `, amended ${amended}` : ''}`,
      ],
      ['Environments', environmentsFact(subject)],
      ...basisFacts(subject),
    ].map(([term, text]) => ({ term, text })),
    counts: counts(subject),
    tiles: tiles(subject, totals),
    signed: {
      environments: enumerate(subject.environments),
      answers: abbreviate(basis.answers),
      template: basis.template ? abbreviate(basis.template) : 'None',
      asOf: basis.asOf,
    },
  };
}

/** A hash that the same page has in full. */
function abbreviate(hash: string): string {
  return `${hash.slice(0, 12)}…`;
}

/** The basis of the report, for comparison with another one. */
function basisFacts({ request: { tool, check, basis } }: Subject): readonly (readonly [string, string])[] {
  const { compiler, depth, source } = check;
  return [
    ['As of', `${basis.asOf}, the date that waivers are compared with`],
    ['Tool', `${tool.name} ${tool.version}`],
    ['Compiler', compiler ? `Bicep ${compiler.version}, modules from ${origin(source)}` : 'None'],
    ['Validation level', depth],
    ['Commit', basis.commit ? `${basis.commit}, without uncommitted changes` : 'None'],
    ['Settings', `avm.yaml, SHA-256 ${basis.answers}`],
    ['Template', basis.template ? `main.bicep, SHA-256 ${basis.template}` : 'None: there is no main.bicep'],
  ];
}

/** Predictions are not a deployment, whatever their states are. */
function scopeText({ environments, request: { check } }: Subject): string {
  const isPredicted = environments.every((name) => check.snapshots.some((one) => one.environment === name));
  return isPredicted
    ? 'Predicted, not deployed. The states apply to the resources that the compiler predicts, not to resources in Azure.'
    : 'Not deployed, and not predicted for every environment. The states apply to the stages that were evaluated, not to resources in Azure.';
}

function environmentsFact({ environments, request: { plan } }: Subject): string {
  const left = plan.environments.filter((one) => !environments.includes(one));
  return environments.join(', ') + (left.length === 0 ? '' : ` (not evaluated: ${left.join(', ')})`);
}

/** Rules by level and state. A rule counts once, with the state that decides over its environments. */
function counts({ rules }: Subject) {
  const row = (name: string, some: Subject['rules']) => ({
    name,
    cells: states.map((state) => some.filter((one) => one.state === state).length),
    total: some.length,
  });
  return {
    states: states.map((state: State) => badge(state)),
    rows: [
      row(
        'MUST',
        rules.filter(({ rule }) => rule.level === 'must'),
      ),
      row(
        'SHOULD',
        rules.filter(({ rule }) => rule.level === 'should'),
      ),
      row('All rules', rules),
    ],
  };
}

function tiles(subject: Subject, totals: Totals) {
  const { rules, request, environments } = subject;
  const predicted = environments.reduce((sum, name) => sum + (subject.predicted(name)?.length ?? 0), 0);
  const compliant = rules.filter(({ state }) => state === 'Compliant').length;
  return [
    {
      href: '#constitution',
      number: `${compliant} of ${rules.length}`,
      what: 'rules Compliant',
      more: tallyStates(rules.filter(({ state }) => state !== 'Compliant')) || 'in every environment',
    },
    {
      href: '#resources',
      number: predicted === 0 ? 'None' : String(predicted),
      what: 'predicted resources',
      more: predicted === 0 ? 'no prediction' : `in ${counted(environments.length, 'environment')}`,
    },
    ...costTile(totals),
    {
      href: '#findings',
      number: String(request.check.findings.length),
      what: request.check.findings.length === 1 ? 'finding' : 'findings',
      more: tally(request.check.findings) || 'no errors, warnings, or notes',
    },
    {
      href: '#parameters',
      number: String(request.plan.parameters.length),
      what: 'parameters',
      more: `${request.plan.resources.length} declarations in main.bicep`,
    },
  ];
}

/** Charges by time of the last environment, and of the others; none without a prediction. */
function costTile(totals: Totals) {
  const last = totals.at(-1);
  if (!last) return [];
  const [environment, total] = last;
  const others = totals.slice(0, -1).map(([name, text]) => `${name}: ${text}`);
  const what = `a month for charges by time in ${environment}`;
  return [{ href: '#cost', number: capital(total), what, more: others.join('; ') }];
}
