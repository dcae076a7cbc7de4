import type { Expression, ObjectValue, Value } from '../../src/bicep/value.ts';
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

export type SubnetKey = 'workload' | 'privateEndpoints' | 'bastion';

/** The named component that an alert is about, where it is about one. */
interface OfComponent {
  readonly of?: string;
}

/** What components give one another; the owner of a slot collects it. */
export interface Slots {
  subnet: {
    readonly key: SubnetKey;
    readonly purpose: string;
  };
  securityRule: { readonly subnet: SubnetKey; readonly rule: SecurityRule };
  /** The shared diagnostic settings; `dedicated` are those for tables of the service's own. */
  diagnostics: { readonly value: Value; readonly dedicated: Value };
  /** Range that administrators come from. */
  administration: { readonly prefix: Value };
  /** Outbound way for the workload subnet: the id of a NAT gateway. */
  outbound: { readonly id: Value };
  /** A service that is reached by private endpoint; `service` is its private link group. */
  privateService: { readonly service: string };
  /** Ids of the private DNS zones by service. */
  privateDnsZone: { readonly service: string; readonly id: Value };
  /** A key in the vault; `principal` is the identity that encryption runs under. */
  vaultKey: { readonly value: (principal: Value) => ObjectValue };
  /** The workload's own key vault. */
  vault: { readonly name: Value };
  diskEncryption: { readonly id: Value };
  storageKey: { readonly value: ObjectValue };
  /** A user-assigned identity; `key` tells what it is for. */
  identity: { readonly key: 'workload' | 'encryption' };
  /** An identity that was made: its id, and its principal and client id, known after deployment. */
  madeIdentity: {
    readonly key: 'workload' | 'encryption';
    readonly id: Value;
    readonly principal: Value;
    readonly client: Value;
  };
  /** An identity that uses a component: it gets the role that the component has for those who do. */
  access: { readonly to: string; readonly principal: Value };
  backendPool: { readonly id: Value };
  backup: { readonly vault: Value; readonly policy: Value };
  maintenance: { readonly id: Value };
  collectionRule: { readonly name: Value; readonly id: Value };
  /** Symbol of what the application may need while it is installed, or is to be tested with. */
  beforeApplication: { readonly symbol: string };
  guestConfiguration: { readonly value: ObjectValue };
  /** A metric of a resource that is watched. */
  metricAlert: { readonly key: MetricRuleName; readonly scope: Value } & OfComponent;
  /** A query that has a row for each thing to report; it is handed the threshold. */
  logAlert: { readonly key: LogRuleName; readonly query: (threshold: string | Expression) => Value } & OfComponent;
  /** Something that Azure or a person does to a resource. */
  eventAlert: { readonly key: EventRuleName; readonly scope: Value } & OfComponent;
  /** When notifications about restarts are off. */
  quietTime: { readonly schedule: ObjectValue };
}
