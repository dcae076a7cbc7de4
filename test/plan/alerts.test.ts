import { monitoringAgentInputs } from '../../avm-catalog/components/monitoring-agent/inputs.ts';
import { describe, expect, it } from 'vitest';
import { platformMetrics } from '../../avm-catalog/azure/metric-data.ts';
import { boundsOf, metric } from '../../avm-catalog/azure/metrics.ts';
import { metricRules } from '../../avm-catalog/kernel/alerts/metric-rules.ts';
import type { MetricRule } from '../../avm-catalog/kernel/alerts/rule.ts';
import { alertNames, isVaultAlert, vaultAlerts } from '../../avm-catalog/kernel/alerts/rules.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { camel } from '../../src/text/pascal.ts';
import { answersWith, fileOf, findingsOf, merge, planOf } from './support.ts';

const bicep = (changes: object = {}): string => fileOf('main.bicep', changes);
const spec = (alerts: object, rest: object = {}): object => ({ spec: { alerts, ...rest } });
const rule = (name: string, setting: object): object => spec({ rules: { [name]: setting } });
const values = (name: string, changes: object): unknown =>
  planOf(changes).parameters.find((one) => one.name === name)?.values;
/** With dev as the other environments: on at night, and updated then. */
const atNight = (changes: object): object =>
  merge(
    {
      environments: {
        dev: {
          maintenance: { start: '2026-01-04 22:00', recurEvery: 'Week Sunday' },
          virtualMachine: { autoShutdown: { enabled: false } },
        },
      },
    },
    changes as Parameters<typeof merge>[1],
  );
const rules = (changes: object = {}): string => fileOf('alert-rules.bicep', changes);
/** The call for one alert, and its function. */
function alert(name: string, changes: object = {}): string {
  const named = `${camel(name)}Alert`;
  const use = new RegExp(`^ .*\\b${named}\\(.*$`, 'm').exec(bicep(changes))?.[0];
  const made = new RegExp(`^func ${named}\\(.*?^}`, 'ms').exec(rules(changes))?.[0];
  return use === undefined || made === undefined ? '' : `${use}\n${made}`;
}

