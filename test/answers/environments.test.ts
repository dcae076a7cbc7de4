import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addEnvironment } from '../../src/answers/environments/add.ts';
import { copyEnvironment, type Told } from '../../src/answers/environments/copy.ts';
import { renameEnvironment } from '../../src/answers/environments/rename.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { removeEnvironment } from '../../src/answers/remove.ts';
import type { Changed } from '../../src/answers/change.ts';
import { describe as prose } from '../../src/findings/describe.ts';
import { brief, commented } from './texts.ts';

const head = `version: 1
blueprint: windows-vm@1.0.0
workload: {name: payroll, description: The payroll of dev and test}
`;

/** Everything that can name an environment names dev. */
const everywhere = `${head}
constitution:
  rules:
    RES-001: {level: should, environments: [dev, prod]} # zones
    RES-002:
      level: should
      environments:
        - prod
        - "dev"
  own:
    ORG-001:
      title: Purge protection
      statement: Key vaults MUST have purge protection.
      level: should
      category: naming
      environments: ['dev']
      resources: {type: Microsoft.KeyVault/vaults}
      must: {path: properties.enablePurgeProtection, equals: true}
      message: the vault can be purged
      instead: set purge protection
  waivers:
    W-001: {rule: SEC-004, environments: [dev], reason: A trial, approvedBy: ops, until: 2027-01-31}

notSecrets:
  environments.dev.tags.build: "A digest of the build, published with it"

# in the order of deployment
environments:
  # where we try things out
  dev:
    network: {addressSpace: 10.20.0.0/22, subnets: {workload: 10.20.1.0/24}, dnsServers: [10.20.1.10, 10.9.0.4]}
    tags: {build: 3f786850e387550fdab836ed7e6dc881de23001b, stage: Dev, note: the dev of Anna}
    virtualMachine:
      administrator: {vaultName: "kv-payroll-dev-ops", vaultResourceGroup: rg-payroll-dev-ops} # ops make it
      computerName: payrolldev01
    privateDns:
      zones: existing
      resourceGroupId: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-dns-dev

  prod: # careful
    lock: CanNotDelete
defaultEnvironment: dev

clarifications:
  Q-001: {question: Which environment?, answer: dev, on: 2026-11-25, about: defaultEnvironment}
  Q-002: {question: Which range in dev?, answer: 10.20.0.0/22, on: 2026-11-25, about: environments.dev.network.addressSpace, code: ranges-overlap/dev}
`;

function told(result: Told): { readonly text: string; readonly said: readonly string[] } {
  if ('findings' in result) throw new Error(result.findings.map(brief).join('\n'));
  const said = result.notes.map((one) => `${one.where.answer}: ${prose(one).message}`);
  return { text: result.text, said };
}
const text = (result: Changed | Told): string => {
  if ('findings' in result) throw new Error(result.findings.map(brief).join('\n'));
  return result.text;
};
const codes = (result: Changed | Told): readonly string[] => ('findings' in result ? result.findings.map(brief) : []);
const environmentsOf = (of: string) => {
  const parsed = parseAnswers(of);
  if (!('answers' in parsed)) throw new Error(parsed.findings.map(brief).join('\n'));
  return parsed.answers.environments;
};

describe('addEnvironment', () => {
  it.each([
    ['last', undefined, ['dev', 'test', 'prod', 'live']],
    ['first', 'first', ['live', 'dev', 'test', 'prod']],
    ['behind another one', { after: 'dev' }, ['dev', 'live', 'test', 'prod']],
  ] as const)('places one %s', (_, order, names) => {
    const flow = `${head}environments: { dev: {}, test: { lock: none }, prod: {} }\n`;
    const block = `${head}environments:\n  dev: {}\n  # t\n  test:\n    lock: none\n  prod: {}\n`;
    for (const before of [flow, block]) {
      const added = text(addEnvironment(before, { name: 'live', order }));
      expect(Object.keys(environmentsOf(added))).toEqual(names);
      expect(text(removeEnvironment(added, 'live'))).toBe(before);
    }
  });

  it.each([
    ['prod', undefined, 'environment-exists environments.prod'],
    ['Live', undefined, 'environment-name environments.Live'],
    ['__proto__', undefined, 'environment-name environments.__proto__'],
    ['live', { after: 'prd' }, 'environment-unknown'],
  ] as const)('refuses %s after %j', (name, order, expected) => {
    expect(codes(addEnvironment(commented, { name, order }))).toEqual([expected]);
  });
});

