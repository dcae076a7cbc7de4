import type { BicepType } from '../../src/bicep/type.ts';
import type { Value } from '../../src/bicep/value.ts';

/** A Bicep file that main.bicep imports from. It deploys nothing. */
export interface ImportedFile {
  readonly path: string;
  /** What it has, in one line. */
  readonly what: string;
  readonly types: readonly ImportedType[];
}

interface ImportedType {
  readonly name: string;
  readonly description: string;
  readonly of: BicepType;
}

/** A variable of such a file, or a function, if its value refers to anything. */
export interface ImportSpec {
  readonly file: ImportedFile;
  readonly name: string;
  readonly description: string;
  readonly ids?: readonly string[];
  readonly returns: BicepType;
  /** Parameters with their type and their value in this place, beyond those for what the body refers to. */
  readonly given?: Readonly<Record<string, readonly [BicepType, Value]>>;
  /** The body, by names of parameters. */
  readonly body: (given: Readonly<Record<string, Value>>) => Value;
  /** What it is with these values. @default the body with them */
  readonly value?: Value;
}
