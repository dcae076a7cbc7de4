import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { moduleFaults, type ModuleFault } from '../../../avm-catalog/modules/faults.ts';
import { makeFinding, type Finding } from '../../findings/finding.ts';
import type { PlanModule } from '../../plan/plan.ts';
import { severityOf } from '../bicep/diagnostics.ts';
import type { RpcDiagnostic } from '../bicep/protocol.ts';
import type { BicepSession } from '../bicep/session.ts';
import { removeAtEnd } from '../bicep/signals.ts';
import type { FindOrigin } from '../order/origin.ts';
import type { Snapshot } from '../snapshot.ts';
import { flatFile, type Line } from './flat.ts';

/** The compiler has no definition of the type in this API version. */
const unknownType = 'BCP081';
/** Resources with one name: the level `order` judges them. */
const sameName = 'BCP121';
/** A scope that isn’t predicted. */
const anyScope = 'BCP176';

interface Said {
  readonly line: Line;
  readonly diagnostic: RpcDiagnostic;
  readonly environment: string;
}

/** Compares predicted resources with Azure’s own definitions of their types, which the compiler has. */
export async function checkTypes(
  session: BicepSession,
  snapshots: readonly Snapshot[],
  originOf: FindOrigin,
): Promise<readonly Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'avm-types-'));
  const release = removeAtEnd(folder);
  try {
    await writeFile(join(folder, 'bicepconfig.json'), '{"analyzers": {"core": {"enabled": false}}}');
    const said: Said[] = [];
    for (const snapshot of snapshots) said.push(...(await compareOne(session, folder, snapshot)));
    return [...judge(said, originOf), ...unknownTypes(said)];
  } finally {
    await rm(folder, { recursive: true, force: true });
    release();
  }
}

async function compareOne(
  session: BicepSession,
  folder: string,
  { environment, resources }: Snapshot,
): Promise<readonly Said[]> {
  const { text, lines } = flatFile(resources);
  const file = join(folder, `${environment}.bicep`);
  await writeFile(file, text);
  const { diagnostics } = await session.compile(file);
  return diagnostics.flatMap((diagnostic) => {
    const line = lines[diagnostic.range.start.line];
    return line && ![sameName, anyScope].includes(diagnostic.code) ? [{ line, diagnostic, environment }] : [];
  });
}

function judge(said: readonly Said[], originOf: FindOrigin): readonly Finding[] {
  const faults = new Map<string, Finding>();
  const findings = said.flatMap((one): readonly Finding[] => {
    const { line, diagnostic, environment } = one;
    if (diagnostic.code === unknownType) return [];
    const { planned, parameters, answer } = originOf(environment, line.resource.id, line.path);
    const message = withoutAdvice(diagnostic.message);
    const known = planned?.kind === 'module' ? faultOf(planned, one) : undefined;
    if (planned?.kind === 'module' && known) {
      const args = { module: planned.module, version: planned.version, path: line.path, message };
      const where = { file: 'main.bicep', resource: planned.symbol };
      faults.set(JSON.stringify([known, planned.version]), makeFinding('types/module-fault', 'note', args, where));
      return [];
    }
    const where = { resource: line.resource.id, environment, ...(answer === undefined ? {} : { answer }) };
    const args = { message, path: line.path, symbol: planned?.symbol ?? '', parameters };
    return [makeFinding(`types/${diagnostic.code}`, severityOf(diagnostic.level), args, where)];
  });
  return [...findings, ...faults.values()];
}

function faultOf({ module, version }: PlanModule, { line, diagnostic }: Said): ModuleFault | undefined {
  const path = line.path.replaceAll(/\[\d+\]/g, '[]');
  return moduleFaults.find(
    (fault) =>
      fault.module === module &&
      fault.versions.includes(version) &&
      fault.type.toLowerCase() === line.resource.type.toLowerCase() &&
      fault.path === path &&
      fault.code === diagnostic.code,
  );
}

/** Types of which nothing is known, each once with the number of its resources. */
function unknownTypes(said: readonly Said[]): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const {
    line: { resource },
    diagnostic,
  } of said) {
    const type = `${resource.type}@${resource.apiVersion}`;
    if (diagnostic.code === unknownType) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, count]) => makeFinding('types/no-definition', 'note', { type, count }));
}

const withoutAdvice = (message: string): string =>
  message.replace(/ If this is a resource type definition inaccuracy,.*$/s, '');