describe('copyEnvironment', () => {
  it('has a range of its own, and says what it decided of each value that has the name in it', () => {
    const copy = told(copyEnvironment(everywhere, { from: 'dev', to: 'uat' }));
    expect(environmentsOf(copy.text)['uat']).toEqual({
      network: {
        addressSpace: '10.20.4.0/22',
        subnets: { workload: '10.20.5.0/24' },
        dnsServers: ['10.20.5.10', '10.9.0.4'],
      },
      tags: { build: '3f786850e387550fdab836ed7e6dc881de23001b', stage: 'Uat', note: 'the dev of Anna' },
      virtualMachine: {
        administrator: { vaultName: 'kv-payroll-uat-ops', vaultResourceGroup: 'rg-payroll-uat-ops' },
        computerName: 'payrolldev01',
      },
      privateDns: {
        zones: 'existing',
        resourceGroupId: '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-dns-dev',
      },
    });
    expect(copy.said).toEqual([
      "environments.uat.network.addressSpace: The network of 'uat' has the address range 10.20.4.0/22",
      "environments.uat.virtualMachine.administrator.vaultName: 'kv-payroll-dev-ops' is now 'kv-payroll-uat-ops'",
      "environments.uat.virtualMachine.administrator.vaultResourceGroup: 'rg-payroll-dev-ops' is now 'rg-payroll-uat-ops'",
      "environments.uat.tags.stage: 'Dev' is now 'Uat'",
      "environments.uat.privateDns.resourceGroupId: The value contains 'dev' and was not changed",
      "environments.uat.virtualMachine.computerName: The value contains 'dev' and was not changed",
      "environments.uat.tags.note: The value contains 'dev' and was not changed",
      "constitution.rules.RES-001.environments: RES-001 names 'dev' and not 'uat'",
      "constitution.rules.RES-002.environments: RES-002 names 'dev' and not 'uat'",
      "constitution.own.ORG-001.environments: ORG-001 names 'dev' and not 'uat'",
      "constitution.waivers.W-001.environments: W-001 names 'dev' and not 'uat'",
    ]);
    expect(Object.keys(environmentsOf(copy.text))).toEqual(['dev', 'uat', 'prod']);
  });

  it('takes the range that is given, or the next one that is free', () => {
    const given = copyEnvironment(everywhere, { from: 'dev', to: 'uat', addressSpace: '10.99.0.0/22' });
    expect(environmentsOf(text(given))['uat']?.network?.subnets).toEqual({ workload: '10.99.1.0/24' });
    const ranges = ['10.255.252.0/22', '10.0.0.0/22', '10.0.4.0/24'];
    const full = `${head}environments:\n${ranges.map((range, at) => `  e${at}: {network: {addressSpace: ${range}}}\n`).join('')}`;
    expect(environmentsOf(text(copyEnvironment(full, { from: 'e0', to: 'uat' })))['uat']).toEqual({
      network: { addressSpace: '10.0.8.0/22' },
    });
    const none = `${head}environments:\n  dev: {}\n`;
    expect(environmentsOf(text(copyEnvironment(none, { from: 'dev', to: 'uat' })))['uat']).toEqual({
      network: { addressSpace: '10.20.4.0/22' },
    });
  });

  it.each([
    [{ from: 'dve', to: 'uat' }, 'environment-unknown'],
    [{ from: 'dev', to: 'prod' }, 'environment-exists environments.prod'],
    [{ from: 'dev', to: 'dev' }, 'environment-exists environments.dev'],
    [{ from: 'dev', to: 'UAT' }, 'environment-name environments.UAT'],
    [{ from: 'dev', to: 'uat', order: { after: 'prd' } }, 'environment-unknown'],
    [{ from: 'dev', to: 'uat', addressSpace: '10.20.2.0/23' }, 'address-space-taken'],
    [{ from: 'dev', to: 'uat', addressSpace: '10.20.2.1/23' }, 'address-space-invalid'],
    [{ from: 'dev', to: 'uat', addressSpace: 'next' }, 'address-space-invalid'],
  ] as const)('refuses %j', (copy, expected) => {
    expect(codes(copyEnvironment(everywhere, copy))).toEqual([expected]);
  });

  it('says when no range of its size is left', () => {
    const wide = `${head}environments:\n  dev: {network: {addressSpace: 10.0.0.0/8}}\n`;
    expect(codes(copyEnvironment(wide, { from: 'dev', to: 'uat' }))).toEqual(['environment-no-range']);
  });
});

