import type { TypeNode, Types } from '../../avm-catalog/modules/interface.ts';
import type { Data } from '../../avm-catalog/kernel/component.ts';
import type { Asker } from '../asker.ts';

/** A parameter of a module, or a part of one, that a value is asked for. */
export interface Place {
  /** `containers.0.image`. */
  readonly path: string;
  /** Resolved. */
  readonly node: TypeNode;
  readonly types: Types;
  /** All that a secure object has is secure. */
  readonly isSecure: boolean;
}

/** A component, or a resource that others run, that values may refer to. */
export interface Referable {
  readonly name: string;
  readonly title: string;
  /** Type of the component. */
  readonly type: string;
  readonly armType?: string | undefined;
  /** Of what exists already. */
  readonly id?: string | undefined;
}

/** Whom to ask, and what there is to choose from. */
export interface Asking {
  readonly ask: Asker;
  readonly referable: readonly Referable[];
  /** The key vault that was named last, which is proposed for the next secret. */
  readonly last: { vault?: string };
}

/** Asks for a value; handed in where values are inside others. */
export type AskValue = (place: Place, asking: Asking) => Promise<Data>;

/** Last part of the path, which says what it is. */
export const nameOf = ({ path }: Place): string => path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;
