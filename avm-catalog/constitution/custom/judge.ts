import { type Estate, isUnresolved, type Predicted } from '../estate.ts';
import { compare } from './compare.ts';
import type { Condition, Related } from './condition.ts';
import { follow, type Seen } from './path.ts';
import { countOf, isTied, isWithin, ofType } from './related.ts';
import { both, either, opposite, type Verdict } from './verdict.ts';
import { countFact, fact, tied } from './words.ts';

/** A verdict, and what it rests on; told only when it is asked for. */
export interface Judged {
  readonly verdict: Verdict;
  readonly facts: () => readonly string[];
}

/** What a condition is held against: a resource, or a value in it. */
interface Judging extends Seen {
  readonly resource: Predicted;
  readonly estate: Estate;
}

export function onResource(resource: Predicted, estate: Estate): Judging {
  return { value: resource, at: '', resource, estate };
}

export function judge(condition: Condition, on: Judging): Judged {
  const { path, every, some, all, any, none, not, related } = condition;
  if (path !== undefined) return allOf(follow(on, path).map((seen) => judgeValue(condition, { ...on, ...seen })));
  if (every !== undefined) return allOf(judgeItems(condition, every, true, on));
  if (some !== undefined) return anyOf(judgeItems(condition, some, false, on), `${some} has no item that counts`);
  if (all) return allOf(all.map((one) => judge(one, on)));
  if (any) return anyOf(any.map((one) => judge(one, on)));
  if (none) return allOf(none.map((one) => denied(judge(one, on))));
  if (not) return denied(judge(not, on));
  return related ? countRelated(related, on) : { verdict: true, facts: () => [] };
}

/** An item of which nobody can tell whether it counts decides nothing: only what it is without it is certain. */
function judgeItems(condition: Condition, path: string, idle: boolean, on: Judging): readonly Judged[] {
  return follow(on, path).flatMap((seen) => {
    const item = { ...on, ...seen };
    const counts = condition.where ? judge(condition.where, item).verdict : true;
    if (counts === false) return [];
    const judged = judgeValue(condition, item);
    return [counts === true || judged.verdict === idle ? judged : { ...judged, verdict: 'unknown' }];
  });
}

function judgeValue(condition: Condition, on: Judging): Judged {
  const isHidden = on.within === true || (condition.holds !== undefined && isUnresolved(on.value));
  const own: Judged = {
    verdict: isHidden ? 'unknown' : compare(on.value, condition, on.at),
    facts: () => [fact(on)],
  };
  return condition.holds && !isHidden ? allOf([own, judge(condition.holds, on)]) : own;
}

function countRelated(related: Related, on: Judging): Judged {
  const { type, where, atLeast, atMost } = related;
  const bounds = atLeast === undefined && atMost === undefined ? { atLeast: 1 } : related;
  const others = ofType(on.estate, type).filter((one) => one !== on.resource);
  const count = countOf(
    others.map((other) => {
      const tie = isTied(related, on, on.resource, other);
      return tie === false || !where ? tie : both([tie, judge(where, onResource(other, on.estate)).verdict]);
    }),
  );
  return {
    verdict: isWithin(count, bounds),
    facts: () => [countFact(count, type, where !== undefined, tied(related))],
  };
}

function allOf(judged: readonly Judged[]): Judged {
  return withFacts(both(judged.map((one) => one.verdict)), judged);
}

function anyOf(judged: readonly Judged[], without = ''): Judged {
  const whole = withFacts(either(judged.map((one) => one.verdict)), judged);
  return judged.length === 0 && without !== '' ? { ...whole, facts: () => [without] } : whole;
}

function denied({ verdict, facts }: Judged): Judged {
  return { verdict: opposite(verdict), facts };
}

/** The facts of those parts that have the verdict of the whole. */
function withFacts(verdict: Verdict, judged: readonly Judged[]): Judged {
  return {
    verdict,
    facts: () => [...new Set(judged.filter((one) => one.verdict === verdict).flatMap((one) => one.facts()))],
  };
}
