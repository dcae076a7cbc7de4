import type { CheckReport } from '../../src/checks/check.ts';
import type { PredictedResource, Snapshot } from '../../src/checks/snapshot.ts';
import { checkConstitution } from '../../src/checks/constitution/check.ts';
import { madeUpScope } from '../../src/checks/snapshot.ts';
import type { Generated } from '../../src/files/generate.ts';
import type { ReportRequest } from '../../src/report/subject.ts';
import { generated } from '../plan/support.ts';

/** What a report is made of, from answers that differ from the usual ones and a check that found this. */
export function requestOf(changes: object = {}, check: Partial<CheckReport> = {}): ReportRequest {
  return requestFrom(generated(changes), check);
}

export function requestFrom({ spec, plan, files, findings }: Generated, check: Partial<CheckReport>): ReportRequest {
  if (!plan || !files) throw new Error(`no plan: ${JSON.stringify(findings)}`);
  const { evaluations } = checkConstitution(spec, check.snapshots ?? []);
  return {
    spec,
    plan,
    files,
    tool: { name: 'create-avm', version: '1.2.3' },
    basis: { asOf: '2026-11-27', answers: 'ab'.repeat(32), template: 'cd'.repeat(32), commit: null },
    check: {
      depth: 'interface',
      environments: plan.environments,
      limits: [],
      snapshots: [],
      timing: [],
      source: undefined,
      compiler: undefined,
      inspected: check.compiler !== undefined,
      evaluations,
      ...check,
      findings: [...findings, ...(check.findings ?? [])],
    },
  };
}

const group = '/subscriptions/20000000-0000-4000-8000-000000000002/resourceGroups/rg-a/providers';

export function resource(type: string, name: string, more: object = {}): PredictedResource {
  return { id: `${group}/${type}/${name}`, type, name, apiVersion: '2024-07-01', ...more };
}

/** A machine that breaks some rules, what extends it, and a group without rules. */
export const few: readonly PredictedResource[] = [
  resource('Microsoft.Compute/virtualMachines', 'vm-a', {
    properties: { securityProfile: { encryptionAtHost: false } },
  }),
  {
    ...resource('Microsoft.Insights/diagnosticSettings', 'to-logs'),
    id: `${group}/Microsoft.Compute/virtualMachines/vm-a/providers/Microsoft.Insights/diagnosticSettings/to-logs`,
  },
  resource('Microsoft.Network/networkSecurityGroups', 'nsg-a', { properties: { securityRules: [] } }),
];

export function snapshot(environment: string, resources: readonly PredictedResource[]): Snapshot {
  return { environment, scope: madeUpScope, resources, outputs: {}, diagnostics: [] };
}

/** A check that went all the way: the compiler was there, and predicted these resources. */
export function deep(resources: readonly PredictedResource[], ...environments: string[]): Partial<CheckReport> {
  return {
    depth: 'order',
    compiler: { path: '/somewhere/bicep', version: '0.49.2' },
    source: 'folder',
    snapshots: environments.map((name) => snapshot(name, resources)),
  };
}
