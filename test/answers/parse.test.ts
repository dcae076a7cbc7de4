import { expect, it } from 'vitest';
import { parseAnswers } from '../../src/answers/parse.ts';
import { describe as prose } from '../../src/findings/describe.ts';
import { brief, commented, minimal } from './texts.ts';

function findings(text: string): readonly string[] {
  const result = parseAnswers(text);
  return 'findings' in result ? result.findings.map(brief) : [];
}

it('takes answers, and fills in what may be left out', () => {
  expect(parseAnswers(minimal)).toEqual({
    answers: {
      version: 2,
      blueprint: 'windows-vm@1.0.0',
      workload: { name: 'demo', description: 'A demo' },
      constitution: { rules: {} },
      tags: {},
      spec: {},
      environments: { dev: { lock: 'none' } },
      defaultEnvironment: 'dev',
    },
  });
  expect(findings(commented)).toEqual([]);
});

it('takes the same as JSON, with a byte order mark and with CRLF', () => {
  const expected = parseAnswers(minimal);
  const json = JSON.stringify(
    {
      version: 2,
      blueprint: 'windows-vm@1.0.0',
      workload: { name: 'demo', description: 'A demo' },
      environments: { dev: { lock: 'none' } },
    },
    null,
    '\t',
  );
  for (const text of [json, `\uFEFF${minimal}`, minimal.replaceAll('\n', '\r\n')])
    expect(parseAnswers(text)).toEqual(expected);
});

it('takes quotes, expressions and separators, which are escaped where they are written', () => {
  const description = `it's "\${x}" \`y\` {{z}} --- ../.. <b> \\ 'é日本 #`;
  const result = parseAnswers(minimal.replace('A demo', JSON.stringify(description)));
  expect('answers' in result && result.answers.workload.description).toBe(description);
});

