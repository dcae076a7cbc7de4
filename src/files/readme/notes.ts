import type { ComponentDefinition } from '../../../avm-catalog/kernel/component.ts';
import type { Note } from '../../../avm-catalog/kernel/docs.ts';
import { components } from '../../../avm-catalog/components/index.ts';
import { shared } from './shared.ts';
import { inOrder } from './documented.ts';
import type { Workspace } from './sides.ts';

type Told = ComponentDefinition & { readonly note: Note; readonly model: object };

/** The note of each enabled component, with its partials. */
export function componentNotes(workspace: Workspace) {
  const told = toldComponents(workspace);
  const partsOf = (part: string, templateOf: (one: Told) => TemplateSpecification | undefined) =>
    told.flatMap((one) => {
      const template = templateOf(one);
      return template ? [{ partial: `${one.name} ${part}`, template, model: one.model, of: one }] : [];
    });
  const parts = {
    notes: shared(
      partsOf('operations', ({ docs }) => docs.operations),
      workspace.spec,
    ),
    checks: shared(
      partsOf('check', ({ docs }) => docs.afterDeployment),
      workspace.spec,
    ),
    before: shared(
      partsOf('removal', ({ docs }) => docs.removal?.before?.template),
      workspace.spec,
    ),
    after: shared(
      partsOf('recovery', ({ docs }) => docs.removal?.after),
      workspace.spec,
    ),
  };
  const modelsOf = (of: (typeof parts)['notes']) => of.map(({ model }) => model);
  return {
    notes: modelsOf(parts.notes),
    checks: modelsOf(parts.checks),
    removals: { before: modelsOf(parts.before), after: modelsOf(parts.after) },
    proofs: proofs(told, workspace),
    partials: Object.values(parts).flatMap((of) => of.map(({ partial, template }) => [partial, template] as const)),
  };
}

/** One for each component that is on, in the order of the plan. */
function toldComponents(workspace: Workspace): readonly Told[] {
  const on = Object.fromEntries(components.map(({ name }) => [name, workspace.has(name)]));
  const documented = new Map(workspace.spec.components.map((one) => [one.name, one]));
  return workspace.plan.components.flatMap(({ name, title }) => {
    const sides = workspace.with(name);
    const one = sides.find((side) => side === workspace.default) ?? sides[0];
    const component = documented.get(name);
    if (!one || !component) return [];
    const note: Note = {
      name,
      title,
      reason: workspace.because(name),
      where: workspace.where(sides),
      sides,
      one,
      several: workspace.sides.length > 1,
      last: sides.at(-1)?.environment ?? '',
      on,
      key: component.inputs?.token.key ?? '',
      symbol: (own) => own,
    };
    return [{ ...component, note, model: { ...note, ...component.docs.facts?.(note, workspace) } }];
  });
}

/** Where what was deployed can be seen to work. */
function proofs(told: readonly Told[], workspace: Workspace) {
  const all = told.flatMap(({ docs, note: { title, reason } }) =>
    docs.proof && (docs.proof.needs === undefined || workspace.has(docs.proof.needs))
      ? [{ ...docs.proof, title, reason, anchor: title.toLowerCase().replaceAll(' ', '-') }]
      : [],
  );
  return inOrder(all);
}
