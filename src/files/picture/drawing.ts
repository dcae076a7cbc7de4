import type { Reason } from '../../bicep/value.ts';
import type { Workspace } from '../readme/sides.ts';
import type { Environment } from '../../../avm-catalog/kernel/workspace.ts';
import type { Icon } from './icons.ts';

/** What a node is inside of. */
export type Place = 'outside' | 'group' | 'network' | 'workload' | 'privateEndpoints' | 'bastion' | 'hub';

/** What a node of the group has to do with: the way out, names, keys, services, the machine, or what watches it all. */
export type Part = 'egress' | 'names' | 'keys' | 'services' | 'machine' | 'monitoring';

/** Administrators coming in, traffic of the application, data and keys, what is watched, what sets something up. */
export type Flow = 'access' | 'traffic' | 'data' | 'monitoring' | 'control';

export interface Node {
  readonly id: string;
  /** What it is. */
  readonly title: string;
  /** What it is called in Azure. */
  readonly name?: string;
  readonly details?: readonly string[];
  /** Said where there is room for it. */
  readonly further?: readonly string[];
  readonly in: Place;
  readonly part?: Part;
  readonly shape?: 'box' | 'round' | 'store';
  readonly icon?: Icon;
}

export interface Edge {
  /** Ids of nodes, or `network` and `hub`. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly label: string;
  readonly flow: Flow;
  readonly both?: boolean;
}

/** What the pictures show of a component. */
export interface Drawing {
  readonly nodes?: readonly Node[];
  readonly edges?: readonly Edge[];
}

export type Draw = (side: Environment, workspace: Workspace) => Drawing;

export type Because<T> = T & { readonly reason: Reason };

export interface Subnet {
  readonly place: 'workload' | 'privateEndpoints' | 'bastion';
  readonly name: string;
  readonly range: string;
}

/** All that the pictures of one environment show. */
export interface Scene {
  readonly workload: string;
  readonly environment: string;
  readonly region: string;
  readonly group: string;
  readonly network: { readonly name: string; readonly range: string };
  readonly hub: string;
  readonly subnets: readonly Subnet[];
  readonly nodes: readonly Because<Node>[];
  readonly edges: readonly Because<Edge>[];
  readonly because: Readonly<Record<'group' | 'network' | 'hub', Reason>>;
}

export const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1);