describe('an alert', () => {
  it('does not count what every session of Key Vault begins with', () => {
    expect(alert('key-vault-refusing')).toMatch(/values: \['403', '429'\]/);
  });

  it('of the VM needs it to be away for the whole window', () => {
    expect(alert('machine-unavailable')).toMatch(/aggregation: 'Maximum'[^]*threshold: 1/);
  });

  it('of the logs needs no table yet, and waits for the VM', () => {
    expect(bicep()).toMatch(/skipQueryValidation: true/);
    expect(rules().match(/union isfuzzy=true/g)).toHaveLength(3);
    expect(planOf().resources.find((one) => one.symbol === 'logAlerts')?.dependsOn).toContain('virtualMachine');
  });

  it('on the daily cap is there where a cap is', () => {
    const capped = (gigabytes: number): object => ({ logAnalytics: { dailyQuotaGb: gigabytes } });
    const none = Object.fromEntries(['dev', 'test', 'prod'].map((one) => [one, capped(-1)]));
    expect(alert('daily-cap-reached', { environments: none })).toMatch(/severity: 2[^]*_LogOperation[^]*OverQuota/);
    expect(bicep({ environments: none })).toMatch(/\.\.\.\(logDailyQuotaGb != '-1'/);
    expect(bicep({ environments: { dev: capped(2) } })).toMatch(/\.\.\.\(logDailyQuotaGb != '-1'/);
  });

  it('on a stop is not there where the VM is shut down every day', () => {
    const shutDown = (enabled: boolean): object => ({ virtualMachine: { autoShutdown: { enabled } } });
    const everywhere = Object.fromEntries(['dev', 'test', 'prod'].map((one) => [one, shutDown(true)]));
    const balanced = { loadBalancer: { enabled: true, ports: [{ name: 'https', port: 443, backendPort: 443 }] } };
    for (const name of ['machine-stopped', 'heartbeat-lost', 'application-unhealthy']) {
      expect(alert(name, { spec: balanced, environments: { dev: shutDown(false) } })).not.toBe('');
      expect(alert(name, { spec: balanced, environments: everywhere })).toBe('');
    }
    expect(bicep()).toMatch(/\.\.\.\(!autoShutdown\.enabled\s+\? \[\s*machineStoppedAlert\(/);
    expect(bicep()).toMatch(/\.\.\.\(!autoShutdown\.enabled\s+\? \[\s*heartbeatLostAlert\(/);
    expect(alert('machine-unavailable', { environments: everywhere })).not.toBe('');
  });

  it('on the heartbeat has a row where there is none', () => {
    expect(alert('heartbeat-lost')).toMatch(/summarize Heartbeats = count\(\)\\n\| where Heartbeats == 0/);
  });

  it('of the activity log reports a stop, and the health of resources and of Azure', () => {
    expect(alert('machine-stopped')).toMatch(
      /virtualMachines\/deallocate\/action[^]*virtualMachines\/powerOff\/action/,
    );
    expect(alert('resource-health')).toMatch(/resourceGroup\(\)\.id\)[^]*PlatformInitiated/);
    expect(alert('service-health')).toMatch(/subscription\(\)\.id\)[^]*\['West Europe', 'Global'\]/);
  });

  it('counts failures of storage, and of no success', () => {
    expect(alert('storage-failing')).toMatch(/metric: 'Transactions'[^]*ServerTimeoutError/);
    expect(alert('storage-failing')).not.toMatch(/Success|Authori/);
  });

  it.each(Object.entries(metricRules as Readonly<Record<string, MetricRule>>))('%s can fire and be quiet', (_, one) => {
    const found = metric(one.resourceType, one.metric);
    expect(found?.aggregations).toContain(one.aggregation);
    expect(platformMetrics[one.resourceType]).toBeDefined();
    const { least, most } = boundsOf(found ?? { name: '', unit: 'Count', aggregations: [] });
    const bounds = one.threshold ?? { least: one.always ?? 0, most: one.always ?? 0 };
    for (const threshold of [bounds.least, bounds.most])
      expect(
        one.operator === 'LessThan' ? [threshold > least, threshold <= most] : [threshold >= least, threshold < most],
      ).toEqual([true, true]);
  });
});

describe('settings of an alert', () => {
  it('are in the template where all environments agree', () => {
    const set = { severity: 3, threshold: 77, windowMinutes: 60 };
    expect(alert('processor-busy', rule('processor-busy', set))).toMatch(
      /processor usage is above 77 percent'[^]*severity: 3[^]*window: 'PT1H'[^]*threshold: 77/,
    );
    expect(alert('disk-nearly-full', rule('disk-nearly-full', { threshold: 5 }))).toMatch(/Free < 5'/);
  });

  it('are parameters where they differ', () => {
    const changes = {
      environments: { prod: { alerts: { rules: { 'memory-short': { threshold: 20, severity: 1 } } } } },
    };
    expect(values('alertMemoryShortThreshold', changes)).toEqual({ dev: 10, test: 10, prod: 20 });
    expect(values('alertMemoryShortSeverity', changes)).toEqual({ dev: 2, test: 2, prod: 1 });
    expect(alert('memory-short', changes)).toMatch(/Less than \$\{alertMemoryShortThreshold\} percent/);
  });

  it.each(alertNames.filter((name) => !['application-unhealthy', 'replication-unhealthy'].includes(name)))(
    'switch %s off',
    (name) => {
      const resource = isVaultAlert(name) ? `apr-${vaultAlerts[name]}` : `alert-${name}`;
      expect(bicep()).toContain(`'${resource}-`);
      expect(bicep(rule(name, { enabled: false }))).not.toContain(`'${resource}-`);
      const changes = { environments: { dev: { alerts: { rules: { [name]: { enabled: false } } } } } };
      expect(
        Object.values(planOf(changes).parameters.find((one) => /^alert.*Enabled$/.test(one.name))?.values ?? {}),
      ).toEqual([false, true, true]);
    },
  );

  it.each([
    ['processor-busy', { threshold: 100 }],
    ['processor-busy', { threshold: 0 }],
    ['processor-busy', { windowMinutes: 7 }],
    ['processor-busy', { severity: 5 }],
    ['machine-unavailable', { threshold: 1 }],
    ['service-health', { severity: 1 }],
    ['no-such-alert', { enabled: true }],
  ])('of %s are refused: %j', (name, setting) => {
    const text = JSON.stringify({
      version: 1,
      blueprint: 'windows-vm@1.0.0',
      workload: { name: 'legacyapp', description: 'x' },
      spec: { alerts: { enabled: true, rules: { [name]: setting } } },
      environments: { dev: {} },
    });
    const parsed = parseAnswers(text);
    expect('findings' in parsed ? parsed.findings.map(({ where }) => where.answer) : []).toEqual([
      expect.stringMatching(/^spec\.alerts\.rules/),
    ]);
  });

  it.each([
    ['machine-unavailable', 'OPS-010'],
    ['machine-stopped', 'OPS-010'],
    ['heartbeat-lost', 'OPS-010'],
    ['backup-failed', 'OPS-015'],
  ])('that switch %s off break %s', (name, id) => {
    const found = findingsOf(atNight(rule(name, { enabled: false }))).filter((one) => one.ids.includes(id));
    expect(found.map((one) => [one.ids, one.where?.answer])).toEqual([[[id], `spec.alerts.rules.${name}.enabled`]]);
  });
});

describe('alerts of Site Recovery', () => {
  const group = '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-recovery';
  const siteRecovery = {
    enabled: true,
    resourceGroupId: group,
    virtualNetworkId: `${group}/providers/Microsoft.Network/virtualNetworks/vnet-recovery`,
  };
  const replicated = (alerts: object = {}): object => spec(alerts, { siteRecovery });
  const silent = /Problems with replication in .* notify no one/;

  it('get the action group, and the README lists them', () => {
    expect(bicep(replicated())).toMatch(/'apr-replication-[^]*scopes: \[ids\.siteRecoveryVault\]/);
    expect(fileOf('README.md', replicated())).toMatch(/^\| `replication-unhealthy` \|/m);
    expect(fileOf('README.md', replicated())).not.toMatch(silent);
  });

  it.each([
    ['the alert is', { rules: { 'replication-unhealthy': { enabled: false } } }, 'replication-unhealthy.enabled'],
    ['all are', { enabled: false }, 'alerts.enabled'],
  ])('reach nobody where %s off', (_, alerts, path) => {
    const found = findingsOf(replicated(alerts)).filter((one) => one.ids.includes('OPS-024'));
    expect(found.map((one) => one.where?.answer)).toEqual([expect.stringMatching(new RegExp(`${path}$`))]);
    expect(bicep(replicated(alerts))).not.toContain("'apr-replication-");
    expect(fileOf('README.md', replicated(alerts))).toMatch(silent);
  });
});

describe('maintenance', () => {
  it('mutes alerts about the VM and the load balancer', () => {
    const ports = [{ name: 'https', port: 443, backendPort: 443 }];
    const text = bicep(atNight(spec({}, { loadBalancer: { enabled: true, ports } })));
    expect(text).toMatch(/scopes: \[ids\.virtualMachine, ids\.loadBalancer\][^]*actionType: 'RemoveAllActionGroups'/);
    expect(fileOf('main.prod.bicepparam')).toMatch(
      /daysOfWeek: \['Monday'\]\n\s+startTime: '00:00:00'\n\s+endTime: '01:15:00'/,
    );
  });

  it('mutes in its own rhythm by environment', () => {
    const changes = atNight({
      environments: { prod: { maintenance: { recurEvery: '1Month day3', start: '2026-01-04 01:00' } } },
    });
    expect(values('quietTimesWeekly', changes)).toMatchObject({ dev: [{}, {}], prod: [] });
    expect(values('quietTimesMonthly', changes)).toMatchObject({ dev: [], prod: [{ daysOfMonth: [3] }] });
  });

  it('says where Azure has no such rhythm, and mutes nothing there', () => {
    const changes = { environments: { prod: { maintenance: { recurEvery: 'Month Second Tuesday' } } } };
    expect(values('muteAlertsDuringMaintenance', changes)).toEqual({ dev: true, test: true, prod: false });
    const [found] = findingsOf(changes).filter((one) => one.code === 'maintenance-not-muted');
    expect(found).toMatchObject({
      severity: 'note',
      where: { answer: 'environments.prod.maintenance.recurEvery' },
    });
    const everywhere = merge(
      atNight(spec({}, { maintenance: { recurEvery: '2Weeks Sunday' } })) as Parameters<typeof merge>[0],
      { environments: { dev: { maintenance: { recurEvery: '2Weeks Sunday' } } } },
    );
    expect(bicep(everywhere)).not.toContain('RemoveAllActionGroups');
  });

  it('mutes nothing where that is not wanted', () => {
    expect(bicep(spec({ muteMaintenance: false }))).not.toContain('RemoveAllActionGroups');
    expect(
      findingsOf(spec({ muteMaintenance: false }, { maintenance: { recurEvery: '2Weeks' } })).map((one) => one.code),
    ).not.toContain('maintenance-not-muted');
  });
});

describe('who is called', () => {
  const id =
    '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/central/providers/Microsoft.Insights/actionGroups/ops';

  it('are holders of roles', () => {
    expect(bicep(spec({ armRoles: ['Monitoring Contributor'] }))).toMatch(
      /armRoleReceivers:[^]*749f88d5-cbae-40b8-bcfc-e573ddc772fa/,
    );
  });

  it('is an existing group alone, where it is all that is named', () => {
    const text = bicep(spec({ actionGroupId: id, emails: [] }));
    expect(text).not.toContain('insights/action-group:');
    expect(text).toContain(`actionGroupId: '${id}'`);
  });

  it('are both, where somebody else is named too', () => {
    const text = bicep(spec({ actionGroupId: id, emails: ['ops@example.com'] }));
    expect(text).toMatch(/actionGroupIds: \[\s*ids\.actionGroup\s+'\/subscriptions/);
  });

  it('differs by environment', () => {
    const changes = { environments: { prod: { alerts: { actionGroupId: id, emails: [] } } } };
    expect(values('createActionGroup', changes)).toEqual({ dev: true, test: true, prod: false });
    expect(values('alertActionGroupId', changes)).toEqual({ dev: '', test: '', prod: id });
    expect(planOf(changes).resources.find((one) => one.symbol === 'actionGroup')?.condition).toMatchObject({
      name: 'createActionGroup',
    });
  });
});

describe('the price of logs', () => {
  const queries = (changes: object): string[] => bicep(changes).match(/'Security![^']*'/g) ?? [];
  const only = (securityEvents: string): object => spec({}, { monitoringAgent: { securityEvents } });

  it('is that of the audit events that are wanted', () => {
    expect(queries(only('all'))).toEqual(["'Security!*[System[(band(Keywords,13510798882111488))]]'"]);
    expect(queries(only('failures'))).toEqual(["'Security!*[System[(band(Keywords,4503599627370496))]]'"]);
    expect(queries(only('none'))).toEqual([]);
    expect(2 ** 52 + 2 ** 53).toBe(13_510_798_882_111_488);
  });

  it('is all of them for answers that do not say', () => {
    const before = resolve({ ...answersWith(), spec: { alerts: { enabled: true } } });
    expect(before.views.map((view) => monitoringAgentInputs.of(view).securityEvents)).toEqual(
      before.views.map(() => 'all'),
    );
  });

  it('is that of the requests to storage that are wanted, whose metrics come all the same', () => {
    const rules = { 'OPS-002': { storageLogs: 'changes' } };
    const text = bicep({ constitution: { rules } });
    expect(text).toMatch(/category: 'StorageWrite'[^]*metricCategories: \[[^]*'AllMetrics'/);
    expect(text).not.toContain("'StorageRead'");
    expect(bicep()).not.toContain('logCategoriesAndGroups');
    const changes = { constitution: { rules }, environments: { prod: { logAnalytics: { storageLogs: 'all' } } } };
    expect(values('storageLogCategories', changes)).toMatchObject({ dev: [{}, {}], prod: [{}, {}, {}] });
  });

  it('is not lowered below the constitution', () => {
    const found = findingsOf(spec({}, { logAnalytics: { storageLogs: 'changes' } }));
    expect(found.map((one) => [one.code, one.ids, one.where.answer])).toEqual([
      ['rule-broken', ['OPS-002'], 'spec.logAnalytics.storageLogs'],
    ]);
  });
});

describe('the README', () => {
  const readme = (changes: object): string => fileOf('README.md', changes);

  it('has each alert with what it is set to', () => {
    const text = readme(rule('processor-busy', { threshold: 77, severity: 3, windowMinutes: 60 }));
    expect(text).toMatch(/^\| `processor-busy` \|.*\| 3, informational \| 77 percent \| 60 minutes \|$/m);
    expect(readme(rule('processor-busy', { enabled: false }))).not.toMatch(/^\| `processor-busy`/m);
    expect(text).not.toMatch(/^\| `application-unhealthy`/m);
  });

  it('says that an address has to be verified, where there is one', () => {
    expect(readme(spec({ emails: ['ops@example.com'] }))).toContain('sends a verification code');
    expect(readme(spec({ emails: [], armRoles: ['Monitoring Contributor'] }))).not.toContain(
      'sends a verification code',
    );
  });

  it('says what maintenance mutes, and where it can mute nothing', () => {
    expect(readme({})).toContain('you learn of a VM that doesn’t restart');
    expect(readme({})).toContain('still notifies in test and prod');
    expect(readme(rule('heartbeat-lost', { enabled: false }))).toContain('even after the window');
    const maintenance = { recurEvery: 'Month Second Tuesday' };
    const monthly = readme({ spec: { maintenance }, environments: { dev: { maintenance } } });
    expect(monthly).toContain('also notify during the maintenance window');
    expect(monthly).not.toContain('suppressed during the maintenance window');
  });

  it('says how the logs of the vault with the password get to the workspace', () => {
    expect(readme({})).toMatch(/diagnostic-settings create --name "to-\$\{workspace##\*\/\}" --resource "\$vault"/);
  });
});
