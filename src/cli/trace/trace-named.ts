import { components } from '../../../avm-catalog/components/index.ts';
import type { GeneratedFile } from '../../files/file-set.ts';
import { knownIds } from '../../files/tracing/meaning.ts';
import { nearest } from '../../findings/nearest.ts';
import { UsageFailure } from '../shared/failure.ts';
import { insideOf, type Built } from '../shared/workspace.ts';
import { refuseUnconcerned } from '../shared/unconcerned.ts';

interface Naming {
  readonly root: string;
  readonly built: Built;
  readonly cwd: string;
}

/** A generated file, by its path from the current folder, or else from the workspace. */
export function fileNamed(named: string, { root, built, cwd }: Naming): GeneratedFile {
  const [path = named] = insideOf(root, cwd, [named]);
  const byPath = (wanted: string) => built.files.find((one) => one.path === wanted);
  return byPath(path) ?? byPath(named) ?? refuseFile(path, built);
}

/** Explains a name that cannot be traced. */
export function refuseName(what: string, { root, built, cwd }: Naming): never {
  const [path = what] = insideOf(root, cwd, [what]);
  if (built.files.some((file) => file.path === path))
    throw new UsageFailure(`'${path}' is a file. Specify a line.`, `For example, run: avm trace ${path}:1`);
  const { waivers, clarifications } = built.spec;
  const waived = waivers.find(({ id }) => id === what)?.rule;
  if (waived !== undefined)
    throw new UsageFailure(`${what} is a waiver of ${waived}.`, `To trace the rule, run: avm trace ${waived}`);
  if (clarifications.some(({ id }) => id === what))
    throw new UsageFailure(
      `${what} is a clarification, and nothing implements it.`,
      'To trace the setting, specify its line, such as avm trace avm.yaml:1',
    );
  refuseUnconcerned(what, built.spec);
  const near = nearest(what, [
    ...knownIds(built.spec),
    ...[...components, ...built.spec.components].map((one) => one.name),
    ...built.files.map((file) => file.path),
  ]);
  throw new UsageFailure(
    `There is no rule, requirement, or component '${what}'.`,
    near ? `Did you mean ${near}?` : 'Specify lines (main.bicep:120), an ID (SEC-004), or a component (bastion).',
  );
}

function refuseFile(path: string, { files }: Built): never {
  const near = nearest(
    path,
    files.map((file) => file.path),
  );
  throw new UsageFailure(
    `'${path}' is not a generated file of this workspace.`,
    near ? `Did you mean ${near}?` : 'Specify the path of a file, such as avm trace main.bicep:1',
  );
}
