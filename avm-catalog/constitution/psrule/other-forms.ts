import { region } from '../../azure/regions.ts';
import { because, cannot, expressed, type ToForm } from './form.ts';

/** Forms of rules about the template, names, tags, and regions. */
export const otherForms = {
  'ARC-001': cannot(because.bicep),
  'ARC-002': cannot(because.bicep),
  'ARC-003': cannot(because.bicep),
  'ARC-004': cannot(because.bicep),
  'ARC-005': cannot(because.bicep),
  'ARC-006': cannot(because.bicep),
  'NAM-001': cannot(because.facts),
  'NAM-002': cannot(because.facts),
  'NAM-003': cannot(because.facts),
  'TAG-001': cannot(because.facts),
  'TST-001': ({ regions }: { readonly regions: readonly string[] }) =>
    expressed({
      types: [],
      where: { field: 'location', isString: true },
      must: {
        field: 'location',
        in: ['global', ...regions.flatMap((name) => [name, region(name)?.displayName ?? []].flat())],
      },
    }),
} satisfies Readonly<Record<string, ToForm<never>>>;
