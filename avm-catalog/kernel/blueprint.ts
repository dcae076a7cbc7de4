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
  /** Names of the components that it can have. */
  readonly components: readonly string[];
  /** Initial settings of a new workspace, in addition to the defaults. */
  readonly spec: SpecPart;
  /** Environments of a new workspace, with their own settings. */
  readonly environments: Readonly<Record<string, SpecPart>>;
  readonly defaultEnvironment: string;
  readonly boundary: {
    /** Resource providers whose resources it can create there. */
    readonly providers: readonly string[];
    /** Components that also deploy to another resource group, such as the hub's. */
    readonly reachesOut: readonly string[];
  };
  /** Names of outputs that consumers can rely on. */
  readonly outputs: readonly string[];
  readonly content: BlueprintContent;
  /** Components that the interview asks about last, each in its own section, and nowhere else. */
  readonly interview: readonly InterviewSection[];
}

interface InterviewSection {
  readonly title: string;
  readonly component: string;
  /** Lines of the summary, each with its title. */
  readonly summary: Readonly<Record<string, (view: View) => string>>;
}
