import type { Estate, Predicted, Violation } from '../estate.ts';
import { aggregateVerdict } from './aggregate.ts';
import type { Condition, Selection } from './condition.ts';
import { judge, onResource, type Judged } from './judge.ts';
import type { Around } from './operand.ts';
import type { Exemption, OwnRule } from './own-rule.ts';
import { countOf, isWithin, ofType } from './related.ts';
import type { Verdict } from './verdict.ts';
import { countFact, namesFact } from './words.ts';

/** The selection of a rule without what it exempts, as one condition. */
function withoutExempt({ resources, except }: Pick<OwnRule, 'resources' | 'except'>): Selection {
  const where = narrowed(resources.where, except);
  return where ? { ...resources, where } : resources;
}

export function narrowed(where: Condition | undefined, except: readonly Exemption[] = []): Condition | undefined {
  if (except.length === 0) return where;
  const none = { none: except.map((one) => one.where) };
  return where ? { all: [where, none] } : none;
}

interface Selected {
  readonly resource: Predicted;
  readonly counts: Judged;
}

/** All resources that the rule can apply to; for some, only a deployment determines it. */
export function inScope(own: OwnRule, estate: Estate, around: Around): readonly Selected[] {
  const { type, where } = withoutExempt(own);
  return ofType(estate, type)
    .map((resource) => ({ resource, counts: where ? judge(where, onResource(resource, estate, around)) : always }))
    .filter(({ counts }) => counts.verdict !== false);
}

const always: Judged = { verdict: true, facts: () => [] };

/** What violates a rule in an environment. */
export function violations(own: OwnRule, estate: Estate, around: Around): readonly Violation[] {
  const found = inScope(own, estate, around);
  return [
    ...counted(own, found),
    ...totaled(own, found),
    ...found.flatMap((one) => broken(own, one, onResource(one.resource, estate, around))),
  ];
}

/** If there may be none, each of them is a violation, so that a waiver can name it. */
function counted(own: OwnRule, found: readonly Selected[]): readonly Violation[] {
  if (!own.count) return [];
  if (own.count.atMost === 0)
    return found.flatMap(({ resource, counts }) =>
      told(own, resource.id, counts.verdict === true ? false : 'unknown', counts.facts()),
    );
  const count = countOf(found.map((one) => one.counts.verdict));
  const types = [own.resources.type].flat().join(' or ');
  const isNarrow = withoutExempt(own).where !== undefined;
  const fact = countFact(count, types, isNarrow, ' in the environment');
  const names = found.filter(({ counts }) => counts.verdict === true).map(({ resource }) => resource.name);
  return told(own, '', isWithin(count, own.count), [fact + (count.sure === count.most ? namesFact(names) : '')]);
}

function totaled(own: OwnRule, found: readonly Selected[]): readonly Violation[] {
  if (!own.aggregate) return [];
  const isSure = found.every(({ counts }) => counts.verdict === true);
  const { verdict, fact } = aggregateVerdict(
    own.aggregate,
    found.map(({ resource }) => resource),
  );
  return told(own, '', isSure ? verdict : 'unknown', [
    isSure ? fact : `the ${[own.resources.type].flat().join(' or ')} that count are known only to Azure`,
  ]);
}

function broken(own: OwnRule, { resource, counts }: Selected, on: ReturnType<typeof onResource>): readonly Violation[] {
  if (!own.must) return [];
  const judged = judge(own.must, on);
  if (judged.verdict !== false || counts.verdict === true)
    return told(own, resource.id, judged.verdict, judged.facts());
  return told(own, resource.id, 'unknown', counts.facts());
}

function told(own: OwnRule, resource: string, verdict: Verdict, facts: readonly string[]): readonly Violation[] {
  return toldOf(own, verdict, facts).map((one) => ({ resource, ...one }));
}

/** More evidence would only make the message longer. */
const mostFacts = 3;

/** What is said of a verdict, with its evidence; nothing if it’s true. */
export function toldOf(
  own: Pick<OwnRule, 'message' | 'instead'>,
  verdict: Verdict,
  facts: readonly string[],
): readonly Omit<Violation, 'resource'>[] {
  if (verdict === true) return [];
  const more = facts.length > mostFacts ? [`${facts.length - mostFacts} more`] : [];
  const evidence = [...facts.slice(0, mostFacts), ...more].join('; ');
  const instead = withoutStop(own.instead);
  if (verdict === 'unknown') return [{ what: evidence, instead, untold: true }];
  return [{ what: `${withoutStop(own.message)}${evidence === '' ? '' : ` (${evidence})`}`, instead }];
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}
