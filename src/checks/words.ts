import type { LimitRow } from './limits.ts';
import { ownValue } from '../bicep/own.ts';

/** Limits of Azure Resource Manager, as a table names them. */
export const limitNames: Readonly<Record<LimitRow['limit'], string>> = {
  'template-size': 'Template, compact',
  'template-spec': 'As a template spec',
  'resource-size': 'Largest resource',
  deployments: 'Nested deployments',
  'what-if': 'Expanded by what-if',
  resources: 'Resources of a template',
  parameters: 'Parameters',
  variables: 'Variables',
  outputs: 'Outputs',
  'expression-length': 'Longest expression',
};

export function amount(value: number, unit: LimitRow['unit']): string {
  return unit === 'bytes' ? `${Math.ceil(value / 1024)} KiB` : String(value);
}

/** Where modules came from, so that it follows `modules from`. */
export function origin(source: string | undefined): string {
  const words: Readonly<Record<string, string>> = {
    folder: 'a folder',
    mirror: 'the mirror',
    registry: 'the registry',
    interfaces: 'interfaces',
  };
  return ownValue(words, source ?? '') ?? 'nowhere';
}
