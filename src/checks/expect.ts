import { resourceGroupName } from '../plan/names.ts';
import { hasError, type Finding } from '../findings/finding.ts';
import { CompilerError } from './bicep/error.ts';
import { thisMachine } from './bicep/folders.ts';
import { openCompiler } from './bicep/open.ts';
import type { SnapshotScope } from './bicep/protocol.ts';
import { compileWorkspace } from './compile.ts';
import { readPlaces, type Placement } from './order/place.ts';
import { predictPlaces } from './order/predict.ts';
import { madeUpScope } from './snapshot.ts';
import { withModules, type Compiling } from './with-modules.ts';

/** A compiled template and its parameters, as JSON text. */
export interface CompiledPair {
  readonly template: string;
  readonly parameters: string;
}

interface Expecting extends Compiling {
  readonly environment: string;
  /** Where it is deployed, as far as that is known. */
  readonly scope: Partial<SnapshotScope>;
  /** @default those of the workspace, compiled now */
  readonly compiled?: CompiledPair | undefined;
}

/** The resources that a deployment of an environment sets, each with its place; or why nobody can say. */
export async function expectResources(
  request: Expecting,
): Promise<{ readonly placement: Placement } | { readonly findings: readonly Finding[] }> {
  try {
    return request.compiled ? await expectFrom(request.compiled, request) : await expectCompiled(request);
  } catch (error) {
    if (!(error instanceof CompilerError)) throw error;
    return { findings: [error.finding] };
  }
}

/** Needs a compiler, and no modules: a compiled template contains them. */
async function expectFrom({ template, parameters }: CompiledPair, request: Expecting) {
  const machine = { ...(request.machine ?? thisMachine()), workspace: request.root };
  request.progress?.(`snapshot ${request.environment}`);
  const { session } = await openCompiler({ machine });
  try {
    return { placement: readPlaces(await predictPlaces(session, template, parameters, scopeOf(request))) };
  } finally {
    await session.close();
  }
}

async function expectCompiled(request: Expecting) {
  const { environment, progress = () => {} } = request;
  const worked = await withModules(request, async ({ session, root }) => {
    progress('compile');
    const file = { name: environment, parametersFile: `main.${environment}.bicepparam` };
    const { compiledTemplate, parameters, findings } = await compileWorkspace(session, root, { environments: [file] });
    const given = parameters.get(environment) ?? null;
    if (compiledTemplate === null || given === null) return { findings: findings.filter((one) => hasError([one])) };
    progress(`snapshot ${environment}`);
    return { placement: readPlaces(await predictPlaces(session, compiledTemplate, given, scopeOf(request))) };
  });
  return worked.result ?? { findings: worked.findings };
}

/** Names that contain a hash of the resource group are those of Azure if subscription and group are. */
function scopeOf({ spec, environment, scope }: Expecting): SnapshotScope {
  const view = spec.views.find((one) => one.environment === environment);
  const own = view && { resourceGroup: resourceGroupName(spec, view), location: view.core.location.region };
  return { ...madeUpScope, ...own, ...scope };
}
