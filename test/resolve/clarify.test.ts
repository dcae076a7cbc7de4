import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { components } from '../../avm-catalog/components/index.ts';
import { coreGuesses } from '../../avm-catalog/kernel/core-questions.ts';
import { gapCategories } from '../../avm-catalog/kernel/guess.ts';
import type { Answers, Clarification } from '../../src/answers/answers.ts';
import { setAnswers } from '../../src/answers/edit.ts';
import { resolvePath } from '../../src/answers/paths.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { writeAnswers } from '../../src/answers/write.ts';
import { checkSpec } from '../../src/resolve/check.ts';
import { openQuestions } from '../../src/resolve/clarify/open.ts';
import { phrase } from '../../src/resolve/clarify/phrase.ts';
import { rankOf, type OpenQuestion } from '../../src/resolve/clarify/question.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { told } from '../../src/resolve/clarify/told.ts';
import { readCase } from '../cases/cases.ts';
import { answersWith } from '../plan/support.ts';
import { anyAnswers } from '../support/any-answers.ts';

function openIn(answers: Answers, today?: string): readonly OpenQuestion[] {
  const spec = resolve(answers);
  return openQuestions({ spec, answers, findings: checkSpec(spec, answers), today });
}

const open = (changes: object = {}): readonly OpenQuestion[] => openIn(answersWith(changes));
const named = ({ code, about }: OpenQuestion): string => `${code} ${about}`;
const spec = (part: object): object => ({ spec: part });
const prod = (part: object): object => ({ environments: { prod: part } });
const hub = { topology: 'hub', hub: { virtualNetworkId: '', bastionSubnet: '' } };
const hubId =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/hub';

