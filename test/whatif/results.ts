import { expect } from 'vitest';
import { parseWhatIf } from '../../src/whatif/parse.ts';
import type { WhatIf } from '../../src/whatif/model.ts';
import { Inventory, type ExpectedResource } from '../../src/whatif/inventory.ts';
import type { JsonObject } from '../../src/checks/canonical.ts';

export const subscription = '/subscriptions/00000000-0000-4000-8000-000000000001';
export const group = `${subscription}/resourceGroups/rg-payroll-prod`;

/** The ID of a resource in the group. */
export const idOf = (type: string, ...names: readonly string[]): string => {
  const [provider = '', ...kinds] = type.split('/');
  return `${group}/providers/${provider}/${kinds.map((kind, index) => `${kind}/${names[index] ?? 'one'}`).join('/')}`;
};

/** A property that changes, as deployments tell it. */
export const property = (path: string, propertyChangeType: string, rest: object = {}): object => ({
  path,
  propertyChangeType,
  before: null,
  after: null,
  children: null,
  ...rest,
});

/** As `az deployment group what-if --no-pretty-print` prints it: what isn’t there is null. */
export function deployment(changes: readonly object[], rest: object = {}): object {
  return {
    changes: changes.map((one) => ({
      after: null,
      before: null,
      delta: null,
      deploymentId: null,
      identifiers: null,
      symbolicName: null,
      unsupportedReason: null,
      ...one,
    })),
    diagnostics: [],
    error: null,
    potentialChanges: [],
    status: 'Succeeded',
    ...rest,
  };
}

/** As `az stack-whatif group create --no-pretty-print` prints it. */
export function stack(resourceChanges: readonly object[], rest: object = {}, changes: object = {}): object {
  return {
    id: `${group}/providers/Microsoft.Resources/deploymentStacksWhatIfResults/payroll`,
    name: 'payroll',
    type: 'Microsoft.Resources/deploymentStacksWhatIfResults',
    systemData: { createdAt: '2026-09-01T08:00:00Z', lastModifiedAt: '2026-09-01T08:00:00Z' },
    properties: {
      actionOnUnmanage: { resources: 'detach', resourceGroups: 'detach', managementGroups: 'detach' },
      denySettings: { mode: 'none', applyToChildScopes: false },
      correlationId: '0c7c0d2e-0000-4000-8000-000000000000',
      deploymentStackResourceId: `${group}/providers/Microsoft.Resources/deploymentStacks/payroll`,
      deploymentStackLastModified: '2026-08-30T08:00:00Z',
      retentionInterval: 'PT3H',
      provisioningState: 'succeeded',
      changes: {
        resourceChanges: resourceChanges.map((one) => ({ changeCertainty: 'definite', ...one })),
        denySettingsChange: { before: { mode: 'none' }, after: { mode: 'none' }, delta: [] },
        ...changes,
      },
      diagnostics: [],
      ...rest,
    },
  };
}

export function read(json: object): WhatIf {
  const parsed = parseWhatIf(JSON.stringify(json));
  expect(parsed).toHaveProperty('result');
  return (parsed as { readonly result: WhatIf }).result;
}

export interface Predicted {
  readonly id: string;
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Predicted resources, each of a component with the name of its type’s last part. */
export function inventory(...resources: readonly Predicted[]) {
  return new Inventory(
    resources.map((resource): ExpectedResource => {
      const name = resource.type.split('/').at(-1) ?? '';
      const origin = { components: [name], module: `br/public:avm/res/${name}:1.0.0`, symbol: name, ids: ['FR-101'] };
      return { id: resource.id, type: resource.type, resource: { ...resource } as unknown as JsonObject, origin };
    }),
  );
}
