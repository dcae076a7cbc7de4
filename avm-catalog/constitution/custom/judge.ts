import { type Estate, isUnresolved, type Predicted } from '../estate.ts';
import { compare } from './compare.ts';
import { referencesOf, type Condition, type Related } from './condition.ts';
import { operandOf, referred, settingsAt, type Around, type Origin } from './operand.ts';
import { follow } from './path.ts';
import { countOf, isTied, isWithin, ofType } from './related.ts';
import { both, either, opposite, type Verdict } from './verdict.ts';
import { countFact, fact, tied } from './words.ts';

/** A verdict with its evidence, computed on demand. */
export interface Judged {
  readonly verdict: Verdict;
  readonly facts: () => readonly string[];
}

/** What a condition is evaluated against: a resource, or a value in it. */
interface Judging extends Origin {
  /** Set for a predicted resource, and not for a declaration. */
  readonly related?: { readonly resource: Predicted; readonly estate: Estate };
}

export function onResource(resource: Predicted, estate: Estate, { view, today }: Around = {}): Judging {
  return { view, today, value: resource, at: '', root: resource, related: { resource, estate } };
}

export function onValue(value: unknown, around: Around): Judging {
  return { ...around, value, at: '', root: value };
}

export function judge(condition: Condition, on: Judging): Judged {
  const { path, every, some, setting, all, any, none, not, related } = condition;
  if (path !== undefined) return allOf(follow(on, path).map((seen) => judgeValue(condition, { ...on, ...seen }, on)));
  if (every !== undefined) return allOf(judgeItems(condition, every, true, on));
  if (some !== undefined) return anyOf(judgeItems(condition, some, false, on), `${some} has no matching item`);
  if (setting !== undefined)
    return allOf(settingsAt(setting, on).map((seen) => judgeValue(condition, { ...on, ...seen }, on)));
  if (all) return allOf(all.map((one) => judge(one, on)));
  if (any) return anyOf(any.map((one) => judge(one, on)));
  if (none) return allOf(none.map((one) => denied(judge(one, on))));
  if (not) return denied(judge(not, on));
  return related ? countRelated(related, on) : { verdict: true, facts: () => [] };
}

/** An item that might not match `where` decides nothing. */
function judgeItems(condition: Condition, path: string, idle: boolean, on: Judging): readonly Judged[] {
  return follow(on, path).flatMap((seen) => {
    const item = { ...on, ...seen };
    const counts = condition.where ? judge(condition.where, item).verdict : true;
    if (counts === false) return [];
    const judged = judgeValue(condition, item, on);
    return [counts === true || judged.verdict === idle ? judged : { ...judged, verdict: 'unknown' }];
  });
}

/** `from` is where the paths of the condition begin. */
function judgeValue(condition: Condition, on: Judging, from: Judging): Judged {
  const isHidden = on.within === true || (condition.holds !== undefined && isUnresolved(on.value));
  const own: Judged = {
    verdict: isHidden ? 'unknown' : compare(on.value, condition, on.at, (given) => operandOf(given, from)),
    facts: () => [on, ...referencesOf(condition).flatMap((one) => referred(one, from))].map(fact),
  };
  return condition.holds && !isHidden ? allOf([own, judge(condition.holds, on)]) : own;
}

function countRelated(related: Related, on: Judging): Judged {
  const { type, where, atLeast, atMost } = related;
  if (!on.related) return { verdict: 'unknown', facts: () => [] };
  const { resource, estate } = on.related;
  const bounds = atLeast === undefined && atMost === undefined ? { atLeast: 1 } : related;
  const others = ofType(estate, type).filter((one) => one !== resource);
  const count = countOf(
    others.map((other) => {
      const tie = isTied(related, on, resource, other);
      return tie === false || !where ? tie : both([tie, judge(where, onResource(other, estate, on)).verdict]);
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

/** The facts of the parts with the same verdict as the whole. */
function withFacts(verdict: Verdict, judged: readonly Judged[]): Judged {
  return {
    verdict,
    facts: () => [...new Set(judged.filter((one) => one.verdict === verdict).flatMap((one) => one.facts()))],
  };
}
