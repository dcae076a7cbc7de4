import { component, type ComponentDefinition } from './component.ts';
import type { ExtraFile } from './docs.ts';

type Details = Pick<ExtraFile, 'model' | 'needed'> & { readonly what?: string };

/** Makes files that no resource loads, all for one capability or rule and from one setting. */
export function filesFor(id: ExtraFile['id'], answer: string, shared: Details = {}) {
  return (path: string, template: TemplateSpecification, what?: string, more: Details = {}): ExtraFile => ({
    standalone: true,
    id,
    answer,
    path,
    template,
    ...shared,
    ...more,
    ...(what === undefined ? {} : { what }),
  });
}

/** A component without resources: neither composed nor drawn. */
export function filesOnly<I>(definition: Omit<ComponentDefinition<I>, 'compose' | 'drawing'>): ComponentDefinition<I> {
  return component({ ...definition, drawing: () => ({ nodes: [], edges: [] }), compose: () => undefined });
}