describe('renameEnvironment', () => {
  it('takes the code that names have for it along', () => {
    const coded = everywhere.replace('\n  rules:\n', '\n  rules:\n    NAM-001: {environmentCodes: {dev: d}}\n');
    expect(coded).toContain('environmentCodes: {dev: d}');
    expect(text(renameEnvironment(coded, 'dev', 'qa'))).toContain('environmentCodes: {qa: d}');
  });

  it('changes what carries the name, everywhere, and nothing else', () => {
    const renamed = told(renameEnvironment(everywhere, 'dev', 'qa'));
    const [before, after] = [everywhere.split('\n'), renamed.text.split('\n')];
    expect(after.filter((line, at) => line !== before[at])).toEqual([
      '    RES-001: {level: should, environments: [qa, prod]} # zones',
      '        - "qa"',
      "      environments: ['qa']",
      '    W-001: {rule: SEC-004, environments: [qa], reason: A trial, approvedBy: ops, until: 2027-01-31}',
      '  environments.qa.tags.build: "A digest of the build, published with it"',
      '  qa:',
      '    tags: {build: 3f786850e387550fdab836ed7e6dc881de23001b, stage: Qa, note: the dev of Anna}',
      '      administrator: {vaultName: "kv-payroll-qa-ops", vaultResourceGroup: rg-payroll-qa-ops} # ops make it',
      'defaultEnvironment: qa',
      '  Q-001: {question: Which environment?, answer: qa, on: 2026-11-25, about: defaultEnvironment}',
      '  Q-002: {question: Which range in dev?, answer: 10.20.0.0/22, on: 2026-11-25, about: environments.qa.network.addressSpace, code: ranges-overlap/qa}',
    ]);
    expect(renamed.said).toContain("constitution.waivers.W-001.environments.0: 'dev' was renamed to 'qa' here too");
    expect(renamed.said).toContain("workload.description: The value contains 'dev' and was not changed");
  });

  it.each([
    ['dve', 'qa', 'environment-unknown'],
    ['dev', 'dev', 'environment-exists environments.dev'],
    ['dev', 'prod', 'environment-exists environments.prod'],
    ['dev', 'q', 'environment-name environments.q'],
    ['dev', 'constructor', 'key-refused environments'],
    ['dev', 'a: b', 'environment-name environments.a: b'],
  ])('refuses %s as %s', (from, to, expected) => {
    expect(codes(renameEnvironment(everywhere, from, to))).toEqual([expected]);
  });

  it('takes no word of a fixed list, and no component, for the name', () => {
    const odd = `${head}spec:\n  components: {all-of-it: {type: storage-account}}\nenvironments:\n  all:\n    components: {all-of-it: {redundancy: ZRS}}\n    logAnalytics: {storageLogs: all}\n`;
    expect(environmentsOf(text(renameEnvironment(odd, 'all', 'dev')))['dev']).toEqual(environmentsOf(odd)['all']);
  });
});

