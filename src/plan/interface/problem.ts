import type { TypeNode, Types } from '../../../avm-catalog/modules/interface.ts';
import type { BicepType } from '../../bicep/type.ts';
import type { ReferenceExpression } from '../../bicep/value.ts';

export type ProblemCode =
  | 'unknown-parameter'
  | 'missing-parameter'
  | 'unknown-property'
  | 'missing-property'
  | 'wrong-type'
  | 'null-not-allowed'
  | 'not-allowed'
  | 'out-of-range'
  | 'wrong-length'
  | 'undecided-variant'
  | 'literal-secret'
  | 'exposed-secret';

/** What a module would refuse, or accept only with a warning of the compiler. */
export interface InterfaceProblem {
  readonly code: ProblemCode;
  /** `nicConfigurations[0].deleteOption`, from the parameter's name on; `[]` for the items of a loop. */
  readonly path: string;
  readonly args: Readonly<Record<string, string | number | readonly string[]>>;
}

/** A type that need not be known, and what the names in it mean. */
export interface Known {
  readonly node: TypeNode;
  readonly types: Types;
}

export interface CheckContext {
  /** The type of what a name stands for; a node of an interface may not hold refs. Nothing: anything is accepted. */
  readonly resolveType?: (reference: ReferenceExpression) => BicepType | TypeNode | undefined;
}

/** What is known where a value stands. */
export interface TypeScope {
  readonly typeOf: (reference: ReferenceExpression) => TypeNode | undefined;
}

export function problem(code: ProblemCode, path: string, args: InterfaceProblem['args'] = {}): InterfaceProblem {
  return { code, path, args };
}
