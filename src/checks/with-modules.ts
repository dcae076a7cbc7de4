import type { Catalog } from '../plan/draft.ts';
import type { Plan } from '../plan/plan.ts';
import type { Spec } from '../resolve/spec.ts';
import { hasError, type Finding } from '../findings/finding.ts';
import { missingCompiler, searchBicep } from './bicep/locate.ts';
import { CompilerError } from './bicep/error.ts';
import { thisMachine, type Machine } from './bicep/folders.ts';
import { openCompiler } from './bicep/open.ts';
import type { BicepSession } from './bicep/session.ts';
import { stubTemplate } from './modules/interface-stub.ts';
import { prepareModules } from './modules/prepare.ts';
import { chooseSource, publicRegistry, registryOf, type ModuleReference } from './modules/source.ts';

export interface Compiling {
  /** Absolute path of the workspace. */
  readonly root: string;
  readonly spec: Spec;
  readonly plan: Plan;
  readonly catalog: Catalog;
  /** Folder of modules, `registry` or `interfaces`; @default AVM_MODULES_DIR, then the registry */
  readonly modules?: string | undefined;
  readonly machine?: Machine;
  /** Told what is being done, as it is done. */
  readonly progress?: (step: string) => void;
}

interface Opened {
  readonly session: BicepSession;
  /** The folder to compile in: the workspace, or a copy of it. */
  readonly root: string;
}

interface Worked<T> {
  /** Undefined if the modules could not be had. */
  readonly result: T | undefined;
  /** Of the modules. */
  readonly findings: readonly Finding[];
  readonly source: string;
  readonly compiler: { readonly path: string; readonly version: string } | undefined;
}

/** Work with a compiler that has the modules of a workspace; throws `CompilerError` if there is no compiler. */
export async function withModules<T>(
  request: Compiling,
  work: (opened: Opened, source: string) => Promise<T>,
): Promise<Worked<T>> {
  const { spec, progress = () => {} } = request;
  const machine = { ...(request.machine ?? thisMachine()), workspace: request.root };
  progress('modules');
  const source = chooseSource({
    modules: request.modules,
    env: machine.env,
    mirror: registryOf(spec.mirror),
    stub: (module, version) => JSON.stringify(stubTemplate(request.catalog.interface(module, version))),
  });
  const { found, looked, skipped } = searchBicep(machine);
  const [first] = found;
  if (!first) throw new CompilerError(missingCompiler(looked, skipped));
  const prepared = await prepareModules(source, {
    root: request.root,
    modules: modulesOf(request.plan),
    registry: registryOf(spec.mirror) ?? publicRegistry,
    bicep: first.path,
    machine,
    progress,
  });
  const { findings, environment, root } = prepared;
  try {
    if (hasError(findings)) return { result: undefined, findings, source: source.kind, compiler: undefined };
    const { session, bicep } = await openCompiler({ machine, environment });
    try {
      const result = await work({ session, root }, source.kind);
      return { result, findings, source: source.kind, compiler: { path: bicep.path, version: bicep.version } };
    } finally {
      await session.close();
    }
  } finally {
    await prepared.dispose();
  }
}

/** The modules that main.bicep and the files that it uses name, each once. */
export function modulesOf(plan: Plan): readonly ModuleReference[] {
  const references = plan.resources.flatMap((one) => {
    if (one.kind === 'file') return one.file.modules;
    return one.kind === 'module' ? [{ module: one.module, version: one.version }] : [];
  });
  return [...new Map(references.map((one) => [`${one.module}:${one.version}`, one])).values()];
}
