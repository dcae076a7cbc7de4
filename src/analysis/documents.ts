import { specFolder } from '../answers/feature.ts';
import type { Sources } from './analysis.ts';
import { readBicep, type BicepText } from './read/bicep.ts';
import { readConstitution, type ConstitutionText } from './read/constitution.ts';
import { readMarkdown, type Markdown } from './read/markdown.ts';
import { readSpecification, type Specification } from './read/specification.ts';
import { readTasks, type TaskLine } from './read/tasks.ts';

type Read<T> = T & { readonly path: string; readonly text: Markdown };

/** What the passes read; what is not there is undefined. */
export interface Documents {
  readonly folder: string;
  /** Every document that is there. */
  readonly all: readonly Markdown[];
  readonly constitution: Read<ConstitutionText> | undefined;
  readonly specification: Read<Specification> | undefined;
  readonly plan: Markdown | undefined;
  readonly tasks: Read<{ readonly lines: readonly TaskLine[] }> | undefined;
  readonly dataModel: Markdown | undefined;
  readonly quickstart: Markdown | undefined;
  readonly bicep: BicepText | undefined;
  /** Those that main.bicep imports from. */
  readonly imported: readonly BicepText[];
  readonly parameterFiles: readonly BicepText[];
}

const constitutionPath = '.specify/memory/constitution.md';

/** Where the documents of a feature are, as Spec Kit's scripts look for them. */
export function documentPaths(folder: string) {
  return {
    constitution: constitutionPath,
    specification: `${folder}/spec.md`,
    plan: `${folder}/plan.md`,
    tasks: `${folder}/tasks.md`,
    research: `${folder}/research.md`,
    dataModel: `${folder}/data-model.md`,
    quickstart: `${folder}/quickstart.md`,
    checklist: `${folder}/checklists/requirements.md`,
    operations: `${folder}/checklists/operations.md`,
    security: `${folder}/checklists/security.md`,
  } as const;
}

/** What the template takes and gives, as JSON Schema. */
export function contractPaths(folder: string): readonly string[] {
  return ['outputs', 'parameters'].map((name) => `${folder}/contracts/${name}.schema.json`);
}

export const folderOf = ({ spec }: Pick<Sources, 'spec'>): string => specFolder(spec.workload);

export function parameterPaths({ plan }: Pick<Sources, 'plan'>): readonly string[] {
  return ['main.bicepparam', ...plan.environments.map((one) => `main.${one}.bicepparam`)];
}

/** The files that main.bicep imports from. */
export function importedPaths({ plan }: Pick<Sources, 'plan'>): readonly string[] {
  return plan.imports.map(({ file }) => file.path);
}

export function readDocuments(sources: Sources): Documents {
  const folder = folderOf(sources);
  const paths = documentPaths(folder);
  const markdown = new Map<string, Markdown>(
    Object.values(paths).flatMap((path) => {
      const text = sources.texts.get(path);
      return text === undefined ? [] : [[path, readMarkdown(path, text)] as const];
    }),
  );
  const from = <T extends object>(path: string, read: (text: Markdown) => T): Read<T> | undefined => {
    const text = markdown.get(path);
    return text && { ...read(text), path, text };
  };
  const bicepAt = (all: readonly string[]): readonly BicepText[] =>
    all.flatMap((path) => {
      const text = sources.texts.get(path);
      return text === undefined ? [] : [readBicep(path, text)];
    });
  return {
    folder,
    all: [...markdown.values()],
    constitution: from(paths.constitution, readConstitution),
    specification: from(paths.specification, readSpecification),
    plan: markdown.get(paths.plan),
    tasks: from(paths.tasks, (text) => ({ lines: readTasks(text) })),
    dataModel: markdown.get(paths.dataModel),
    quickstart: markdown.get(paths.quickstart),
    bicep: bicepAt(['main.bicep'])[0],
    imported: bicepAt(importedPaths(sources)),
    parameterFiles: bicepAt(parameterPaths(sources)),
  };
}
