import type { DocumentedWorkspace, Environment } from './workspace.ts';

/**
 * The container of a node: outside the solution (`outside`), a network in front of its own, such as a hub (`edge`), a
 * subnet by its key, its network but no subnet, its resource group, or monitoring.
 */
export type Zone = 'outside' | 'edge' | 'network' | 'group' | 'monitoring' | { readonly subnet: string };

/**
 * Where a node of the group is: below the network that reaches it (`service`), above the network, or with what is bound to
 * the focus.
 */
export type Part = 'service' | 'above' | 'bound';

/** Administrators coming in, traffic of the application, data and keys, what is watched, what sets something up. */
export type Flow = 'access' | 'traffic' | 'data' | 'monitoring' | 'control';

/** Icons next to the title of a node. */
export type Icon =
  | 'address'
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

/** A resource that belongs to a node or a subnet and has no lines of its own: a public IP address, an NSG. */
export interface Attachment {
  readonly title: string;
  readonly name: string;
  readonly icon: Icon;
}

export interface Node {
  readonly id: string;
  /** Of a named component: the node of its type that it is like. What leads to that one from other components leads here too. */
  readonly like?: { readonly id: string; readonly type: string };
  /** What it is. */
  readonly title: string;
  /** What several of it are; the node of what a component makes has that of its type. */
  readonly plural?: string;
  /** What it is called in Azure. */
  readonly name?: string;
  readonly details?: readonly string[];
  /** Shown if there is space for it. */
  readonly further?: readonly string[];
  readonly attached?: readonly Attachment[];
  readonly in: Zone;
  /** Where nothing is said, its edges tell. */
  readonly part?: Part;
  /** The node that the others of its zone stand around: the first in a subnet, and the first of what watches. */
  readonly focus?: { readonly bound?: string };
  /** Has little to say, so that its column may be narrow. */
  readonly compact?: boolean;
  readonly shape?: 'box' | 'round' | 'store';
  readonly icon?: Icon;
  /** Color of its sign. @default that of its first edge */
  readonly tone?: Flow;
}

export interface Edge {
  /** Ids of nodes, of the network, or of its peer, and `resourceOf`; those that are not in the picture are left out. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly label: string;
  readonly flow: Flow;
  readonly both?: boolean;
}

/** As an end of an edge: what a component makes, however that is drawn. No node has such an id. */
export const resourceOf = (component: string): string => `@${component}`;

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
  readonly attached?: readonly Attachment[];
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
