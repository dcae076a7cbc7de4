import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTree, valueAt, type Tree } from '../../src/answers/defaults.ts';
import { setAnswer, setAnswers, switchOn } from '../../src/answers/edit.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { writeAnswers } from '../../src/answers/write.ts';
import { describe as prose } from '../../src/findings/describe.ts';
import { brief, commented, minimal } from './texts.ts';

const full = writeAnswers(startAnswers({ name: 'demo' }));

function changed(result: ReturnType<typeof setAnswer>): string {
  if ('findings' in result)
    throw new Error(result.findings.map((one) => `${brief(one)} ${prose(one).message}`).join('\n'));
  return result.text;
}

/** Lines that went and lines that came, as a diff has them. */
function diff(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let [from, end] = [0, 0];
  while (from < old.length && old[from] === now[from]) from += 1;
  while (end < Math.min(old.length, now.length) - from && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  return [
    ...old.slice(from, old.length - end).map((line) => `-${line}`),
    ...now.slice(from, now.length - end).map((line) => `+${line}`),
  ].join('\n');
}

const cases: readonly (readonly [
  what: string,
  path: string,
  value: string,
  environment: string,
  ...lines: string[],
])[] = [
  [
    'a value, its comment kept',
    'virtualMachine.size',
    'Standard_B2s_v2',
    '',
    '-    size: Standard_D2s_v5   # see TST-002',
    '+    size: Standard_B2s_v2   # see TST-002',
  ],
  [
    'the same by its full path',
    'spec.virtualMachine.size',
    'Standard_B2s_v2',
    '',
    '-    size: Standard_D2s_v5   # see TST-002',
    '+    size: Standard_B2s_v2   # see TST-002',
  ],
  [
    'a value inside a map on one line',
    'backup.retentionDays',
    '14',
    '',
    '-  backup: { enabled: true, retentionDays: 30 } # daily',
    '+  backup: { enabled: true, retentionDays: 14 } # daily',
  ],
  [
    'a new value inside a map on one line',
    'backup.time',
    '03:00',
    '',
    '-  backup: { enabled: true, retentionDays: 30 } # daily',
    '+  backup: { enabled: true, retentionDays: 30, time: "03:00" } # daily',
  ],
  [
    'a new key in the order of the schema',
    'virtualMachine.licence',
    'azureHybridBenefit',
    '',
    '+    licence: azureHybridBenefit',
  ],
  [
    'a new component, before the comment of the next',
    'network.topology',
    'hub',
    '',
    '+  network:',
    '+    topology: hub',
  ],
  [
    'a new component, after the comments of the one before',
    'justInTime.enabled',
    'true',
    '',
    '+  justInTime:',
    '+    enabled: true',
  ],
  [
    'an answer of an environment',
    'virtualMachine.size',
    'Standard_E4s_v5',
    'prod',
    '-    virtualMachine: {size: Standard_D4s_v5}',
    '+    virtualMachine: {size: Standard_E4s_v5}',
  ],
  [
    'the same by its full path',
    'environments.prod.virtualMachine.size',
    'Standard_E4s_v5',
    '',
    '-    virtualMachine: {size: Standard_D4s_v5}',
    '+    virtualMachine: {size: Standard_E4s_v5}',
  ],
  [
    'the first answer of an environment',
    'virtualMachine.osDisk.sizeGb',
    '256',
    'dev',
    '-  dev: {}   # nothing of its own',
    '+  dev:   # nothing of its own',
    '+    virtualMachine:',
    '+      osDisk: {sizeGb: 256}',
  ],
  ['another answer of an environment', 'backup.enabled', 'false', 'prod', '+    backup:', '+      enabled: false'],
  [
    'text that looks like a number',
    'tags.costCenter',
    '0002',
    '',
    `-  "costCenter": '0001'`,
    '+  "costCenter": "0002"',
  ],
  [
    'text with everything in it',
    'workload.description',
    `it's "a: b" # c`,
    '',
    '-    description: "A \\"demo\\"" # long',
    `+    description: "it's \\"a: b\\" # c" # long`,
  ],
  [
    'text in quotes',
    'workload.description',
    '"quoted"',
    '',
    '-    description: "A \\"demo\\"" # long',
    '+    description: quoted # long',
  ],
  ['a tag', 'tags.application', 'demo', '', '+  application: demo'],
  ['a tag with a dot in its name', 'tags.cost.center', 'a', '', '+  cost.center: a'],
  ['a tag of an environment', 'tags.owner', 'ops', 'prod', '+    tags:', '+      owner: ops'],
  [
    'a level',
    'SEC-010',
    'must',
    '',
    '-    SEC-010: should # until the feature is registered',
    '+    SEC-010: must # until the feature is registered',
  ],
  [
    'a level by its full path',
    'constitution.rules.SEC-010.level',
    'must',
    '',
    '-    SEC-010: should # until the feature is registered',
    '+    SEC-010: must # until the feature is registered',
  ],
  [
    'a level beside parameters',
    'SEC-005',
    'should',
    '',
    '-    SEC-005:   { level: must,   maxHours: 2 }   # was 3',
    '+    SEC-005:   { level: should,   maxHours: 2 }   # was 3',
  ],
  [
    'a parameter',
    'SEC-005.maxHours',
    '4',
    '',
    '-    SEC-005:   { level: must,   maxHours: 2 }   # was 3',
    '+    SEC-005:   { level: must,   maxHours: 4 }   # was 3',
  ],
  ['a rule that was not there', 'SEC-009.mode', 'optional', '', '+    SEC-009: {mode: optional}'],
  [
    'a rule with all it has',
    'SEC-009',
    '{level: must, mode: required}',
    '',
    '+    SEC-009: {level: must, mode: required}',
  ],
  [
    'a list with commas',
    'TST-001.regions',
    'westeurope, swedencentral',
    '',
    '-      regions:',
    '-      # the near one',
    '-      - westeurope   # first',
    '-      - northeurope',
    '+      regions: [westeurope, swedencentral]',
  ],
  ['an item of a list', 'TST-001.regions[1]', 'swedencentral', '', '-      - northeurope', '+      - swedencentral'],
  ['another item of a list', 'TST-001.regions[+]', 'swedencentral', '', '+      - swedencentral'],
  [
    'another disk',
    'virtualMachine.dataDisks[+]',
    '{name: data, lun: 1, sizeGb: 128, type: Premium_LRS, caching: ReadOnly}',
    '',
    '+      - {name: data, lun: 1, sizeGb: 128, type: Premium_LRS, caching: ReadOnly}',
  ],
  ['part of an item', 'virtualMachine.dataDisks.0.sizeGb', '128', '', '-        sizeGb: 64', '+        sizeGb: 128'],
  [
    'part of an item of an environment without the list',
    'virtualMachine.dataDisks.0.sizeGb',
    '128',
    'prod',
    '-    virtualMachine: {size: Standard_D4s_v5}',
    '+    virtualMachine: {size: Standard_D4s_v5, dataDisks: [{name: logs, lun: 0, sizeGb: 128, type: Premium_LRS, caching: None}]}',
  ],
  [
    'an item beside those of the catalog',
    'storageAccount.containers[+]',
    'logs',
    '',
    '+  storageAccount:',
    '+    containers: [artifacts, logs]',
  ],
  [
    'a list in brackets',
    'alerts.emails',
    '[a@example.com, b@example.com]',
    '',
    '+  alerts:',
    '+    emails: [a@example.com, b@example.com]',
  ],
  ['one item for a list', 'alerts.emails', 'a@example.com', '', '+  alerts:', '+    emails: [a@example.com]'],
  ['no item', 'alerts.emails', '', '', '+  alerts:', '+    emails: []'],
  ['nothing, where that is an answer', 'location.zone', 'null', '', '+  location:', '+    zone: null'],
  [
    'the default environment',
    'defaultEnvironment',
    'prod',
    '',
    '-defaultEnvironment: dev # for now',
    '+defaultEnvironment: prod # for now',
  ],
  [
    'a whole part',
    'modules',
    '{registry: "localhost:5000", path: bicep}',
    '',
    '+modules:',
    '+  registry: "localhost:5000"',
    '+  path: bicep',
  ],
];

describe('setAnswer', () => {
  it.each(cases)('sets %s', (_, path, value, environment, ...lines) => {
    const text = changed(setAnswer(commented, path, value, { environment: environment || undefined }));
    expect(diff(commented, text)).toBe(lines.join('\n'));
  });

  it('puts a key where the schema has it, beside the comments that are there', () => {
    const after = (path: string, value: string, text = commented): readonly string[] => {
      const lines = changed(setAnswer(text, path, value)).split('\n');
      const at = lines.findIndex((line, index) => line !== text.split('\n')[index]);
      return [lines[at - 1] ?? '', lines[at] ?? ''];
    };
    expect(after('virtualMachine.licence', 'none')).toEqual([
      '    size: Standard_D2s_v5   # see TST-002',
      '    licence: none',
    ]);
    expect(after('network.topology', 'hub')).toEqual(['', '  network:']);
    expect(after('alerts.enabled', 'false')).toEqual([
      '  backup: { enabled: true, retentionDays: 30 } # daily',
      '  alerts:',
    ]);
    expect(after('justInTime.enabled', 'true', commented.replace(/ {2}backup:.*\n/, ''))).toEqual([
      '    # end of the machine',
      '  justInTime:',
    ]);
    expect(after('modules', '{registry: r.example, path: b}')).toEqual([
      '    description: "A \\"demo\\"" # long',
      'modules:',
    ]);
  });

  it.each(cases.filter(([, path]) => !path.includes('+')))(
    'changes nothing where %s is there already',
    (_, path, value, environment) => {
      const once = changed(setAnswer(commented, path, value, { environment: environment || undefined }));
      expect(changed(setAnswer(once, path, value, { environment: environment || undefined }))).toBe(once);
      const crlf = `\uFEFF${once.replaceAll('\n', '\r\n')}`;
      expect(changed(setAnswer(crlf, path, value, { environment: environment || undefined }))).toBe(crlf);
    },
  );

  it('makes LF of CRLF where it changes anything', () => {
    const crlf = commented.replaceAll('\n', '\r\n');
    expect(changed(setAnswer(crlf, 'lock', 'CanNotDelete'))).toBe(
      changed(setAnswer(commented, 'lock', 'CanNotDelete')),
    );
  });

  it('keeps a text without a line break at its end', () => {
    expect(changed(setAnswer(minimal.trimEnd(), 'lock', 'CanNotDelete', { environment: 'dev' }))).toBe(
      minimal.trimEnd().replace('lock: none', 'lock: CanNotDelete'),
    );
    expect(changed(setAnswer(minimal.trimEnd(), 'telemetry', 'false', { environment: 'dev' }))).toBe(
      `${minimal.trimEnd()}\n    telemetry: false`,
    );
  });

  it('fixes a text that is not valid', () => {
    const broken = minimal.replace('lock: none', 'lock: some');
    expect(changed(setAnswer(broken, 'environments.dev.lock', 'none'))).toBe(minimal);
    const empty = `${minimal}spec:\n`;
    expect(changed(setAnswer(empty, 'lock', 'none'))).toBe(`${empty}  lock: none\n`.replace('spec:\n\n', 'spec:\n'));
  });

  it('rewrites a text that has a form of its own', () => {
    const odd = minimal.replace('lock: none', '? lock # ours');
    const text = changed(setAnswer(odd, 'lock', 'none', { environment: 'dev' }));
    expect(parseAnswers(text)).toMatchObject({ answers: { environments: { dev: { lock: 'none' } } } });
    expect(text).toContain('# ours');
  });

  it('changes answers that are JSON', () => {
    const json = JSON.stringify(
      {
        version: 1,
        blueprint: 'windows-vm@1.0.0',
        workload: { name: 'demo', description: 'x' },
        environments: { dev: {} },
      },
      null,
      2,
    );
    expect(diff(json, changed(setAnswer(json, 'lock', 'none', { environment: 'dev' })))).toBe(
      '-    "dev": {}\n+    "dev": {lock: none}',
    );
    const text = changed(
      setAnswers(json, [
        { path: 'tags.owner', value: '007' },
        { path: 'lock', value: 'none', environment: 'dev' },
        { path: 'virtualMachine.size', value: 'Standard_D2s_v5' },
      ]),
    );
    expect(parseAnswers(text)).toMatchObject({
      answers: {
        tags: { owner: '007' },
        environments: { dev: { lock: 'none' } },
        spec: { virtualMachine: { size: 'Standard_D2s_v5' } },
      },
    });
  });
});

const refused: readonly (readonly [
  what: string,
  path: string,
  value: string,
  environment: string | undefined,
  expected: string,
  remedy: string,
])[] = [
  [
    'a secret',
    'virtualMachine.adminPassword',
    'x',
    undefined,
    'secret-refused',
    'Remove it, and rotate the secret if it was ever saved. The administrator’s password is a secret in the key vault that virtualMachine.administrator names. If it is not a secret, rename or remove the key.',
  ],
  ['an unknown path', 'virtualMachine.siez', 'x', undefined, 'path-unknown', 'Did you mean virtualMachine.size?'],
  [
    'an unknown path in an environment',
    'environments.prod.virtualMachine.siez',
    'x',
    undefined,
    'path-unknown',
    'Did you mean environments.prod.virtualMachine.size?',
  ],
  ['an unknown rule', 'SEC-055', 'must', undefined, 'path-unknown', 'Did you mean SEC-005?'],
  ['an unknown root', 'wrkload.name', 'x', undefined, 'path-unknown', 'Did you mean workload.name?'],
  [
    'a path below a value',
    'virtualMachine.size.x',
    'y',
    undefined,
    'path-unknown',
    'Did you mean virtualMachine.size?',
  ],
  ['a hostile path', '__proto__.x', 'y', undefined, 'path-unknown', 'To list the settings, run: avm schema'],
  ['an empty path', '', 'y', undefined, 'path-unknown', 'To list the settings, run: avm schema'],
  ['an unknown environment', 'lock', 'none', 'prd', 'environment-unknown', 'Did you mean prod?'],
  ['a rule of one environment', 'SEC-005', 'off', 'prod', 'path-shared', 'Set it without --env.'],
  ['a workload of one environment', 'workload.name', 'x', 'prod', 'path-shared', 'Set it without --env.'],
  [
    'a wrong value',
    'backup.retentionDays',
    'many',
    undefined,
    'answer-type spec.backup.retentionDays',
    'Write a number.',
  ],
  [
    'a value out of bounds',
    'backup.retentionDays',
    '1',
    undefined,
    'answer-invalid spec.backup.retentionDays',
    'Write 7 or more.',
  ],
  ['a wrong choice', 'lock', 'non', undefined, 'answer-value spec.lock', 'Did you mean none?'],
  [
    'a wrong item',
    'alerts.emails',
    'a@example.com, b',
    undefined,
    'answer-invalid spec.alerts.emails.1',
    'Write an email address, such as team@example.com.',
  ],
  [
    'half an item',
    'virtualMachine.dataDisks[+]',
    '{name: data}',
    undefined,
    'answer-required spec.virtualMachine.dataDisks.1.lun',
    'Add it: a number.',
  ],
  [
    'a value that cannot be read',
    'virtualMachine.osDisk',
    '{sizeGb: 1',
    undefined,
    'value-syntax spec.virtualMachine.osDisk',
    'Write text as it is, a list as [a, b], and a map as {key: value}.',
  ],
  [
    'a bomb',
    'virtualMachine.osDisk',
    '{a: '.repeat(5000),
    undefined,
    'value-syntax spec.virtualMachine.osDisk',
    'Write text as it is, a list as [a, b], and a map as {key: value}.',
  ],
  [
    'a secret',
    'tags.note',
    'password=hunter2',
    undefined,
    'secret-refused tags.note',
    'Remove it, and rotate the secret if it was ever saved. The administrator’s password is a secret in the key vault that virtualMachine.administrator names. If it is not a secret, add its path and the reason to notSecrets in avm.yaml.',
  ],
  [
    'the tag of the environment',
    'tags.env',
    'x',
    undefined,
    'tag-environment tags.env',
    'Remove it: it is set automatically.',
  ],
  [
    'a line break',
    'workload.description',
    'a\nb',
    undefined,
    'text-unseen workload.description',
    'Write it on one line, with visible characters only.',
  ],
  [
    'another default environment',
    'defaultEnvironment',
    'live',
    undefined,
    'environment-default defaultEnvironment',
    'Use dev, prod.',
  ],
];

it.each(refused)('refuses %s', (_, path, value, environment, expected, remedy) => {
  const result = setAnswer(commented, path, value, { environment });
  const [first] = 'findings' in result ? result.findings : [];
  expect(first && brief(first)).toBe(expected);
  expect(first && prose(first).remedy).toBe(remedy);
});

it('sets all or nothing, and tells of what was wrong in the file where it stands', () => {
  const result = setAnswers(minimal.replace('none', 'some'), [
    { path: 'telemetry', value: 'true' },
    { path: 'lock', value: 'x' },
  ]);
  expect('findings' in result && result.findings.map(brief)).toEqual([
    'answer-value spec.lock',
    'answer-value environments.dev.lock 6',
  ]);
});

describe('switchOn', () => {
  it('switches a component on, and shows what can be answered', () => {
    expect(diff(full, changed(switchOn(full, 'internal-load-balancer')))).toBe(
      [
        '-    enabled: false',
        '+    enabled: true',
        '+    ports:',
        '+      - {name: https, port: 443, backendPort: 443}',
        '+    probe: {protocol: Tcp, port: 443, path: ""}',
        '+    address: ""',
      ].join('\n'),
    );
    expect(diff(minimal, changed(switchOn(`${minimal}spec: {}\n`, 'nat-gateway')))).toBe(
      ['+spec:', '+  natGateway:', '+    enabled: true', '+    idleTimeoutMinutes: 4'].join('\n'),
    );
  });

  it('switches it on in one environment', () => {
    expect(diff(full, changed(switchOn(full, 'application', 'test')))).toBe(
      ['+    application:', '+      enabled: true'].join('\n'),
    );
  });

  it.each([
    ['nat-gateway', undefined, 'component-exists spec.natGateway'],
    ['bastion', 'prod', 'component-exists environments.prod.bastion'],
    ['nat-gatway', undefined, 'component-unknown'],
    ['virtual-network', undefined, 'component-always'],
    ['application', 'prd', 'environment-unknown'],
  ])('refuses %s in %s', (component, environment, expected) => {
    const result = switchOn(full, component, environment);
    expect('findings' in result && result.findings.map(brief)).toEqual([expected]);
    for (const one of 'findings' in result ? result.findings : [])
      expect(prose(one).remedy).toMatch(/[.?…]$|: (avm|az|npm|export|chmod|iconv) .*[^.]$/);
  });

  it('gives the same text in any order', () => {
    const names = ['nat-gateway', 'internal-load-balancer', 'backup', 'application', 'alerts'];
    const add = (text: string, all: readonly string[]): string =>
      all.reduce((now, name) => changed(switchOn(now, name)), text);
    for (const base of [minimal, `${minimal}spec:\n  lock: none\n`])
      expect(add(base, names)).toBe(add(base, names.toReversed()));
  });
});

it('sets any answer in any text, and leaves every other line as it was', () => {
  const leaves = (tree: Tree, path: readonly string[] = []): (readonly [string[], unknown])[] =>
    Object.entries(tree).flatMap(([key, value]) =>
      isTree(value) && Object.keys(value).length > 0
        ? leaves(value, [...path, key])
        : [[[...path, key], value] as const],
    );
  const known = leaves(startAnswers({ name: 'other' }).spec as Tree).filter(([, value]) => !isTree(value));
  const texts = [
    full,
    commented,
    minimal,
    `${minimal}spec: {lock: none, network: {topology: simple}}\n`,
    full.replaceAll(/^(\s*)/gm, '$1$1'),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.constantFrom(...known),
      fc.constantFrom(undefined, 'dev'),
      (text, [path, value], environment) => {
        const result = changed(setAnswer(text, path.join('.'), JSON.stringify(value), { environment }));
        const read = parseAnswers(result);
        expect(
          valueAt('answers' in read ? read.answers : {}, [
            ...(environment === undefined ? ['spec'] : ['environments', environment]),
            ...path,
          ]),
        ).toEqual(value);
        const lost = diff(text, result)
          .split('\n')
          .filter((line) => line.startsWith('-'));
        // A whole list that had lines of its own is replaced by a new one.
        const isLong = Array.isArray(value) && /\n *- /.test(text);
        expect(lost.length).toBeLessThanOrEqual(isLong ? 12 : 1);
      },
    ),
    { numRuns: 200 },
  );
});
