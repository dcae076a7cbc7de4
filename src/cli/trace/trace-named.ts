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

/** A generated file, by its path from where the person is, or else by the path that findings have. */
export function fileNamed(named: string, { root, built, cwd }: Naming): GeneratedFile {
  const [path = named] = insideOf(root, cwd, [named]);
  const byPath = (wanted: string) => built.files.find((one) => one.path === wanted);
  return byPath(path) ?? byPath(named) ?? refuseFile(path, built);
}

/** Says what a word is that leads to nothing. */
export function refuseName(what: string, { root, built, cwd }: Naming): never {
  const [path = what] = insideOf(root, cwd, [what]);
  if (built.files.some((file) => file.path === path))
    throw new UsageFailure(`${path} is a file: say which line.`, `Such as avm trace ${path}:1.`);
  const { waivers, clarifications } = built.spec;
  const waived = waivers.find(({ id }) => id === what)?.rule;
  if (waived !== undefined)
    throw new UsageFailure(`${what} is a waiver of ${waived}.`, `Trace the rule: avm trace ${waived}.`);
  if (clarifications.some(({ id }) => id === what))
    throw new UsageFailure(
      `${what} is a question that was answered; nothing is there for it.`,
      'Trace the line of avm.yaml that has the answer, such as avm trace avm.yaml:1.',
    );
  refuseUnconcerned(what, built.spec);
  const near = nearest(what, [
    ...knownIds(built.spec),
    ...[...components, ...built.spec.components].map((one) => one.name),
    ...built.files.map((file) => file.path),
  ]);
  throw new UsageFailure(
    `"${what}" is no rule, requirement or component.`,
    near ? `Did you mean ${near}?` : 'Name lines (main.bicep:120), an id (SEC-004) or a component (bastion).',
  );
}

function refuseFile(path: string, { files }: Built): never {
  const near = nearest(
    path,
    files.map((file) => file.path),
  );
  throw new UsageFailure(
    `${path} is no generated file of this workspace.`,
    near ? `Did you mean ${near}?` : 'Name a file by its path; avm trace main.bicep:1 begins with the solution.',
  );
}
