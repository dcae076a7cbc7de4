import type { Answers } from '../../answers/answers.ts';
import { sharedPath } from '../../answers/version.ts';
import type { WantedFile } from '../../checks/bicep-files/look.ts';
import type { BicepFile } from '../../../avm-catalog/modules/bicep-file.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Catalog } from '../../plan/draft.ts';
import { resolve } from '../../resolve/resolve.ts';
import type { Spec } from '../../resolve/spec.ts';
import { recordedBicepFiles } from '../../workspace/bicep-files.ts';

/** Where a workspace is, and where modules come from that its Bicep files use. */
export interface Rooted {
  readonly root: string;
  readonly modules?: string | undefined;
  /** Bicep files count as they were read last, changed or not. */
  readonly asRecorded?: boolean;
}

type Known = { readonly catalog: Catalog } | { readonly findings: readonly Finding[] };

/** The catalog with what earlier runs read of the Bicep files of a workspace. */
export function withRecorded(root: string, catalog: Catalog): Catalog {
  return withFiles(catalog, recordedBicepFiles(root));
}

/** The catalog with the Bicep files that components are made by, as they are now. */
export async function withBicepFiles(answers: Answers, catalog: Catalog, at: Rooted): Promise<Known> {
  if (Object.keys(answers.components ?? {}).length === 0) return { catalog };
  const spec = resolve(answers);
  const wanted = wantedIn(spec);
  if (wanted.length === 0) return { catalog };
  const known = recordedBicepFiles(at.root);
  if (at.asRecorded) return { catalog: withFiles(catalog, known) };
  const { files, findings } = await read(wanted, { known, spec, catalog, at });
  return findings.length > 0 ? { findings } : { catalog: withFiles(catalog, files) };
}

/** One file that no component is made by yet. */
export async function readOne(
  file: WantedFile,
  answers: Answers,
  catalog: Catalog,
  at: Rooted,
): Promise<{ readonly file: BicepFile } | { readonly findings: readonly Finding[] }> {
  const known = recordedBicepFiles(at.root);
  const { files, findings } = await read([file], { known, spec: resolve(answers), catalog, at });
  const found = files.get(file.path);
  return findings.length > 0 || !found ? { findings } : { file: found };
}

interface Reading {
  readonly known: ReadonlyMap<string, BicepFile>;
  readonly spec: Spec;
  readonly catalog: Catalog;
  readonly at: Rooted;
}

async function read(wanted: readonly WantedFile[], { known, spec, catalog, at }: Reading) {
  const [{ readBicepFiles }, { chooseSource, publicRegistry, registryOf }, { thisMachine }, { stubTemplate }] =
    await Promise.all([
      import('../../checks/bicep-files/read.ts'),
      import('../../checks/modules/source.ts'),
      import('../../checks/bicep/folders.ts'),
      import('../../checks/modules/interface-stub.ts'),
    ]);
  const machine = thisMachine();
  const mirror = registryOf(spec.mirror);
  const source = chooseSource({
    modules: at.modules,
    env: machine.env,
    mirror,
    stub: (module, version) => JSON.stringify(stubTemplate(catalog.interface(module, version))),
  });
  return readBicepFiles(wanted, { root: at.root, known, source, registry: mirror ?? publicRegistry, machine });
}

/** Files of components that are on anywhere, each once. */
function wantedIn({ components, views, version }: Spec): readonly WantedFile[] {
  const all = components.flatMap(({ name, file, enabled }) => {
    const [first] = views;
    const chosen = first && views.some((view) => enabled(view)) ? file?.(first) : undefined;
    if (!chosen || chosen.path === '') return [];
    return [
      { path: chosen.path, name, where: { file: 'avm.yaml', answer: sharedPath(`${chosen.answer}.file`, version) } },
    ];
  });
  return [...new Map(all.toReversed().map((one) => [one.path, one])).values()].toReversed();
}

function withFiles(catalog: Catalog, files: ReadonlyMap<string, BicepFile>): Catalog {
  return { ...catalog, file: (path) => files.get(path) };
}