const key = 'A'.repeat(86);
const more: readonly (readonly [what: string, added: string, ...expected: string[]])[] = [
  ['an unknown key', 'spek: {}', 'key-unknown spek 7'],
  [
    'an unknown key, deep',
    'spec:\n  virtualMachine:\n    osDisk:\n      sizeGB: 1',
    'key-unknown spec.virtualMachine.osDisk.sizeGB 10',
  ],
  ['an unknown component', 'spec: {natGatway: {enabled: true}}', 'key-unknown spec.natGatway 7'],
  ['an unknown rule', 'constitution: {rules: {SEC-099: must}}', 'key-unknown constitution.rules.SEC-099 7'],
  [
    'an unknown parameter of a rule',
    'constitution: {rules: {SEC-005: {maxhours: 1}}}',
    'key-unknown constitution.rules.SEC-005.maxhours 7',
  ],
  ['a wrong level', 'constitution: {rules: {SEC-005: mst}}', 'answer-value constitution.rules.SEC-005 7'],
  ['a level of a wrong type', 'constitution: {rules: {SEC-005: 5}}', 'answer-value constitution.rules.SEC-005 7'],
  [
    'a wrong parameter',
    'constitution:\n  rules:\n    OPS-004: {level: must, days: 5}',
    'answer-invalid constitution.rules.OPS-004.days 9',
  ],
  ['text for a number', 'spec: {backup: {retentionDays: many}}', 'answer-type spec.backup.retentionDays 7'],
  ['a number for text', 'tags: {costCenter: 0001}', 'answer-type tags.costCenter 7'],
  ['text for true or false', 'spec: {backup: {enabled: yes}}', 'answer-type spec.backup.enabled 7'],
  ['a list for a map', 'spec: []', 'answer-map spec 7'],
  ['nothing for a map', 'spec:', 'answer-map spec 7'],
  ['text for a list', 'spec: {alerts: {emails: a@example.com}}', 'answer-type spec.alerts.emails 7'],
  ['a number out of bounds', 'spec: {backup: {retentionDays: 6}}', 'answer-invalid spec.backup.retentionDays 7'],
  ['half a number', 'spec: {backup: {retentionDays: 7.5}}', 'answer-type spec.backup.retentionDays 7'],
  ['no such choice', 'spec: {lock: ReadOnly}', 'answer-value spec.lock 7'],
  ['no such zone', 'spec: {location: {zone: 4}}', 'answer-value spec.location.zone 7'],
  ['no address', 'spec: {network: {dnsServers: [10.0.0.300]}}', 'answer-invalid spec.network.dnsServers.0 7'],
  [
    'no e-mail address',
    'spec:\n  alerts:\n    emails:\n      - a@example.com\n      - b',
    'answer-invalid spec.alerts.emails.1 11',
  ],
  [
    'no resource id',
    'spec: {network: {hub: {virtualNetworkId: hub}}}',
    'answer-invalid spec.network.hub.virtualNetworkId 7',
  ],
  [
    'a number for an id',
    'spec: {network: {hub: {virtualNetworkId: 5}}}',
    'answer-type spec.network.hub.virtualNetworkId 7',
  ],
  [
    'half an item',
    'spec:\n  virtualMachine:\n    dataDisks:\n      - {name: a, lun: 0, sizeGb: 8, type: Premium_LRS}',
    'answer-required spec.virtualMachine.dataDisks.0.caching 10',
  ],
  [
    'a refused user name',
    'spec: {virtualMachine: {administrator: {username: admin}}}',
    'answer-invalid spec.virtualMachine.administrator.username 7',
  ],
  ['a mirror without a path', 'modules: {registry: registry.example}', 'answer-required modules.path 7'],
  [
    'a mirror with a scheme',
    'modules: {registry: "https://registry.example", path: bicep}',
    'answer-invalid modules.registry 7',
  ],
  ['the tag of the environment', 'tags: {env: dev}', 'tag-environment tags.env 7'],
  ['a tag Azure refuses', 'tags: {"a<b": c}', 'tag-invalid tags.a<b 7'],
  ['a tag twice but for its case', 'tags: {Owner: a, owner: b}', 'tag-invalid tags.owner 7'],
  ['an empty tag', 'tags: {owner: ""}', 'answer-invalid tags.owner 7'],
  ['a long tag', `tags: {owner: ${'x'.repeat(257)}}`, 'answer-invalid tags.owner 7'],
  [
    'too many tags',
    `tags: {${Array.from({ length: 50 }, (_, index) => `t${index}: x`).join(', ')}}`,
    'tags-too-many tags 7',
  ],
  ['another default environment', 'defaultEnvironment: live', 'environment-default defaultEnvironment 7'],
  [
    'several at once, in order',
    'tags: {a: 1}\nspec:\n  lck: none\n  telemetry: 1',
    'answer-type tags.a 7',
    'key-unknown spec.lck 9',
    'answer-type spec.telemetry 10',
  ],
  // Secrets
  ['a password', 'spec: {virtualMachine: {adminPassword: x}}', 'secret-refused spec.virtualMachine.adminPassword 7'],
  [
    'a secret’s value',
    'spec: {virtualMachine: {administrator: {secretValue: x}}}',
    'secret-refused spec.virtualMachine.administrator.secretValue 7',
  ],
  ...['password', 'connectionString', 'access_key', 'sasToken', 'clientSecret'].map(
    (name) => [name, `${name}: x`, `secret-refused ${name} 7`] as const,
  ),
  ['a secret among the tags', 'tags: {apiKey: x}', 'secret-refused tags.apiKey 7'],
  ['a private key', 'tags: {a: "-----BEGIN RSA PRIVATE KEY-----"}', 'secret-refused tags.a 7'],
  ['a connection string', 'tags: {a: "AccountName=x;AccountKey=abc"}', 'secret-refused tags.a 7'],
  ['a signature', 'tags: {a: "https://x/y?sv=1&sig=abcdefghij"}', 'secret-refused tags.a 7'],
  [
    'a password in a command',
    'spec: {application: {installCommand: "setup /password=x"}}',
    'secret-refused spec.application.installCommand 7',
  ],
  ['a token', 'tags: {a: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.x}', 'secret-refused tags.a 7'],
  ['a GitHub token', `tags: {a: ghp_${'a'.repeat(36)}}`, 'secret-refused tags.a 7'],
  ['a storage key', `tags: {a: ${key}==}`, 'secret-refused tags.a 7'],
  // Text that is not what it seems
  ...['\\u202e', '\\u200b', '\\u0007', '\\x1b', '\\uFEFF', '\\ud800', '\\U000E0041'].map(
    (one) => [`the character ${one}`, `tags: {a: "x${one}y"}`, 'text-unseen tags.a 7'] as const,
  ),
  ['a line break', 'tags:\n  a: |\n    x\n    y', 'text-unseen tags.a 8'],
  ['a right-to-left mark as it is', 'tags: {a: x\u202ey}', 'text-unseen tags.a 7'],
  ['an unseen character in a key', 'tags: {"a\\u200bb": x}', 'text-unseen tags.a\\u{200b}b 7'],
  // YAML
  ['a key twice', 'spec:\n  lock: none\n  lock: none', 'key-twice spec.lock 9'],
  ['__proto__', 'spec: {__proto__: {lock: none}}', 'key-refused spec 7'],
  ['constructor', 'constructor: 1', 'key-refused  7'],
  ['a type of JavaScript', 'tags: {a: !!js/function "x"}', 'yaml-tag tags.a 7'],
  ['a type of YAML 1.1', 'tags: {a: !!binary aGk=}', 'yaml-tag tags.a 7'],
  ['an alias', 'tags: {a: &x y, b: *x}', 'yaml-alias tags.b 7'],
  ['a merge key', 'spec:\n  <<: {lock: none}', 'key-unknown spec.<< 8'],
  ['a second document', '---\nversion: 1', 'yaml-documents  8'],
  ['a list as a key', '? [a]\n: b', 'yaml-syntax  7'],
  ['a bracket left open', 'tags: {a: b', 'yaml-syntax  8'],
  ['a merge that was not finished', '<<<<<<< HEAD\nspec: {}\n=======\ntags: {}\n>>>>>>> theirs', 'yaml-conflict  7'],
  ['a tab', 'spec:\n\tlock: none', 'yaml-syntax  8'],
];

