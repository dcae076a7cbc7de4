import { ownValue } from '../../src/bicep/own.ts';

/** What clients of a service use to reach its private endpoint, as a rule of a network security group allows it. */
interface PrivatePorts {
  readonly rule: string;
  readonly priority: number;
  readonly ports: readonly string[];
  readonly what: string;
  /** How a diagram names it. */
  readonly label: string;
}

const https: PrivatePorts = {
  rule: 'AllowHttpsInbound',
  priority: 100,
  ports: ['443'],
  what: 'Private endpoints of Azure services',
  label: 'HTTPS 443',
};
const smb: PrivatePorts = {
  rule: 'AllowSmbInbound',
  priority: 110,
  ports: ['445'],
  what: 'File shares',
  label: 'SMB 445',
};
const sql: PrivatePorts = {
  rule: 'AllowSqlInbound',
  priority: 120,
  ports: ['1433'],
  what: 'SQL databases',
  label: 'SQL 1433',
};
const redis: PrivatePorts = {
  rule: 'AllowRedisInbound',
  priority: 130,
  ports: ['6380', '15000-15999'],
  what: 'Redis caches, and the shards of a cluster',
  label: 'Redis 6380',
};
const messages: PrivatePorts = {
  rule: 'AllowMessagesInbound',
  priority: 140,
  ports: ['5671', '9093'],
  what: 'AMQP and Kafka clients of namespaces',
  label: 'AMQP 5671',
};
const cosmos: PrivatePorts = {
  rule: 'AllowCosmosInbound',
  priority: 150,
  ports: ['0-65535'],
  what: 'Azure Cosmos DB, which chooses the ports of direct connections',
  label: 'TCP, any port',
};
const mongo: PrivatePorts = {
  rule: 'AllowMongoInbound',
  priority: 160,
  ports: ['10250', '10255', '10256'],
  what: 'Azure Cosmos DB for MongoDB',
  label: 'MongoDB 10255',
};
const cassandra: PrivatePorts = {
  rule: 'AllowCassandraInbound',
  priority: 170,
  ports: ['10350'],
  what: 'Azure Cosmos DB for Apache Cassandra',
  label: 'Cassandra 10350',
};
const postgres: PrivatePorts = {
  rule: 'AllowPostgresInbound',
  priority: 180,
  ports: ['5432', '6432'],
  what: 'PostgreSQL databases, and their PgBouncer',
  label: 'PostgreSQL 5432',
};
const mysql: PrivatePorts = {
  rule: 'AllowMySqlInbound',
  priority: 190,
  ports: ['3306'],
  what: 'MySQL databases',
  label: 'MySQL 3306',
};
const devices: PrivatePorts = {
  rule: 'AllowDevicesInbound',
  priority: 200,
  ports: ['5671', '8883'],
  what: 'AMQP and MQTT devices',
  label: 'MQTT 8883',
};

/**
 * By the group ID of a private endpoint; HTTPS alone where a group ID has no row.
 * Sources, in azure-docs and the documentation of each service: connectivity-architecture.md of Azure SQL (through a
 * private endpoint, the default connection policy is Proxy, on 1433), cache-how-to-premium-vnet.md (TLS ports),
 * service-bus-faq.yml and event-hubs-faq.yml ("ports to open on the firewall"), sdk-connection-modes.md of Azure Cosmos
 * DB ("Service port ranges"; direct mode of NoSQL needs all TCP ports of a private endpoint), concepts-networking.md of
 * PostgreSQL and MySQL, iot-hub-devguide-protocols.md.
 */
const byGroupId: Readonly<Record<string, readonly PrivatePorts[]>> = {
  file: [https, smb],
  sqlServer: [sql],
  SqlOnDemand: [sql],
  redisCache: [redis],
  namespace: [https, messages],
  Sql: [cosmos, https],
  MongoDB: [https, mongo],
  Cassandra: [https, cassandra],
  postgresqlServer: [postgres],
  mysqlServer: [mysql],
  iotHub: [https, devices],
};

export function privatePorts(groupId: string): readonly PrivatePorts[] {
  return ownValue(byGroupId, groupId) ?? [https];
}

/** The last of them is what clients mainly use. */
export const privateLabel = (groupId: string): string => privatePorts(groupId).at(-1)?.label ?? '';
