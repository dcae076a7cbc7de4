import type { BlueprintContent } from './blueprint-content.ts';
import type { View } from './view.ts';
import type { Core } from './core.ts';

type Partly<T> = T extends readonly unknown[] ? T : T extends object ? { readonly [K in keyof T]?: Partly<T[K]> } : T;
export type SpecPart = Partly<Core> & { readonly [key: string]: unknown };

/** A versioned composition of components. */
export interface Blueprint {
  readonly name: string;
  /** Semantic version. */
  readonly version: string;
  readonly title: string;
  readonly description: string;
  /** Names of the components it may have. */
  readonly components: readonly string[];
  /** What a new workspace begins with, on top of the defaults. */
  readonly spec: SpecPart;
  /** Environments of a new workspace, and what differs in them. */
  readonly environments: Readonly<Record<string, SpecPart>>;
  readonly defaultEnvironment: string;
  readonly boundary: {
    /** Resource providers whose resources it may create there. */
    readonly providers: readonly string[];
    /** Components that write into another resource group as well, such as the hub's. */
    readonly reachesOut: readonly string[];
  };
  /** Names of outputs that others may rely on: all that its components give. */
  readonly outputs: readonly string[];
  readonly content: BlueprintContent;
  /** What the interview asks after the components, each in a section of its own; such a component is asked nowhere else. */
  readonly interview: readonly InterviewSection[];
}

interface InterviewSection {
  readonly title: string;
  readonly component: string;
  /** What the summary says of it, each line with its title. */
  readonly summary: Readonly<Record<string, (view: View) => string>>;
}
