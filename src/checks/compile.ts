import { join } from 'node:path';
import type { Finding } from '../findings/finding.ts';
import { toFindings, withoutRepeats } from './bicep/diagnostics.ts';
import type { BicepSession } from './bicep/session.ts';

export interface EnvironmentFile {
  readonly name: string;
  /** Path inside the workspace of its .bicepparam file. */
  readonly parametersFile: string;
}

interface CompileInput {
  /** Path inside the workspace; @default main.bicep */
  readonly template?: string;
  readonly environments: readonly EnvironmentFile[];
}

interface Compiled {
  /** Of build and linter, each once: those of the template first, then by environment. */
  readonly findings: readonly Finding[];
  /** The compiled template, JSON text; null where there are errors. */
  readonly compiledTemplate: string | null;
  /** JSON text of the parameter file of each environment; null where there are errors. */
  readonly parameters: ReadonlyMap<string, string | null>;
}

/** Said of every parameter file whose template has errors, which are findings of their own. */
const templateHasErrors = 'BCP104';

/**
 * Compiles the template and every environment's parameters; `root` is an absolute path.
 * The template's diagnostics, which come again with each environment, belong to none of them.
 */
export async function compileWorkspace(session: BicepSession, root: string, input: CompileInput): Promise<Compiled> {
  const template = await session.compile(join(root, input.template ?? 'main.bicep'));
  const findings = toFindings(template.diagnostics, { root });
  const parameters = new Map<string, string | null>();
  for (const { name, parametersFile } of input.environments) {
    const result = await session.compile(join(root, parametersFile));
    const own = result.diagnostics.filter(({ code }) => code !== templateHasErrors);
    findings.push(...toFindings(own, { root, environment: name }));
    parameters.set(name, result.contents ?? null);
  }
  return {
    findings: withoutRepeats(findings),
    compiledTemplate: template.contents ?? null,
    parameters,
  };
}
