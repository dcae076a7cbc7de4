import type { ComponentDefinition } from '../../avm-catalog/kernel/component.ts';
import { sharedPath } from '../answers/version.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';
import type { Spec } from '../resolve/spec.ts';

/** Components that are used and cannot be, or that are not there. */
export function useProblems({ name: user, uses }: ComponentDefinition, spec: Spec): readonly Finding[] {
  const known = spec.components.filter((one) => one.access && one.name !== user).map((one) => one.name);
  return strangers(uses, known, spec).map(({ answer, name }) =>
    makeFinding(
      'use-unknown',
      'error',
      { name, known, why: whyNot(name, user, spec) },
      { file: 'avm.yaml', answer: sharedPath(answer, spec.version) },
    ),
  );
}

function whyNot(name: string, user: string, { components }: Spec): 'itself' | 'kind' | 'missing' {
  if (name === user) return 'itself';
  return components.some((one) => one.name === name) ? 'kind' : 'missing';
}

/** IDs of components that have none, or that are not there, and those that are not the same in every environment. */
export function referenceProblems(component: ComponentDefinition, spec: Spec): readonly Finding[] {
  const { name: user, refers } = component;
  const isOn = (one: ComponentDefinition): boolean => spec.views.some((view) => one.enabled(view));
  const known = spec.components
    .filter((one) => one.resource !== undefined && one.name !== user && isOn(one))
    .map((one) => one.name);
  const unknown = strangers(refers, known, spec).map(({ answer, name }) =>
    makeFinding(
      'module-reference',
      'error',
      { name, known },
      { file: 'avm.yaml', answer: sharedPath(answer, spec.version) },
    ),
  );
  return unknown.length > 0 ? unknown : differing(component, spec);
}

/** What is named in any environment and is not known, each place once. */
function strangers(named: ComponentDefinition['uses'], known: readonly string[], { views }: Spec) {
  const wrong = views.flatMap((view) => named?.(view) ?? []).filter(({ name }) => !known.includes(name));
  return [...new Map(wrong.map((one) => [one.answer, one])).values()];
}

/** All environments share one template, in which the ID of a component is computed. */
function differing({ refers, enabled }: ComponentDefinition, spec: Spec): readonly Finding[] {
  const all = spec.views.filter(enabled).map((view) => refers?.(view) ?? []);
  const answers = new Set(all.flat().map(({ answer }) => answer));
  const isAlike = (answer: string): boolean =>
    new Set(all.map((own) => own.find((one) => one.answer === answer)?.name)).size === 1;
  return [...answers]
    .filter((answer) => !isAlike(answer))
    .map((answer) =>
      makeFinding(
        'module-reference-differs',
        'error',
        {},
        { file: 'avm.yaml', answer: sharedPath(answer, spec.version) },
      ),
    );
}

/** Components that use one another in a circle, of which none is the one that is used. */
export function circle({ components, views, version }: Spec): readonly Finding[] {
  const uses = new Map(components.map((one) => [one.name, views.flatMap((view) => one.uses?.(view) ?? [])] as const));
  const done = new Set<string>();
  const from = (name: string, path: readonly string[]): Finding | undefined => {
    if (done.has(name)) return undefined;
    for (const { name: next, answer } of uses.get(name) ?? []) {
      // That one uses itself is told by `useProblems`.
      if (next === name) continue;
      const start = [...path, name].indexOf(next);
      const where = { file: 'avm.yaml', answer: sharedPath(answer, version) };
      if (start !== -1) return makeFinding('use-circle', 'error', { names: [...path, name, next].slice(start) }, where);
      const found = from(next, [...path, name]);
      if (found) return found;
    }
    done.add(name);
    return undefined;
  };
  for (const { name } of components) {
    const found = from(name, []);
    if (found) return [found];
  }
  return [];
}
