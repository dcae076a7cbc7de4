import type { DocumentedWorkspace, Environment } from './workspace.ts';

/**
 * What a node is inside of: nothing of the solution's (`outside`), the network that stands before its own, such as a hub
 * (`edge`), a subnet by its key, its network but no subnet of it, its resource group, or what watches it all.
 */
export type Zone = 'outside' | 'edge' | 'network' | 'group' | 'monitoring' | { readonly subnet: string };

/**
 * Where a node of the group stands: right of the network that reaches it (`service`), above what it has to do with, or with
 * what is bound to the node that all turns on.
 */
export type Part = 'service' | 'above' | 'bound';

/** Administrators coming in, traffic of the application, data and keys, what is watched, what sets something up. */
export type Flow = 'access' | 'traffic' | 'data' | 'monitoring' | 'control';

/** Signs that stand beside the title of a node. */
export type Icon =
  | 'balance'
  | 'bell'
  | 'calendar'
  | 'funnel'
  | 'gate'
  | 'gateway'
  | 'globe'
  | 'identity'
  | 'key'
  | 'link'
  | 'lock'
  | 'logs'
  | 'names'
  | 'package'
  | 'part'
  | 'people'
  | 'person'
  | 'restore'
  | 'screen'
  | 'send'
  | 'shield'
  | 'store';

export interface Node {
  readonly id: string;
  /** Of a named component: the node of its type that it is like. What leads to that one from other components leads here too. */
  readonly like?: { readonly id: string; readonly type: string };
  /** What it is. */
  readonly title: string;
  /** What it is called in Azure. */
  readonly name?: string;
  readonly details?: readonly string[];
  /** Said where there is room for it. */
  readonly further?: readonly string[];
  readonly in: Zone;
  /** Where nothing is said, its edges tell. */
  readonly part?: Part;
  /** The node that the others of its zone stand around: the first in a subnet, and the first of what watches. */
  readonly focus?: { readonly bound?: string };
  /** Has little to say, so that its column may be narrow. */
  readonly compact?: boolean;
  readonly shape?: 'box' | 'round' | 'store';
  readonly icon?: Icon;
  /** What its sign is coloured as; where nothing is said, its first edge tells. */
  readonly tone?: Flow;
}

export interface Edge {
  /** Ids of nodes, of the network, or of its peer; those that are not in the picture are left out. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly label: string;
  readonly flow: Flow;
  readonly both?: boolean;
}

/** What nodes are in. Edges may begin and end at its id. */
export interface Frame {
  readonly id: string;
  /** What it is. */
  readonly title: string;
  /** What it is called in Azure. */
  readonly name: string;
}

export interface Subnet {
  /** What the zone of a node calls it. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly range: string;
}

export interface Network extends Frame {
  readonly range: string;
  readonly subnets: readonly Subnet[];
}

/** What the pictures show of a component. */
export interface Drawing {
  readonly nodes?: readonly Node[];
  readonly edges?: readonly Edge[];
  /** What subnets are in; one component has it. */
  readonly network?: Network;
  /** What nodes at the edge are in; one component has it. */
  readonly peer?: Frame;
}

/** Draws a component as it is in one environment. */
export type Draw = (side: Environment, workspace: DocumentedWorkspace) => Drawing;