/** A gap, and the same answers with it closed. */
const gaps: readonly (readonly [question: string, gap: object, closed: object])[] = [
  [
    'guess environments.prod.virtualMachine.administrator.vaultName',
    {},
    prod({ virtualMachine: { administrator: { vaultName: 'kv-ours' } } }),
  ],
  [
    'guess environments.prod.virtualMachine.administrator.vaultResourceGroup',
    prod({ virtualMachine: { administrator: { vaultName: 'kv-ours' } } }),
    prod({ virtualMachine: { administrator: { vaultName: 'kv-ours', vaultResourceGroup: 'rg-ours' } } }),
  ],
  ['guess spec.alerts.emails', spec({ alerts: { emails: [] } }), spec({ alerts: { emails: ['ops@example.com'] } })],
  ['guess spec.alerts.emails', spec({ alerts: { emails: [] } }), spec({ alerts: { enabled: false } })],
  ['guess tags.costCenter', {}, { tags: { costCenter: '4711' } }],
  ['guess tags.owner', {}, { tags: { owner: 'payroll' } }],
  ['guess tags.owner', {}, { constitution: { rules: { 'TAG-001': 'off' } } }],
  ['guess constitution.ratified', {}, { constitution: { ratified: '2026-10-01' } }],
  [
    'guess environments.dev.network.addressSpace',
    {},
    { environments: { dev: { network: { addressSpace: '10.60.0.0/22' } } } },
  ],
  ['guess environments.prod.virtualMachine.size', {}, prod({ virtualMachine: { size: 'Standard_D8s_v5' } })],
  ['guess spec.virtualMachine.image', {}, spec({ virtualMachine: { image: '2019-datacenter-gensecond' } })],
  ['guess spec.virtualMachine.licence', {}, spec({ virtualMachine: { licence: 'azureHybridBenefit' } })],
  ['guess spec.location.region', {}, spec({ location: { region: 'northeurope' } })],
  ['guess spec.backup.timeZone', {}, spec({ backup: { timeZone: 'W. Europe Standard Time' } })],
  ['guess spec.maintenance.timeZone', {}, spec({ maintenance: { timeZone: 'W. Europe Standard Time' } })],
  ['guess spec.justInTime.enabled', {}, { constitution: { rules: { 'SEC-005': 'off' } } }],
  [
    'guess spec.application.enabled',
    {},
    spec({
      application: { enabled: true, packageUri: 'https://files.example.com/app.zip', installCommand: 'setup.exe' },
    }),
  ],
  ['guess spec.loadBalancer.ports.0.port', spec({ loadBalancer: { enabled: true } }), {}],
  [
    'guess spec.loadBalancer.ports.0.port',
    spec({ loadBalancer: { enabled: true } }),
    spec({ loadBalancer: { enabled: true, ports: [{ name: 'web', port: 8443, backendPort: 443 }] } }),
  ],
  [
    'guess spec.loadBalancer.ports.0.backendPort',
    spec({ loadBalancer: { enabled: true } }),
    spec({ loadBalancer: { enabled: true, ports: [{ name: 'web', port: 443, backendPort: 8443 }] } }),
  ],
  [
    'guess environments.prod.privateDns.zones',
    prod({
      network: { topology: 'hub', hub: { virtualNetworkId: hubId, bastionSubnet: '10.0.0.0/26' } },
      privateDns: { zones: 'create' },
    }),
    {},
  ],
  [
    'probe-elsewhere environments.prod.loadBalancer.probe.port',
    spec({ loadBalancer: { enabled: true, ports: [{ name: 'web', port: 443, backendPort: 8443 }] } }),
    spec({
      loadBalancer: { enabled: true, ports: [{ name: 'web', port: 443, backendPort: 8443 }], probe: { port: 8443 } },
    }),
  ],
  ['answer-missing environments.prod.network.hub.virtualNetworkId', prod({ network: hub }), {}],
  ['answer-missing environments.prod.network.hub.bastionSubnet', prod({ network: hub }), {}],
  ['rule-broken/OPS-004 spec.logAnalytics.retentionDays', spec({ logAnalytics: { retentionDays: 30 } }), {}],
  [
    'rule-broken/RES-002 environments.prod.storageAccount.redundancy',
    prod({ storageAccount: { redundancy: 'LRS' } }),
    {},
  ],
  ['rule-broken/RES-003 environments.prod.lock', prod({ lock: 'none' }), {}],
  ['rule-broken/RES-001 environments.prod.location.zone', prod({ location: { zone: null } }), {}],
  ['rule-broken/SEC-005 spec.justInTime.enabled', spec({ justInTime: { enabled: false } }), {}],
  [
    'answer-needs spec.keyVault.enabled',
    {
      constitution: { rules: { 'SEC-009': { mode: 'optional' } } },
      ...spec({ customerManagedKeys: { enabled: true }, keyVault: { enabled: false } }),
    },
    {},
  ],
  [
    'ranges-overlap/dev environments.test.network.addressSpace',
    { environments: { test: { network: { addressSpace: '10.20.2.0/23' } } } },
    {},
  ],
  [
    'weaker-in-production environments.prod.virtualMachine.size',
    {
      environments: {
        test: { virtualMachine: { size: 'Standard_D4s_v5' } },
        prod: { virtualMachine: { size: 'Standard_B2s_v2' } },
      },
    },
    {},
  ],
  ['guess environments.prod.targets.rtoHours', {}, prod({ targets: { rtoHours: 12 } })],
  ['guess environments.prod.targets.availability', {}, prod({ targets: { availability: 99 } })],
  ['guess environments.prod.targets.rpoHours', {}, prod({ targets: { rpoHours: 48 } })],
  ['guess environments.prod.targets.users', {}, prod({ targets: { users: 40 } })],
  ['target-rpo environments.prod.backup.intervalHours', prod({ targets: { rpoHours: 12 } }), {}],
  ['target-outage environments.prod.backup.redundancy', prod({ targets: { outage: 'region' } }), {}],
  [
    'target-availability environments.prod.virtualMachine.osDisk.type',
    prod({ virtualMachine: { osDisk: { type: 'StandardSSD_LRS' } } }),
    {},
  ],
  ['target-availability environments.prod.targets.availability', prod({ targets: { availability: 99.99 } }), {}],
  ['default-is-production defaultEnvironment', { defaultEnvironment: 'prod' }, {}],
  [
    'backup-in-window environments.prod.backup.time',
    prod({ backup: { time: '00:30' } }),
    prod({ backup: { time: '00:30' }, maintenance: { duration: '02:30' } }),
  ],
  [
    'shutdown-in-window environments.prod.virtualMachine.autoShutdown.time',
    prod({ virtualMachine: { autoShutdown: { enabled: true } } }),
    prod({ virtualMachine: { autoShutdown: { enabled: true, time: '01:30' } } }),
  ],
];