it.each(more)('refuses %s', (_, added, ...expected) => {
  expect(findings(`${minimal}${added}\n`)).toEqual(expected);
});

const whole: readonly (readonly [what: string, text: string, ...expected: string[]])[] = [
  ['nothing', '', 'answer-type  1'],
  ['a list', '- a', 'answer-type  1'],
  ['a newer version', minimal.replace('version: 2', 'version: 3'), 'version-unknown version 1'],
  ['a version in quotes', minimal.replace('version: 2', 'version: "2"'), 'version-unknown version 1'],
  ['no version', minimal.replace('version: 2\n', ''), 'version-unknown version 1'],
  [
    'components of version 1 in version 2',
    `${minimal}spec: {components: {reports: {type: key-vault}}}\n`,
    'components-place spec.components 7',
  ],
  [
    'components of version 2 in version 1',
    `${minimal.replace('version: 2', 'version: 1')}components: {reports: {type: key-vault}}\n`,
    'components-place components 7',
  ],
  ['another blueprint', minimal.replace('windows', 'linux'), 'blueprint-unknown blueprint 2'],
  ['no blueprint', minimal.replace(/blueprint.*\n/, ''), 'answer-required blueprint 1'],
  ['no description', minimal.replace(', description: A demo', ''), 'answer-required workload.description 3'],
  ...['D', 'Demo', 'a--b', 'demo-', '1a', 'a/b', '..', 'x'.repeat(21)].map(
    (name) =>
      [
        `the name ${name}`,
        minimal.replace('name: demo', `name: ${JSON.stringify(name)}`),
        'answer-invalid workload.name 3',
      ] as const,
  ),
  ['a long description', minimal.replace('A demo', 'x'.repeat(301)), 'answer-invalid workload.description 3'],
  ['a description of spaces', minimal.replace('A demo', '" "'), 'answer-invalid workload.description 3'],
  ['no environment', minimal.replace('\n  dev:\n    lock: none', ' {}'), 'environment-none environments 4'],
  [
    'eleven environments',
    minimal.replace('  dev:\n    lock: none', Array.from({ length: 11 }, (_, index) => `  env${index}: {}`).join('\n')),
    'environments-too-many environments 4',
  ],
  ['an environment’s name', minimal.replace('dev', 'Dev'), 'environment-name environments.Dev 5'],
  ['an environment without answers', minimal.replace('\n    lock: none', ''), 'answer-map environments.dev 5'],
  [
    'a wrong answer in an environment',
    minimal.replace('lock: none', 'lok: none'),
    'key-unknown environments.dev.lok 6',
  ],
  [
    'a tag in an environment',
    minimal.replace('lock: none', 'tags: {env: x}'),
    'tag-environment environments.dev.tags.env 6',
  ],
  ['a megabyte', `${minimal}#${'x'.repeat(1_000_000)}`, 'answers-too-large'],
  [
    'a megabyte of keys',
    Array.from({ length: 90_000 }, (_, index) => `k${index}: 1`).join('\n'),
    'answers-too-large  28572',
  ],
  ['brackets without end', '['.repeat(500_000), 'yaml-depth  1'],
  ['dashes without end', '- '.repeat(400_000), 'yaml-depth  1'],
  [
    'an alias bomb',
    `a: &a [x]\n${'bcdefgh'
      .split('')
      .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`)
      .join('\n')}`,
    ...Array.from(
      { length: 63 },
      (_, index) => `yaml-alias ${'bcdefgh'[Math.floor(index / 9)]}.${index % 9} ${Math.floor(index / 9) + 2}`,
    ),
  ],
];

it.each(whole)('refuses %s in its place', (_, text, ...expected) => {
  expect(findings(text)).toEqual(expected);
});

it('has prose for every finding, with nothing in it that a terminal obeys', () => {
  for (const [, added] of more) {
    const result = parseAnswers(`${minimal}${added}\n`);
    for (const finding of 'findings' in result ? result.findings : []) {
      const { message, remedy } = prose(finding);
      expect(`${message} ${remedy}`).not.toMatch(/undefined|\[object|Invalid|[\u0000-\u001f\u200b\u202e]/);
      expect(message).not.toMatch(/\.$/);
      expect(remedy).toMatch(/[.?…]$|: (avm|az|npm|export|chmod|iconv) .*[^.]$|write: [\w.-]+: .*[^.]$/);
    }
  }
});

it('says what was expected, what is there and what was meant', () => {
  const said = (added: string): string => {
    const result = parseAnswers(`${minimal}${added}\n`);
    const [first] = 'findings' in result ? result.findings : [];
    return first ? Object.values(prose(first)).join(' | ') : '';
  };
  expect(said('tags: {costCenter: 0001}')).toBe('This must be text, and is 0001 | Put it in quotes: "0001".');
  expect(said('spec: {netwrk: {}}')).toBe("There is no setting 'netwrk' here | Did you mean network?");
  expect(said('virtualMachine: {}')).toBe(
    "There is no setting 'virtualMachine' here | Did you mean spec.virtualMachine?",
  );
  expect(said('spec: {location: {zone: 4}}')).toBe('This must be 1, 2, 3, or null, and is 4 | Write 1, 2, 3, or null.');
  expect(said('spec: {lock: canNotDelete}')).toBe(
    "This must be none or CanNotDelete, and is 'canNotDelete' | Did you mean CanNotDelete?",
  );
  expect(said('spec: {alerts: {emails: x}}')).toBe("This must be a list, and is 'x' | Write a list.");
  expect(said('spec: {backup: {time: 2am}}')).toBe(
    "'2am' must be a time on the hour or half hour, such as 02:00 | Write a time on the hour or half hour, such as 02:00.",
  );
});

it.each([
  ['spec: {virtualMachine: {timeZone: Mars}}', 'time-zone-unknown'],
  ['spec: {backup: {timeZone: Europe/Berlin}}', 'time-zone-unknown'],
  ['spec: {maintenance: {timeZone: utc}}', 'time-zone-unknown'],
  ['spec: {maintenance: {recurEvery: 0Days}}', 'recurrence-invalid'],
  ['spec: {maintenance: {start: "2026-02-29 22:00"}}', 'day-unknown'],
  ['spec: {maintenance: {duration: "04:00"}}', 'answer-invalid'],
  ['spec: {backup: {time: "02:15"}}', 'answer-invalid'],
  ['spec: {logAnalytics: {dailyQuotaGb: 0}}', 'answer-invalid'],
  ['spec: {virtualMachine: {computerName: payroll_web}}', 'answer-invalid'],
  ['spec: {loadBalancer: {ports: [{name: a, port: 65535, backendPort: 1}]}}', 'answer-invalid'],
  [
    'spec: {privateDns: {resourceGroupId: /subscriptions/000000000000000000000000000000000001/resourceGroups/rg}}',
    'answer-invalid',
  ],
  ['modules: {registry: "registry.example:70000", path: bicep}', 'answer-invalid'],
  ['constitution: {ratified: 2026-02-29}', 'day-unknown'],
  ['tags: {microsoft-team: a}', 'tag-invalid'],
  ['tags: {"[x]": a}', 'tag-invalid'],
  ['constitution: {rules: {NAM-001: {pattern: "{type}-{workload}-{workload}-{environment}"}}}', 'answer-invalid'],
])('%s is refused: %s', (added, code) => {
  const result = parseAnswers(`${minimal}${added}\n`);
  expect('findings' in result && result.findings.map((one) => one.code)).toEqual([code]);
});

it('says no secret', () => {
  const result = parseAnswers(`${minimal}tags: {a: "password=hunter2"}\n`);
  expect(JSON.stringify(result)).not.toContain('hunter2');
});

const withConstitution = (lines: string) =>
  parseAnswers(
    `version: 1\nblueprint: windows-vm@1.0.0\nworkload: {name: app, description: An app}\nconstitution:\n${lines}\nenvironments: {dev: {}}\n`,
  );

it('takes days of the constitution that exist, in their order', () => {
  expect(withConstitution('  ratified: 2026-01-31\n  amended: 2026-02-01')).toHaveProperty(
    'answers.constitution.ratified',
    '2026-01-31',
  );
  for (const wrong of ['ratified: 2026-02-30', 'ratified: 31.1.2026', 'version: 1.0.0-rc', 'amended: [2026-01-31]'])
    expect(withConstitution(`  ${wrong}`)).toHaveProperty('findings.0.where.line', 5);
  expect(withConstitution('  ratified: 2026-02-01\n  amended: 2026-01-31')).toHaveProperty(
    'findings.0.args.problem',
    'must not be before constitution.ratified',
  );
});
