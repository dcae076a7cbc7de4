import { heldAt, type Rule } from '../../avm-catalog/rule.ts';
import { describe } from '../findings/describe.ts';
import type { Finding } from '../findings/finding.ts';
import { counted } from '../findings/tally.ts';
import { breaks as says, verdicts, type Evidence, type Held, type Verdict } from './evidence.ts';
import { links, type Subject } from './subject.ts';
import { signs, words, type Tone } from './words.ts';

/** Each rule with how it stands in each environment, and what that rests on. */
export function constitution(subject: Subject) {
  const { evidence, request, environments } = subject;
  const rows = evidence.map((one) => row(one, subject));
  const count = (verdict: Verdict): number => evidence.filter((one) => one.verdict === verdict).length;
  return {
    environments,
    /** Columns beside the first. */
    span: environments.length + 1,
    rows,
    verdicts: verdicts
      .filter((verdict) => count(verdict) > 0)
      .map((verdict) => ({ verdict, word: words[verdict][0], count: count(verdict) })),
    categories: [...new Set(rows.map(({ category }) => category))]
      .toSorted()
      .map((category) => ({ category, word: spaced(category) })),
    waivers: waivers(subject),
    off: request.spec.rules
      .filter((rule) => rule.level === 'off')
      .map(({ definition }) => ({ id: definition.id, title: definition.title })),
  };
}

function row({ rule, verdict, held }: Evidence, subject: Subject) {
  const { definition, level, parameters } = rule;
  const { id, title, category, shapes, statement, elsewhere } = definition;
  return {
    anchor: `rule-${id}`,
    trace: `#trace-${id}`,
    id,
    title,
    level,
    category,
    verdict,
    statement: statement(parameters),
    shapes,
    exceptions: definition.exceptions ?? [],
    own: definition.own ? { resources: definition.own.resources, must: definition.own.must } : null,
    psrule: (elsewhere?.psrule ?? []).join(', '),
    policy: (elsewhere?.policy ?? []).join('; '),
    way: way(rule),
    cells: held.map((one) => cell(one, rule)),
    breaks: breaks(held, subject),
    looked: held.flatMap((one) => looked(one, subject)),
  };
}

function cell({ environment, verdict, lookedAt }: Held, rule: Rule) {
  const [word, tone] = words[verdict];
  const note = lookedAt.length > 0 ? counted(lookedAt.length, 'resource') : noteOf(verdict, rule);
  return { environment, word, tone, sign: verdict === 'nothing' ? '–' : signs[tone], note };
}

function noteOf(verdict: Verdict, { definition }: Rule): string {
  if (verdict === 'nothing') return 'asks for nothing here';
  const { answers, template, resources } = heldAt(definition);
  if (verdict === 'holds') return template ? 'by main.bicep' : resources ? 'there is none' : 'by the answers';
  return verdict === 'unknown' && answers ? 'the answers hold' : '';
}

function way({ definition }: Rule): string {
  const { answers, template, resources } = heldAt(definition);
  const ways = [
    ...(answers ? ['against the answers'] : []),
    ...(template ? ['over main.bicep as it stands'] : []),
    ...(resources ? ['over the predicted resources'] : []),
  ];
  const text = `${ways.join(', ')}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The same thing in several environments is told once. */
function breaks(held: readonly Held[], subject: Subject) {
  const found = held.flatMap(({ environment, broken }) => broken.map((finding) => ({ environment, finding })));
  const keys = [...new Set(found.map(({ finding }) => keyOf(finding)))];
  return keys.flatMap((key) => {
    const alike = found.filter(({ finding }) => keyOf(finding) === key);
    const [first] = alike;
    if (!first) return [];
    const { message, remedy } = describe(first.finding);
    const [, tone] = words[says.get(first.finding.code) ?? 'broken'];
    return [
      {
        tone,
        sign: signs[tone],
        what: first.finding.code === 'rule-waived' ? message : String(first.finding.args['what'] ?? message),
        remedy,
        where: [...new Set(alike.map(({ environment }) => environment))].join(', '),
        places: links(placesOf(alike, subject)),
      },
    ];
  });
}

function keyOf({ code, args }: Finding): string {
  return JSON.stringify([code, args]);
}

/** Resources where they are told of; answers by their path, each once. */
function placesOf(
  alike: readonly { readonly environment: string; readonly finding: Finding }[],
  subject: Subject,
): readonly (readonly [text: string, href: string])[] {
  const places = alike.flatMap(({ environment, finding: { where } }): (readonly [string, string])[] => {
    const { resource, answer } = where;
    const told = resource === undefined ? undefined : subject.find(environment, resource);
    if (told) return [[told.label, `#${told.anchor}`]];
    const text = resource ?? answer;
    return text === undefined ? [] : [[text, '']];
  });
  return [...new Map(places.map((one) => [one.join(' '), one])).values()];
}

const standing: Readonly<Record<string, readonly [word: string, tone: Tone]>> = {
  'waiver-expired': ['has run out', 'bad'],
  'waiver-expiring': ['runs out soon', 'warn'],
  'waiver-unused': ['waives nothing', 'warn'],
};

/** Each waiver as it stands on the day of the check, which its findings alone tell. */
function waivers(subject: Subject) {
  const { spec, check } = subject.request;
  return spec.waivers.map(({ id, rule, environments, resources, reason, approvedBy, until }) => {
    const said = check.findings.filter(({ code, args }) => code in standing && args['waiver'] === id);
    const [word, tone]: readonly [string, Tone] = standing[said[0]?.code ?? ''] ?? ['in force', 'good'];
    return {
      id,
      rule: subject.ids([rule]),
      environments: environments.join(', '),
      resources: resources.join(', '),
      reason,
      approvedBy,
      until,
      word,
      tone,
      sign: signs[tone],
    };
  });
}

function looked({ environment, lookedAt }: Held, subject: Subject) {
  if (lookedAt.length === 0) return [];
  const all = subject.predicted(environment)?.length === lookedAt.length;
  const told = lookedAt.flatMap((id) => subject.find(environment, id) ?? []);
  return [
    {
      environment,
      all: all ? `all ${counted(lookedAt.length, 'resource')}` : '',
      resources: all ? [] : links(told.map(({ anchor, label }) => [label, `#${anchor}`])),
    },
  ];
}

function spaced(category: string): string {
  return category.replaceAll('-', ' ');
}