describe('avm clarify asks', () => {
  it.each(gaps)('%s where it is open, and no more where it is not', (question, gap, closed) => {
    expect(open(gap).map(named)).toContain(question);
    expect(open(closed).map(named)).not.toContain(question);
  });

  it('whether production is meant to have less than the rest, for each thing that can be less', () => {
    const less = {
      environments: {
        test: {
          lock: 'CanNotDelete',
          backup: { intervalHours: 4, retentionDays: 60, redundancy: 'GeoRedundant' },
          storageAccount: { redundancy: 'GZRS' },
          logAnalytics: { retentionDays: 365 },
        },
        prod: { logAnalytics: { retentionDays: 90 }, lock: 'none', alerts: { enabled: false } },
      },
      constitution: { rules: { 'RES-003': 'off', 'OPS-010': 'off', 'OPS-015': 'off' } },
    };
    const found = open(less)
      .filter(({ code }) => code === 'weaker-in-production')
      .map(({ about }) => about.replace('environments.prod.', ''));
    expect(found.toSorted()).toEqual([
      'alerts.enabled',
      'backup.intervalHours',
      'backup.redundancy',
      'backup.retentionDays',
      'lock',
      'logAnalytics.retentionDays',
      'storageAccount.redundancy',
    ]);
    expect(phrase(open(less).find(({ about }) => about.endsWith('prod.lock')) as OpenQuestion).question).toBe(
      'What should the lock against deletion be (now none, and CanNotDelete in test) in prod?',
    );
  });

  it('of a waiver that has run out, on a day after its last', () => {
    const waivers = {
      'W-001': { rule: 'SEC-003', reason: 'until the firewall moves', approvedBy: 'ciso', until: '2026-11-24' },
    };
    const answers = answersWith({ constitution: { waivers } });
    const about = 'waiver-ended constitution.waivers.W-001.until';
    expect(openIn(answers, '2026-11-25').map(named)[0]).toBe(about);
    expect(openIn(answers, '2026-11-24').map(named)).not.toContain(about);
    expect(openIn(answers).map(named)).not.toContain(about);
  });

  it('once for all environments where one answer is for all, and for each where they differ', () => {
    const tags = open({ environments: { prod: { tags: { owner: 'payroll' } } } }).find(
      ({ about }) => about === 'tags.owner',
    );
    expect(tags?.environments).toEqual(['dev', 'test']);
    const vaults = open().filter(({ about }) => about.endsWith('.vaultName'));
    expect(vaults.map(({ environments }) => environments)).toEqual([['dev'], ['test'], ['prod']]);
  });

  it('the next free range for networks that overlap', () => {
    const found = open({ environments: { prod: { network: { addressSpace: '10.20.0.0/22' } } } }).find(({ code }) =>
      code.startsWith('ranges'),
    );
    expect(found).toMatchObject({ recommended: '10.20.8.0/22', about: 'environments.prod.network.addressSpace' });
  });
});

describe('of a new workspace', () => {
  it('asks what only a person can know, the most important first', () => {
    const found = openIn(startAnswers({ name: 'legacyapp' }));
    expect(found.map((one) => `${rankOf(one)} ${one.about}`)).toMatchInlineSnapshot(`
      [
        "9 environments.dev.virtualMachine.administrator.vaultName",
        "9 environments.test.virtualMachine.administrator.vaultName",
        "9 environments.prod.virtualMachine.administrator.vaultName",
        "9 spec.alerts.emails",
        "6 tags.costCenter",
        "6 environments.prod.virtualMachine.size",
        "6 spec.virtualMachine.image",
        "6 spec.justInTime.enabled",
        "6 spec.budget.amount",
        "4 workload.description",
        "4 constitution.ratified",
        "4 environments.dev.network.addressSpace",
        "4 environments.test.network.addressSpace",
        "4 environments.prod.network.addressSpace",
        "4 spec.maintenance.timeZone",
        "4 spec.application.enabled",
        "4 spec.virtualMachine.licence",
        "4 environments.dev.virtualMachine.autoShutdown.timeZone",
        "3 tags.owner",
        "3 spec.location.region",
        "3 environments.prod.targets.rpoHours",
        "2 environments.prod.targets.rtoHours",
        "2 environments.prod.targets.availability",
        "2 environments.prod.targets.users",
        "2 spec.backup.timeZone",
      ]
    `);
  });

  it('asks nothing where all was answered or confirmed', () => {
    const { answers } = readCase('clarified');
    expect(openIn(answers)).toEqual([]);
    expect(openIn({ ...answers, clarifications: {} }).map(({ about }) => about)).toContain('spec.location.region');
  });
});

