import { heldAt, type Rule } from '../../avm-catalog/rule.ts';
import { counted } from '../findings/tally.ts';
import { verdicts, type Evidence, type Held, type Verdict } from './evidence.ts';
import { breaks } from './broken.ts';
import { links, type Subject } from './subject.ts';
import { waivers } from './waivers.ts';
import { signs, words } from './words.ts';

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
