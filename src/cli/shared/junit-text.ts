import { ruleStates, type Evaluated } from '../../resolve/states.ts';
import type { Spec } from '../../resolve/spec.ts';
import { writeOutput } from './output-file.ts';
import type { Terminal } from './terminal.ts';

/** The result of a check as a file of JUnit XML. */
export async function writeJunit(evaluated: Evaluated, spec: Spec, target: string, terminal: Terminal): Promise<void> {
  const [{ toJunit }, { sentences }] = await Promise.all([
    import('../../checks/junit.ts'),
    import('../../findings/describe.ts'),
  ]);
  await writeOutput(target, toJunit(ruleStates(spec, evaluated), evaluated.findings, sentences), terminal);
}