describe('an answer that was recorded', () => {
  const record = (part: Partial<Clarification>): object => ({
    clarifications: {
      'Q-001': {
        question: 'In which region does it run?',
        answer: 'westeurope',
        on: '2026-11-25',
        about: 'spec.location.region',
        code: 'guess',
        ...part,
      },
    },
  });
  const asks = (changes: object, about = 'spec.location.region'): boolean =>
    open(changes).some((one) => one.about === about);

  it('settles its question for as long as it stands', () => {
    expect(asks({})).toBe(true);
    expect(asks(record({}))).toBe(false);
    expect(asks(record({ code: undefined }))).toBe(false);
    expect(asks(record({ answer: 'northeurope' }))).toBe(true);
    expect(asks(record({ about: 'spec.location' }))).toBe(true);
    expect(asks(record({ code: 'rule-broken/TST-001' }))).toBe(true);
  });

  it('settles no error, and nothing that needs an answer', () => {
    const off = {
      ...spec({ justInTime: { enabled: false } }),
      ...record({ about: 'spec.justInTime.enabled', answer: 'no', code: 'rule-broken/SEC-005' }),
    };
    expect(asks(off, 'spec.justInTime.enabled')).toBe(true);
    expect(asks(record({ about: 'constitution.ratified', answer: 'none' }), 'constitution.ratified')).toBe(true);
  });

  it('settles a departure from a rule of level should', () => {
    const lock = prod({ lock: 'none' });
    const kept = {
      ...lock,
      ...record({ about: 'environments.prod.lock', answer: 'none', code: 'rule-broken/RES-003' }),
    };
    expect(asks(lock, 'environments.prod.lock')).toBe(true);
    expect(asks(kept, 'environments.prod.lock')).toBe(false);
  });
});

describe('questions of any answers', () => {
  it('are data that can be asked and answered, the same each time', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const found = openIn(answers);
        expect(openIn(answers)).toEqual(found);
        expect(new Set(found.map(({ about }) => about)).size).toBe(found.length);
        expect(found.map(rankOf)).toEqual(found.map(rankOf).toSorted((a, b) => b - a));
        for (const one of found) {
          const { question, why, advice } = phrase(one);
          expect(question, question).toMatch(/^[A-Z].{10,480}[^?.,]\?$/);
          for (const said of [why, advice]) expect(said, said).toMatch(/^[A-Z][^]*[.?]$/);
          expect(question + why + advice).not.toMatch(/undefined|\[object|NaN/);
          expect(gapCategories).toContain(one.category);
          expect([0, 2, 3, 4, 5]).toContain(one.options.length);
          expect(resolvePath(one.about), one.about).toHaveProperty('schema');
        }
      }),
      { numRuns: 40, seed: 4 },
    );
  });

  it.each(gaps)('%s has options and a recommendation that can be given', (question, gap) => {
    const answers = { ...startAnswers({ name: 'legacyapp' }), ...(answersWith(gap) as object) } as Answers;
    const found = openIn(answers).find((one) => named(one) === question);
    const text = writeAnswers(answers);
    for (const value of [
      ...(found?.options ?? []).map((one) => one.value),
      ...(found?.recommended === undefined ? [] : [found.recommended]),
    ])
      expect(setAnswers(text, [{ path: found?.about ?? '', value }]), `${found?.about}=${value}`).toHaveProperty(
        'text',
      );
  });
});

describe('guesses of the catalog', () => {
  const all = [
    ...coreGuesses,
    ...components.flatMap(({ inputs }) =>
      (inputs?.guesses ?? []).map((one) => ({ ...one, path: `${inputs?.token.key}.${one.path}` })),
    ),
  ];

  it('are about answers that there are', () => {
    expect(all.length).toBeGreaterThan(15);
    for (const { path } of all) expect(resolvePath(path.replace('/', '')), path).toHaveProperty('schema');
    expect(new Set(all.map(({ path }) => path)).size).toBe(all.length);
  });
});

describe('values', () => {
  it.each([
    [null, 'none'],
    ['', 'none'],
    [[], 'none'],
    [true, 'yes'],
    [['a', 'b'], 'a, b'],
    [7, '7'],
    ['x', 'x'],
  ])('%j is told as %s', (value, text) => {
    expect(told(value)).toBe(text);
  });
});
