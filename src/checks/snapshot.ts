import { join } from 'node:path';
import { makeFinding, type Finding, type Place } from '../findings/finding.ts';
import { severityOf, withoutRoot } from './bicep/diagnostics.ts';
import { RequestRefused } from './bicep/error.ts';
import type { SnapshotScope } from './bicep/protocol.ts';
import type { BicepSession } from './bicep/session.ts';
import { canonical, sortKeys, type JsonObject } from './canonical.ts';
import type { EnvironmentFile } from './compile.ts';

/** Made up, and the same everywhere: a snapshot says what would be, not where. */
export const madeUpScope: SnapshotScope = {
  tenantId: '10000000-0000-4000-8000-000000000001',
  subscriptionId: '20000000-0000-4000-8000-000000000002',
  resourceGroup: 'rg-snapshot',
  location: 'westeurope',
  deploymentName: 'main',
};

/** A resource that would exist, with unresolved values as expressions (`[reference(…)]`). */
export interface PredictedResource extends JsonObject {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly apiVersion: string;
}

export interface Snapshot {
  readonly environment: string;
  readonly scope: SnapshotScope;
  /** Sorted by id, then by their text; keys in code unit order. */
  readonly resources: readonly PredictedResource[];
  readonly outputs: JsonObject;
  readonly diagnostics: readonly string[];
}

interface SnapshotResult {
  /** Null where the compiler could not make one. */
  readonly snapshot: Snapshot | null;
  readonly findings: readonly Finding[];
}

interface SnapshotFile {
  readonly predictedResources: readonly PredictedResource[];
  readonly diagnostics: readonly string[];
  readonly outputs?: JsonObject;
}

/**
 * Evaluates template and parameters of an environment into the resources that would exist. Finds
 * errors in expressions that building passes: they are findings with the code `snapshot/failed`.
 */
export async function takeSnapshot(
  session: BicepSession,
  root: string,
  { name: environment, parametersFile }: EnvironmentFile,
  given: Partial<SnapshotScope> = {},
): Promise<SnapshotResult> {
  const scope = { ...madeUpScope, ...given };
  const where = { file: parametersFile, environment };
  try {
    const text = await session.getSnapshot(join(root, parametersFile), scope);
    const snapshot = readSnapshot(text, environment, scope);
    const findings = snapshot.diagnostics.map((line) => findingOf(line, where));
    return { snapshot, findings };
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error;
    const message = withoutRoot(error.message, root);
    return { snapshot: null, findings: [makeFinding('snapshot/failed', 'error', { message }, where)] };
  }
}

/** The text of a snapshot that is the same for the same workspace, to hash or to compare. */
export function snapshotText({ scope, ...rest }: Snapshot): string {
  return canonical({ ...rest, scope: { ...scope } });
}

function readSnapshot(text: string, environment: string, scope: SnapshotScope): Snapshot {
  const file = JSON.parse(text) as SnapshotFile;
  return {
    environment,
    scope,
    resources: sortResources(file.predictedResources),
    outputs: sortKeys(file.outputs ?? {}) as JsonObject,
    diagnostics: file.diagnostics.toSorted(),
  };
}

function sortResources(resources: readonly PredictedResource[]): PredictedResource[] {
  return resources
    .map((resource) => sortKeys(resource) as PredictedResource)
    .map((resource) => ({ resource, key: `${resource.id}\n${JSON.stringify(resource)}` }))
    .toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ resource }) => resource);
}

/** A line is written `<target> <level> <code>: <message>`. */
function findingOf(line: string, where: Place): Finding {
  const parts = /^(.*?)\s?\b(Error|Warning|Info) (\w+): (.*)$/s.exec(line);
  if (parts === null) return makeFinding('snapshot/says', 'warning', { message: line }, where);
  const [, target = '', level = '', code = '', message = ''] = parts;
  const place = target === '' ? where : { ...where, resource: target };
  return makeFinding(`snapshot/${code}`, severityOf(level), { message }, place);
}
