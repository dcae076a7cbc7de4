import { createFixture } from 'fs-fixture';
import { checkWorkspace } from '../../src/checks/check.ts';
import type { Snapshot } from '../../src/checks/snapshot.ts';
import type { Spec } from '../../src/spec/spec.ts';
import { readCase } from '../cases/cases.ts';
import { catalog } from '../plan/support.ts';
import { bicepPath } from '../support/bicep.ts';

export interface Prediction {
  readonly spec: Spec;
  readonly snapshot: Snapshot;
}

/** What the compiler and the real modules say that a case would have in one environment. */
export async function predict(name: string, environment: string, modules: string): Promise<Prediction> {
  process.env['BICEP_PATH'] = bicepPath();
  const { plan, spec, files = [] } = readCase(name).generated;
  if (!plan) throw new Error(`${name} has no plan`);
  // Without bicepconfig.json, so that what the linter says of style is told by the tests of cases alone.
  const written = files.filter((file) => file.path !== 'bicepconfig.json');
  await using folder = await createFixture(Object.fromEntries(written.map((file) => [file.path, file.text])));
  const root = folder.path.replace(/\/$/, '');
  const { snapshots, findings } = await checkWorkspace({
    root,
    spec,
    plan,
    catalog,
    environments: [environment],
    depth: 'snapshot',
    modules,
  });
  const [snapshot] = snapshots;
  if (!snapshot || findings.some(({ severity }) => severity === 'error'))
    throw new Error(`${name}: ${JSON.stringify(findings)}`);
  return { spec, snapshot };
}
