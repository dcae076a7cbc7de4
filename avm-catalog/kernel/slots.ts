import type { Expression, ObjectValue, ReferenceExpression, Value } from '../../src/bicep/value.ts';
import type { MetricRuleName } from './alerts/metric-rules.ts';
import type { EventRuleName, LogRuleName } from './alerts/rules.ts';

/** One rule of a network security group, as its module takes it. */
export interface SecurityRule {
  readonly name: string;
  readonly priority: number;
  readonly direction: 'Inbound' | 'Outbound';
  readonly access: 'Allow' | 'Deny';
  readonly protocol: 'Tcp' | 'Udp' | '*';
  readonly description: string;
  readonly source: Value;
  readonly destination: Value;
  /** Ports or ranges; `['*']` for all. */
  readonly ports: Value;
}

/** Subnets that the catalog's components need; others are named components. */
export type SubnetKey = 'workload' | 'privateEndpoints' | 'bastion';

/** Properties of a subnet besides its range and its security group. */
interface SubnetExtras {
  readonly delegation: Value | undefined;
  readonly routeTable: Value | undefined;
  readonly isOutbound: boolean;
}

/** The named component that it is about, where it is about one. */
interface OfComponent {
  readonly of?: string;
}

/** What components contribute to one another; the owner of a slot collects it. */
export interface Slots {
  subnet: {
    /** Key of its range; of a subnet by name also of its name and ID. */
    readonly key: string;
    readonly purpose: string;
    /** Of a subnet by name, which registers its own name. */
    readonly extras?: SubnetExtras;
  };
  /** `subnet` is the key of one. */
  securityRule: { readonly subnet: string; readonly rule: SecurityRule };
  /**
   * The shared diagnostic settings; `dedicated` are those for tables of the service's own. `native` and `nativeMetrics`
   * are the properties of one that a native resource sets.
   */
  diagnostics: {
    readonly value: Value;
    readonly dedicated: Value;
    readonly native: Value;
    readonly nativeMetrics: Value;
  };
  /** Range that administrators come from. */
  administration: { readonly prefix: Value };
  /** Outbound access for the workload subnet: the ID of a NAT gateway. */
  outbound: { readonly id: Value };
  /** Route table of the subnets: its ID. */
  route: { readonly id: Value };
  /** A service with a private endpoint; `service` is its Private Link group ID. */
  privateService: { readonly service: string };
  /** Ids of the private DNS zones by service. */
  privateDnsZone: { readonly service: string; readonly id: Value };
  /** A vault for keys; `hasModules` is whether hardware security modules protect them. */
  keyStore: { readonly symbol: string; readonly id: ReferenceExpression; readonly hasModules: Value } & OfComponent;
  /** A key in the vault of a symbol; `principal` is the identity that encryption runs under. */
  vaultKey: { readonly vault: string; readonly value: (principal: Value) => ObjectValue };
  /** The workload's own key vault. */
  vault: { readonly name: Value };
  diskEncryption: { readonly id: Value };
  storageKey: { readonly value: ObjectValue };
  /** A user-assigned identity; `key` tells what it is for. */
  identity: { readonly key: 'workload' | 'encryption' };
  /** An identity that was made: its id, and its principal and client id, known after deployment. */
  madeIdentity: {
    /** `workload`, `encryption`, or the name of a component. */
    readonly key: string;
    readonly id: Value;
    readonly principal: Value;
    readonly client: Value;
  };
  /** An identity that uses a component: it gets the role that the component has for those who do. */
  access: {
    readonly to: string;
    /** Key of `madeIdentity`. */
    readonly identity: string;
  };
  /** A VM of the template; `attached` is the symbol of the existing resource for scopes and parents. */
  machine: {
    readonly symbol: string;
    readonly attached: string;
    readonly name: ReferenceExpression;
    readonly id: ReferenceExpression;
    /** Names of its managed disks. */
    readonly disks: Value;
    /** Whether a schedule stops it every day. */
    readonly shutDownDaily: Value;
  } & OfComponent;
  backendPool: { readonly id: Value };
  backup: { readonly vault: Value; readonly policy: Value };
  maintenance: { readonly id: Value };
  collectionRule: { readonly name: Value; readonly id: Value };
  /** A data collection endpoint of agents. */
  collectionEndpoint: { readonly id: Value };
  /** Public network access of the Log Analytics workspace, as its module takes it. */
  workspaceAccess: { readonly ingestion: Value; readonly queries: Value };
  /** Symbol of a resource that the installation of the application can need. */
  beforeApplication: { readonly symbol: string };
  guestConfiguration: { readonly value: ObjectValue };
  /** A metric of a resource to monitor. */
  metricAlert: { readonly key: MetricRuleName; readonly scope: Value } & OfComponent;
  /** A query with a row for each problem; it gets the threshold. */
  logAlert: { readonly key: LogRuleName; readonly query: (threshold: string | Expression) => Value } & OfComponent;
  /** An event on a resource. */
  eventAlert: { readonly key: EventRuleName; readonly scope: Value } & OfComponent;
  /** When notifications about restarts are off. */
  quietTime: { readonly schedule: ObjectValue };
}
