import type { Catalog } from '../plan/draft.ts';
import { resourceGroupName } from '../plan/names.ts';
import type { Plan } from '../plan/plan.ts';
import type { Spec } from '../resolve/spec.ts';
import type { Evaluated } from '../resolve/states.ts';
import type { Finding } from '../findings/finding.ts';
import { hasError } from '../findings/finding.ts';
import { missingCompiler, searchBicep } from './bicep/locate.ts';
import { CompilerError } from './bicep/error.ts';
import { thisMachine, type Machine } from './bicep/folders.ts';
import { openCompiler } from './bicep/open.ts';
import type { BicepSession } from './bicep/session.ts';
import { compileWorkspace, type EnvironmentFile } from './compile.ts';
import { checkConstitution, inspectTemplate } from './constitution/check.ts';
import { measureLimits, type LimitRow } from './limits.ts';
import { maskNames } from './mask.ts';
import { stubTemplate } from './modules/interface-stub.ts';
import { prepareModules } from './modules/prepare.ts';
import { chooseSource, publicRegistry, type ModuleReference } from './modules/source.ts';
import { takeSnapshot, type Snapshot } from './snapshot.ts';
import { readSolution } from './solution/read.ts';
import { tagFindings } from './tag-limits.ts';

export type Depth = 'interface' | 'module' | 'snapshot';
export const depths: readonly Depth[] = ['interface', 'module', 'snapshot'];

export interface CheckRequest {
  /** Absolute path of the workspace. */
  readonly root: string;
  readonly spec: Spec;
  readonly plan: Plan;
  readonly catalog: Catalog;
  /** Environments to check; those of the plan, or some of them. */
  readonly environments: readonly string[];
  readonly depth: Depth;
  /** Folder of modules, `registry` or `interfaces`; @default AVM_MODULES_DIR, then the registry */
  readonly modules?: string;
  readonly machine?: Machine;
  /** Told what is being done, as it is done. */
  readonly progress?: (step: string) => void;
}

export interface CheckReport extends Evaluated {
  readonly depth: Depth;
  readonly limits: readonly LimitRow[];
  readonly snapshots: readonly Snapshot[];
  /** Where modules came from: `folder`, `mirror`, `registry` or `interfaces`. */
  readonly source: string | undefined;
  readonly compiler: { readonly path: string; readonly version: string } | undefined;
}

/**
 * Checks what is on disk with the real compiler, and what it would deploy with the constitution.
 * The interface depth is the plan's own and adds nothing here. One compiler process serves it all.
 */
export async function checkWorkspace(request: CheckRequest): Promise<CheckReport> {
  const nothing: CheckReport = {
    depth: request.depth,
    environments: request.environments,
    findings: [],
    inspected: false,
    evaluations: [],
    limits: [],
    snapshots: [],
    source: undefined,
    compiler: undefined,
  };
  if (request.depth === 'interface') return nothing;
  try {
    return await checkCompiled(request, nothing);
  } catch (error) {
    if (!(error instanceof CompilerError)) throw error;
    return { ...nothing, findings: [error.finding] };
  }
}

async function checkCompiled(request: CheckRequest, nothing: CheckReport): Promise<CheckReport> {
  const { spec, progress = () => {} } = request;
  const machine = { ...(request.machine ?? thisMachine()), workspace: request.root };
  progress('modules');
  const source = chooseSource({
    modules: request.modules,
    env: machine.env,
    mirror: registryOf(spec),
    stub: (module, version) => JSON.stringify(stubTemplate(request.catalog.interface(module, version))),
  });
  const { found, looked, skipped } = searchBicep(machine);
  const [first] = found;
  if (!first) throw new CompilerError(missingCompiler(looked, skipped));
  const prepared = await prepareModules(source, {
    root: request.root,
    modules: modulesOf(request.plan),
    registry: registryOf(spec) ?? publicRegistry,
    bicep: first.path,
    machine,
  });
  try {
    if (hasError(prepared.findings)) return { ...nothing, findings: prepared.findings, source: source.kind };
    const compiler = await openCompiler({ machine, environment: prepared.environment });
    try {
      const report = await checkWith(compiler.session, request, prepared.root, source.kind);
      return {
        ...nothing,
        ...report,
        findings: [...prepared.findings, ...report.findings],
        source: source.kind,
        compiler: { path: compiler.bicep.path, version: compiler.bicep.version },
      };
    } finally {
      await compiler.session.close();
    }
  } finally {
    await prepared.dispose();
  }
}

type Compiled = Pick<CheckReport, 'findings' | 'inspected' | 'evaluations' | 'limits' | 'snapshots'>;

/** The same with a compiler that runs already and knows the modules; it may serve several checks. */
export async function checkWith(
  session: BicepSession,
  request: CheckRequest,
  root: string,
  source: string,
): Promise<Compiled> {
  const { progress = () => {}, spec } = request;
  const environments = request.environments.map((name): EnvironmentFile => ({
    name,
    parametersFile: `main.${name}.bicepparam`,
  }));
  progress('compile');
  const result = await compileWorkspace(session, root, { environments: [...environments, ...defaultFile(request)] });
  const nothing = { inspected: false, evaluations: [], limits: [], snapshots: [] };
  if (result.compiledTemplate === null) return { ...nothing, findings: result.findings };
  const limits = source === 'interfaces' ? { rows: [], findings: [] } : measureLimits(result.compiledTemplate);
  const inspected = inspectTemplate(spec, readSolution(root, result.compiledTemplate));
  const findings = [...result.findings, ...limits.findings, ...inspected];
  if (request.depth === 'module' || hasError(result.findings) || source === 'interfaces')
    return {
      ...nothing,
      inspected: true,
      findings: [...findings, ...withoutSnapshot(request.depth, source)],
      limits: limits.rows,
    };
  const snapshots: Snapshot[] = [];
  for (const environment of environments) {
    progress(`snapshot ${environment.name}`);
    const view = spec.views.find((one) => one.environment === environment.name);
    const scope = view && { resourceGroup: resourceGroupName(spec, view), location: view.core.location.region };
    const taken = await takeSnapshot(session, root, environment, scope);
    findings.push(...taken.findings);
    if (taken.snapshot) snapshots.push(maskNames(taken.snapshot, request.plan));
  }
  progress('constitution');
  const held = checkConstitution(spec, snapshots);
  const found = [...findings, ...tagFindings(snapshots), ...held.findings];
  return { ...held, inspected: true, findings: found, limits: limits.rows, snapshots };
}

/** main.bicepparam is the default environment's; it is compiled with it. */
function defaultFile({ environments, plan }: CheckRequest): readonly EnvironmentFile[] {
  return environments.includes(plan.defaultEnvironment)
    ? [{ name: plan.defaultEnvironment, parametersFile: 'main.bicepparam' }]
    : [];
}

/** Modules made of interfaces hold no resources: there is nothing to predict, and that is said. */
function withoutSnapshot(depth: Depth, source: string): readonly Finding[] {
  if (depth !== 'snapshot' || source !== 'interfaces') return [];
  return [{ code: 'modules/interfaces-only', severity: 'error', where: {}, ids: [], args: {} }];
}

/** The modules that main.bicep names, each once. */
export function modulesOf(plan: Plan): readonly ModuleReference[] {
  const references = plan.resources.flatMap((one) =>
    one.kind === 'module' ? [{ module: one.module, version: one.version }] : [],
  );
  return [...new Map(references.map((one) => [`${one.module}:${one.version}`, one])).values()];
}

/** Where the answers say that modules come from. */
export function registryOf({ mirror }: Spec) {
  return mirror && { host: mirror.registry, path: mirror.path };
}
