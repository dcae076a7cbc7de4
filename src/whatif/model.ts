import type { Json, JsonObject } from '../checks/canonical.ts';

/** What Azure says happens to a resource; `unknown` for a word that this version doesn’t know. */
export type ChangeKind =
  | 'create'
  | 'modify'
  | 'delete'
  | 'detach'
  | 'deploy'
  | 'nochange'
  | 'ignore'
  | 'unsupported'
  | 'unknown';

export type PropertyKind = 'create' | 'modify' | 'delete' | 'noeffect' | 'unknown';

/** A change of one property; changes within arrays and objects are each one of their own. */
export interface PropertyChange {
  /** `properties.subnets[0].properties.addressPrefix` */
  readonly path: string;
  readonly kind: PropertyKind;
  readonly before?: Json;
  readonly after?: Json;
}

/** A value before and after a deployment, such as `managed` and `unmanaged`. */
export interface Shift {
  readonly before: string;
  readonly after: string;
}

export interface ResourceChange {
  /** The ID of the resource; of a resource of an extension, which has none, its type and identifiers. */
  readonly id: string;
  /** `Microsoft.Network/virtualNetworks`; empty if nothing says it. */
  readonly type: string;
  readonly kind: ChangeKind;
  /** The word that Azure used, as it was written. */
  readonly said: string;
  /** False if only a deployment shows whether the change happens. */
  readonly certain: boolean;
  /** The name of the extension that the resource is of; empty for a resource of Azure. */
  readonly extension: string;
  readonly unsupportedReason: string;
  readonly before?: JsonObject;
  readonly after?: JsonObject;
  readonly properties: readonly PropertyChange[];
  /** Whether a stack manages the resource. */
  readonly managed?: Shift;
  /** What a stack denies others to do with the resource. */
  readonly denied?: Shift;
}

export interface Diagnostic {
  readonly level: 'error' | 'warning' | 'info';
  readonly code: string;
  readonly message: string;
  /** The ID that it is about; empty for none. */
  readonly target: string;
}

/** A what-if result of Azure, whichever command or API made it. */
export interface WhatIf {
  readonly form: 'deployment' | 'stack';
  /** `Succeeded`; empty if it isn’t said. */
  readonly status: string;
  readonly changes: readonly ResourceChange[];
  readonly diagnostics: readonly Diagnostic[];
  /** Changes of the deny settings of a stack. */
  readonly denySettings: readonly PropertyChange[];
  /** Change of the scope that a stack deploys to. */
  readonly deploymentScope?: Shift;
  readonly stack?: {
    readonly id: string;
    /** The time at which the stack was last modified, to compare before it is deployed; empty for a new one. */
    readonly lastModified: string;
  };
}
