import type { ComponentDefinition } from './component.ts';

/** Whether it's something without a resource, parameter, or contribution: it has targets, or files that no resource loads. */
export function worksAlone({ targetRows, docs }: Pick<ComponentDefinition, 'targetRows' | 'docs'>): boolean {
  return targetRows !== undefined || (docs.files?.some(({ standalone }) => standalone) ?? false);
}
