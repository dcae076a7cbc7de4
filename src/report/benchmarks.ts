import { ownValue } from '../bicep/own.ts';
import { benchmarks as all } from '../../avm-catalog/constitution/benchmarks.ts';
import { controlsOf } from '../../avm-catalog/constitution/rule.ts';
import { states, type State } from '../../avm-catalog/constitution/state.ts';
import { links, type Subject } from './subject.ts';
import { badge } from './words.ts';

/** Controls of each benchmark, with the rules that correspond to them by state. A rule that is off is Not evaluated. */
export function benchmarks(subject: Subject) {
  const stateOf = new Map<string, State>(subject.rules.map(({ rule, state }) => [rule.definition.id, state]));
  return all.flatMap(({ key, title, sources, controls }) => {
    const named = subject.request.spec.rules.flatMap((rule) => controlsOf(rule)[key] ?? []);
    // A custom rule can name a control that no rule of the catalog corresponds to.
    const further = [...new Set(named)].filter((id) => !Object.hasOwn(controls, id)).toSorted(byNumbers);
    const rows = [...Object.keys(controls), ...further].flatMap((id) => {
      const name = ownValue(controls, id) ?? '';
      const rules = subject.request.spec.rules.filter((rule) => controlsOf(rule)[key]?.some((one) => one === id));
      const ids = (state: State): readonly string[] =>
        rules.map(({ definition }) => definition.id).filter((one) => (stateOf.get(one) ?? 'Not evaluated') === state);
      const groups = states.flatMap((state) => {
        const some = ids(state);
        const shown = some.map(
          (one) => [stateOf.has(one) ? one : `${one} (off)`, stateOf.has(one) ? `#rule-${one}` : ''] as const,
        );
        return some.length === 0 ? [] : [{ ...badge(state), rules: links(shown) }];
      });
      return groups.length === 0 ? [] : [{ id, name, groups }];
    });
    const sourced = sources.map((one) => ({ ...one, url: one.url.replace(/^https:\/\//, '') }));
    return rows.length === 0 ? [] : [{ anchor: `benchmark-${key}`, title, sources: sourced, rows }];
  });
}

/** `3.10` is after `3.9`. */
function byNumbers(one: string, other: string): number {
  const padded = (id: string): string => id.replaceAll(/\d+/g, (digits) => digits.padStart(3, '0'));
  return padded(one) < padded(other) ? -1 : 1;
}
