import { namedKey } from '../../avm-catalog/kernel/core.ts';
import type { Answers } from './answers.ts';
import { valueAt, type Tree } from './defaults.ts';

/** What of answers tells where each of them is. */
export type Placed = Pick<Answers, 'version' | 'spec' | 'components' | 'environments'>;

/** Answers as avm.yaml of their version has them: a path in it leads to the same value here. */
export function asWritten(answers: Placed): Tree {
  const { components, ...others } = answers;
  if (components === undefined || answers.version !== 1) return { ...answers };
  return { ...others, spec: { ...answers.spec, [namedKey]: components } };
}

/** The value of a path in avm.yaml. */
export function writtenAt(answers: Placed, path: string): unknown {
  return valueAt(asWritten(answers), path.split('.'));
}

/** Answers as they were read, in the one form that all versions have. */
export function fromWritten(written: Answers): Answers {
  const { [namedKey]: components, ...spec } = written.spec;
  if (components === undefined || written.version !== 1) return written;
  return { ...written, spec, components: components as NonNullable<Answers['components']> };
}
