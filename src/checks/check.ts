import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resourceGroupName } from '../plan/names.ts';
import type { Plan } from '../plan/plan.ts';
import type { Evaluated } from '../resolve/states.ts';
import type { Finding } from '../findings/finding.ts';
import { hasError } from '../findings/finding.ts';
import { CompilerError } from './bicep/error.ts';
import type { BicepSession } from './bicep/session.ts';
import { ofSettings } from './bicep-files/given.ts';
import { ofPerson } from './bicep-files/written.ts';
import { compileWorkspace, type EnvironmentFile } from './compile.ts';
import { checkConstitution, inspectTemplate } from './constitution/check.ts';
import { withoutRealPaths } from './constitution/typed-paths.ts';
import { checkDeeper } from './deeper.ts';
import { predicts, type Depth } from './depth.ts';
import { measureLimits, type LimitRow } from './limits.ts';
import { maskNames } from './mask.ts';
import { takeSnapshot, type Snapshot } from './snapshot.ts';
import { readSolution } from './solution/read.ts';
import type { TimingRow } from './order/timing.ts';
import { tagFindings } from './tag-limits.ts';
import { withModules, type Compiling } from './with-modules.ts';

export interface CheckRequest extends Compiling {
  /** Environments to check; those of the plan, or some of them. */
  readonly environments: readonly string[];
  readonly depth: Depth;
  /** The as-of date, as YYYY-MM-DD. What depends on it isn’t evaluated without it. */
  readonly today?: string;
}

export interface CheckReport extends Evaluated {
  readonly depth: Depth;
  readonly limits: readonly LimitRow[];
  readonly snapshots: readonly Snapshot[];
  /** Where only a deployment shows whether an effect of time strikes. */
  readonly timing: readonly TimingRow[];
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
    timing: [],
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
  const { result, findings, source, compiler } = await withModules(request, (opened, kind) =>
    checkWith(opened.session, request, opened.root, kind),
  );
  if (result === undefined) return { ...nothing, findings, source };
  return { ...nothing, ...result, findings: [...findings, ...result.findings], source, compiler };
}

type Compiled = Pick<CheckReport, 'findings' | 'inspected' | 'evaluations' | 'limits' | 'snapshots' | 'timing'>;

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
  const compiled = await compileWorkspace(session, root, { environments: [...environments, ...defaultFile(request)] });
  const written = ofPerson(compiled.findings, sourcesOf(request.plan));
  const template = (): string => readFileSync(join(root, 'main.bicep'), 'utf8');
  const result = { ...compiled, findings: ofSettings(written, template, request.plan) };
  const nothing = { inspected: false, evaluations: [], limits: [], snapshots: [], timing: [] };
  if (result.compiledTemplate === null) return { ...nothing, findings: result.findings };
  const inspected = inspectTemplate(
    spec,
    readSolution(root, result.compiledTemplate, result.parameters.values()),
    request.today,
  );
  const findings = [...result.findings, ...inspected];
  if (request.depth === 'module' || hasError(result.findings) || source === 'interfaces') {
    const limits = source === 'interfaces' ? { rows: [], findings: [] } : measureLimits(result.compiledTemplate);
    const all = [...findings, ...limits.findings, ...withoutSnapshot(request.depth, source)];
    return { ...nothing, inspected: true, findings: all, limits: limits.rows };
  }
  const predicted = await predict(session, { ...request, progress }, root, environments);
  const snapshots = predicted.snapshots.map((one) => maskNames(one, request.plan));
  const deeper = await checkDeeper(session, request, compiled, predicted.snapshots);
  const limits = measureLimits(result.compiledTemplate, deeper.deployments);
  progress('constitution');
  const held = checkConstitution(spec, snapshots, request.today);
  const own = await withoutRealPaths(session, held.findings, snapshots);
  const found = [
    ...findings,
    ...limits.findings,
    ...predicted.findings,
    ...deeper.findings,
    ...tagFindings(snapshots),
    ...own,
  ];
  return { ...held, inspected: true, findings: found, limits: limits.rows, snapshots, timing: deeper.timing };
}

async function predict(
  session: BicepSession,
  { spec, progress }: Pick<CheckRequest, 'spec'> & Required<Pick<CheckRequest, 'progress'>>,
  root: string,
  environments: readonly EnvironmentFile[],
): Promise<Pick<Compiled, 'findings' | 'snapshots'>> {
  const findings: Finding[] = [];
  const snapshots: Snapshot[] = [];
  for (const environment of environments) {
    progress(`snapshot ${environment.name}`);
    const view = spec.views.find((one) => one.environment === environment.name);
    const scope = view && { resourceGroup: resourceGroupName(spec, view), location: view.core.location.region };
    const taken = await takeSnapshot(session, root, environment, scope);
    findings.push(...taken.findings);
    if (taken.snapshot) snapshots.push(taken.snapshot);
  }
  return { findings, snapshots };
}

/** main.bicepparam is the default environment's; it is compiled with it. */
function defaultFile({ environments, plan }: CheckRequest): readonly EnvironmentFile[] {
  return environments.includes(plan.defaultEnvironment)
    ? [{ name: plan.defaultEnvironment, parametersFile: 'main.bicepparam' }]
    : [];
}

/** Modules made of interfaces hold no resources: there is nothing to predict, and that is said. */
function withoutSnapshot(depth: Depth, source: string): readonly Finding[] {
  if (!predicts(depth) || source !== 'interfaces') return [];
  return [{ code: 'modules/interfaces-only', severity: 'error', where: {}, ids: [], args: {} }];
}

/** Files that a person writes and main.bicep uses. */
function sourcesOf({ resources }: Plan): readonly string[] {
  return resources.flatMap((one) => (one.kind === 'file' ? Object.keys(one.file.sources) : []));
}
