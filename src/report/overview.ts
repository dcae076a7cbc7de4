import type { State } from '../../avm-catalog/constitution/state.ts';
import { amount, limitNames, origin } from '../checks/words.ts';
import { counted, tally } from '../findings/tally.ts';
import { activeIds } from '../resolve/requirements.ts';
import { tallyStates } from '../resolve/state-text.ts';
import { stagesOf, toneOf, type Stage } from './stages.ts';
import type { Subject } from './subject.ts';
import { signs } from './words.ts';

/** What is said first, and what was looked at. */
export function overview(subject: Subject) {
  const { spec, plan, check } = subject.request;
  const stages = stagesOf(check);
  const { version, ratified, amended } = spec.constitution;
  return {
    verdict: verdict(subject, stages),
    facts: [
      ['Blueprint', `${spec.blueprint.name} ${spec.blueprint.version}: ${spec.blueprint.title}`],
      [
        'Constitution',
        `version ${version}${ratified ? `, ratified ${ratified}` : ''}${amended && amended !== ratified ? `, amended ${amended}` : ''}`,
      ],
      ['Environments', environmentsFact(subject)],
      ...basisFacts(subject),
    ].map(([term, text]) => ({ term, text })),
    tiles: tiles(subject),
    stages: stages.map((one) => ({ ...one, sign: signs[one.tone] })),
    environments: subject.workspace.sides.map((side) => ({
      name: side.environment,
      region: side.region,
      group: side.group,
      range: side.core.network.addressSpace,
      predicted: String(subject.predicted(side.environment)?.length ?? '–'),
      broken: brokenIn(side.environment, subject),
    })),
    components: plan.components
      .filter((one) => one.environments.some((name) => subject.environments.includes(name)))
      .map((one) => ({
        title: one.title,
        summary: one.summary,
        where: subject.where(one.environments),
        ids: subject.ids(activeIds(one.ids, spec)),
      })),
    limits: check.limits.map((row) => ({
      name: limitNames[row.limit],
      used: amount(row.used, row.unit),
      allowed: amount(row.allowed, row.unit),
      percent: row.percent.toFixed(1),
      most: row.most
        .filter(({ name }) => name !== '')
        .slice(0, 2)
        .map(({ name, size }) => `${name} ${amount(size, row.unit)}`)
        .join(', '),
    })),
  };
}

function verdict({ request: { check }, rules }: Subject, stages: readonly Stage[]) {
  const open = stages.filter((one) => one.why !== '');
  const left =
    open.length === 0 ? '' : ` Not evaluated: ${open.map(({ title }) => title.toLowerCase()).join(' and ')}.`;
  const said = tally(check.findings);
  const tone = toneOf(check.findings);
  if (tone === 'bad') {
    const isWrong = stages.some((one) => one.tone === 'bad' && one.why === '');
    return { tone, sign: signs[tone], title: said, text: fault(rules, isWrong) + left };
  }
  const kept = said === '' ? '' : ` ${said} to look at.`;
  if (open.length > 0)
    return { tone: 'none', sign: signs.none, title: 'No error in what was evaluated', text: `${kept}${left}`.trim() };
  return { tone, sign: signs[tone], title: whole(rules), text: kept.trim() };
}

/** Errors of files, of the compiler or of limits break no rule. */
function fault(rules: Subject['rules'], isWrong: boolean): string {
  if (hasMust(rules, 'Noncompliant')) return 'This workspace is Noncompliant.';
  return isWrong ? 'This workspace has errors; see the findings.' : 'This workspace could not be evaluated.';
}

/** True where a MUST stands so in an environment. */
function hasMust(rules: Subject['rules'], state: State): boolean {
  return rules.some(
    ({ rule, environments }) => rule.level === 'must' && environments.some((one) => one.state === state),
  );
}

function whole(rules: Subject['rules']): string {
  const has = (state: State): boolean => hasMust(rules, state);
  const but = (['Waived', 'Not evaluated', 'Not applicable'] as const).filter(has);
  return `Every MUST is ${oneOf(['Compliant', ...but])}`;
}

function oneOf(words: readonly string[]): string {
  return words.length < 3 ? words.join(' or ') : `${words.slice(0, -1).join(', ')}, or ${words.at(-1)}`;
}

/** What the report rests on, so that another one can be compared with it. */
function basisFacts({ request: { tool, check, basis } }: Subject): readonly (readonly [string, string])[] {
  const { compiler, depth, source } = check;
  return [
    ['As of', `${basis.asOf}; waivers are compared with this day`],
    ['Tool', `${tool.name} ${tool.version}`],
    ['Compiler', compiler ? `Bicep ${compiler.version}, modules from ${origin(source)}` : 'None'],
    ['Depth', depth],
    ['Settings', `avm.yaml, SHA-256 ${basis.answers}`],
    ['Commit', basis.commit ? `${basis.commit}; changes that are not committed are not in it` : 'None'],
  ];
}

function environmentsFact({ environments, request: { plan } }: Subject): string {
  const left = plan.environments.filter((one) => !environments.includes(one));
  return environments.join(', ') + (left.length === 0 ? '' : ` (not evaluated: ${left.join(', ')})`);
}

function tiles(subject: Subject) {
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
      number: predicted === 0 ? '–' : String(predicted),
      what: 'predicted resources',
      more: predicted === 0 ? 'nothing was predicted' : `in ${counted(environments.length, 'environment')}`,
    },
    {
      href: '#findings',
      number: String(request.check.findings.length),
      what: request.check.findings.length === 1 ? 'finding' : 'findings',
      more: tally(request.check.findings) || 'no error, warning or note',
    },
    {
      href: '#parameters',
      number: String(request.plan.parameters.length),
      what: 'parameters',
      more: `${request.plan.resources.length} declarations in main.bicep`,
    },
  ];
}

function brokenIn(environment: string, { rules }: Subject): string {
  const here = rules.flatMap(({ environments }) => environments.filter((one) => one.environment === environment));
  const count = (state: State): number => here.filter((one) => one.state === state).length;
  const left = count('Not evaluated');
  return left === 0 ? String(count('Noncompliant')) : `${count('Noncompliant')} (${left} Not evaluated)`;
}
