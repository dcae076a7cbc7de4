import { resolve } from 'node:path';
import { ruleStates, type Evaluated } from '../../resolve/states.ts';
import type { Spec } from '../../resolve/spec.ts';
import type { Terminal } from './terminal.ts';

/** The result of a check as a file of JUnit XML. */
export async function writeJunit(evaluated: Evaluated, spec: Spec, target: string, terminal: Terminal): Promise<void> {
  const [{ toJunit }, { describe }, { lookAtPlace, placeFile }] = await Promise.all([
    import('../../checks/junit.ts'),
    import('../../findings/describe.ts'),
    import('../../workspace/place.ts'),
  ]);
  const full = resolve(terminal.cwd, target);
  lookAtPlace(full, target, '<');
  const text = toJunit(ruleStates(spec, evaluated), evaluated.findings, (finding) => {
    const { message, remedy } = describe(finding);
    return [message, remedy].filter(Boolean).join('. ');
  });
  placeFile(full, target, text);
}