const names = fc.uniqueArray(fc.constantFrom('dev', 'test', 'prod', 'on', 'true', 'stage2'), { minLength: 1 });
const value = fc.constantFrom(
  '{}',
  '{lock: none}',
  '{ lock: none, tags: { note: "x" } }',
  '\n    lock: CanNotDelete # kept\n    network: {addressSpace: 10.50.0.0/24}\n    # behind it',
  '\n    virtualMachine:\n      administrator:\n        vaultName: NAME',
);
const written = (name: string): string => (['on', 'true'].includes(name) ? `"${name}"` : name);

/** An avm.yaml with environments in many forms: comments, empty lines, one line or several, with or without a last line end. */
const texts = fc
  .record({
    known: names,
    values: fc.array(value, { minLength: 6, maxLength: 6 }),
    above: fc.array(fc.constantFrom('', '  # about it\n', '\n', '\n  # about it\n'), { minLength: 6, maxLength: 6 }),
    after: fc.constantFrom(
      '',
      '\n',
      '\ndefaultEnvironment: FIRST\n',
      '\n\n# the first\ndefaultEnvironment: FIRST # so\n',
    ),
    flow: fc.boolean(),
  })
  .map(({ known, values, above, after, flow }) => {
    const of = (name: string, at: number): string => {
      const chosen = flow ? (values[at] ?? '').replace(/^\n[^]*/, '{}') : (values[at] ?? '');
      return `${written(name)}:${chosen.startsWith('\n') ? '' : ' '}${chosen.replace('NAME', `kv-payroll-${name}`)}`;
    };
    const all = flow
      ? `environments: { ${known.map(of).join(', ')} }`
      : `environments:\n${known.map((name, at) => `${above[at] ?? ''}  ${of(name, at)}`).join('\n')}`;
    return { known, text: head + all + after.replaceAll('FIRST', written(known[0] ?? '')) };
  });
const order = (known: readonly string[]) =>
  fc.oneof(
    fc.constant('first' as const),
    fc.constant('last' as const),
    fc.constant(undefined),
    fc.constantFrom(...known).map((after) => ({ after })),
  );

describe('any avm.yaml', () => {
  it('is as it was, byte for byte, once a copy is removed', () => {
    fc.assert(
      fc.property(
        texts.chain(({ known, text: before }) =>
          fc.record({ before: fc.constant(before), from: fc.constantFrom(...known), order: order(known) }),
        ),
        ({ before, from, order: at }) => {
          const copy = text(copyEnvironment(before, { from, to: 'uat', order: at }));
          expect(copy).not.toBe(before);
          expect(text(removeEnvironment(copy, 'uat'))).toBe(before);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is as it was, byte for byte, once an environment has its name back', () => {
    fc.assert(
      fc.property(
        texts.chain(({ known, text: before }) =>
          fc.record({
            before: fc.constant(before),
            from: fc.constantFrom(...known),
            to: fc.constantFrom('uat', 'no', 'e12'),
          }),
        ),
        ({ before, from, to }) => {
          const there = text(renameEnvironment(before, from, to));
          expect(Object.keys(environmentsOf(there))).toEqual(
            Object.keys(environmentsOf(before)).map((name) => (name === from ? to : name)),
          );
          expect(text(renameEnvironment(there, to, from))).toBe(before);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('keeps ranges of environments apart, however often they are copied', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(), { maxLength: 3 }), ({ known, text: before }, picks) => {
        const after = picks.reduce((now, pick, at) => {
          const from = Object.keys(environmentsOf(now))[pick % (known.length + at)] ?? '';
          return text(copyEnvironment(now, { from, to: `copy${at}` }));
        }, before);
        const own = Object.entries(environmentsOf(after)).filter(([name]) => name.startsWith('copy'));
        const ranges = own.map(([, one]) => one.network?.addressSpace);
        expect(new Set(ranges).size).toBe(picks.length);
      }),
      { numRuns: 50 },
    );
  });
});
