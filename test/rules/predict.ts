import { createFixture } from 'fs-fixture';
import type { Generated } from '../../src/files/generate.ts';
import { checkWorkspace, type CheckReport } from '../../src/checks/check.ts';
import type { Snapshot } from '../../src/checks/snapshot.ts';
import type { Spec } from '../../src/resolve/spec.ts';
import { readCase } from '../cases/cases.ts';
import { catalog } from '../plan/support.ts';
import { bicepPath } from '../support/bicep.ts';

export interface Prediction {
  readonly spec: Spec;
  readonly snapshot: Snapshot;
}

/** The as-of date of predictions. */
export const today = '2026-06-01';

/** What the compiler and the real modules say that a workspace would have, in each environment or in those named. */
export async function predictAll(
  { plan, spec, files = [] }: Generated,
  modules: string,
  environments = plan?.environments ?? [],
): Promise<CheckReport> {
  process.env['BICEP_PATH'] = bicepPath();
  if (!plan) throw new Error('there is no plan');
  // Without bicepconfig.json, so that what the linter says of style is told by the tests of cases alone.
  const written = files.filter((file) => file.path !== 'bicepconfig.json');
  await using folder = await createFixture(Object.fromEntries(written.map((file) => [file.path, file.text])));
  const root = folder.path.replace(/\/$/, '');
  return await checkWorkspace({ root, spec, plan, catalog, environments, depth: 'snapshot', modules, today });
}

/** The same of one environment of a case, in which no rule may be broken. */
export async function predict(name: string, environment: string, modules: string): Promise<Prediction> {
  const { generated } = readCase(name);
  const { snapshots, findings } = await predictAll(generated, modules, [environment]);
  const [snapshot] = snapshots;
  if (!snapshot || findings.some(({ severity }) => severity === 'error'))
    throw new Error(`${name}: ${JSON.stringify(findings)}`);
  return { spec: generated.spec, snapshot };
}
