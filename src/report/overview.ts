import { amount, limitNames } from '../checks/words.ts';
import { counted, tally } from '../findings/tally.ts';
import { activeIds } from '../spec/requirements.ts';
import type { Verdict } from './evidence.ts';
import { stagesOf, toneOf, type Stage } from './stages.ts';
import type { Subject } from './subject.ts';
import { signs, words } from './words.ts';

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

function verdict({ request: { check }, evidence }: Subject, stages: readonly Stage[]) {
  const open = stages.filter((one) => one.why !== '');
  const left =
    open.length === 0 ? '' : ` Not looked at: ${open.map(({ title }) => title.toLowerCase()).join(' and ')}.`;
  const said = tally(check.findings);
  const tone = toneOf(check.findings);
  if (tone === 'bad') {
    const isWrong = stages.some((one) => one.tone === 'bad' && one.why === '');
    const text = isWrong ? 'This workspace does not hold.' : 'It could not be said whether this workspace holds.';
    return { tone, sign: signs[tone], title: said, text: text + left };
  }
  const kept = said === '' ? '' : ` ${said} to look at.`;
  if (open.length > 0)
    return { tone: 'none', sign: signs.none, title: 'No error, as far as was looked', text: `${kept}${left}`.trim() };
  return { tone, sign: signs[tone], title: whole(evidence), text: kept.trim() };
}

function whole(evidence: Subject['evidence']): string {
  const has = (wanted: Verdict): boolean =>
    evidence.some(({ rule, held }) => rule.level === 'must' && held.some((one) => one.verdict === wanted));
  const holds = has('waived') ? 'holds or is waived' : 'holds';
  return `Everything that must hold, ${holds}${has('untold') ? ', as far as can be told before it is deployed' : ''}`;
}

function environmentsFact({ environments, request: { plan } }: Subject): string {
  const left = plan.environments.filter((one) => !environments.includes(one));
  return environments.join(', ') + (left.length === 0 ? '' : ` (not looked at: ${left.join(', ')})`);
}

function tiles(subject: Subject) {
  const { evidence, request, environments } = subject;
  const stand = (of: Verdict): number => evidence.filter((one) => one.verdict === of).length;
  const predicted = environments.reduce((sum, name) => sum + (subject.predicted(name)?.length ?? 0), 0);
  const held = stand('holds');
  const rest = (['broken', 'untold', 'waived', 'unknown', 'nothing'] as const).filter((one) => stand(one) > 0);
  return [
    {
      href: '#constitution',
      number: `${held} of ${evidence.length}`,
      what: 'rules hold',
      more: rest.map((one) => `${stand(one)} ${words[one][0]}`).join(', ') || 'none is broken',
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

function brokenIn(environment: string, { evidence }: Subject): string {
  const held = evidence.flatMap((one) => one.held.filter((here) => here.environment === environment));
  const broken = held.filter((one) => one.verdict === 'broken').length;
  const unknown = held.filter((one) => one.verdict === 'unknown').length;
  return unknown === 0 ? String(broken) : `${broken} (${unknown} not looked at)`;
}
