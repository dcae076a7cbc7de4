import type { Expression, Value } from '../../src/bicep/value.ts';
import type { RoleName } from '../azure/roles.ts';
import type { Slots } from './slots.ts';

/** How something is used: the least roles there, and the endpoint, which is made of the name. */
export interface Access {
  readonly roles: readonly RoleName[];
  /** A service that has permissions of its own, in a parameter of its module, and no role. */
  readonly policies?: {
    readonly parameter: string;
    readonly entry: (principal: Value, identity: string) => Value;
  };
  readonly endpoint: (name: string | Expression) => Value;
}

/** A type of which there may be several, each by a name. */
export interface Many {
  /** Slots that only the blueprint's own fills and collects. */
  readonly ignores: readonly (keyof Slots)[];
  /** Whatever the blueprint has. */
  readonly anywhere?: true;
  /** What one by name gives; @default the summary of the type */
  readonly summary?: string;
  /** Names that the catalog uses for things of this kind. */
  readonly reserved?: readonly string[];
  /** It is there already: `avm add existing` adds it. */
  readonly existing?: true;
  /** What several are called; @default what one is called */
  readonly plural?: string;
  /** What it is, from its answers; @default the title of the type */
  readonly title?: (given: Readonly<Record<string, unknown>>) => string;
  readonly access?: (given: Readonly<Record<string, unknown>>) => Access | undefined;
  /** Whether it has an ID; @default where the type has one */
  readonly hasId?: (given: Readonly<Record<string, unknown>>) => boolean;
}
