import { describe, expect, it } from 'vitest';
import { setAnswer } from '../../src/answers/edit.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { writeAnswers } from '../../src/answers/write.ts';
import { describe as prose } from '../../src/findings/describe.ts';
import { brief, minimal } from './texts.ts';

const own = `${minimal}constitution:
  # ours
  own:
    ORG-001: # agreed in June
      title: Disks of 64 GiB or more
      level: must
      category: cost
      statement: A disk has 64 GiB or more.
      resources: {type: Microsoft.Compute/disks}
      must: {path: properties.diskSizeGB, atLeast: 64} # GiB
      message: the disk is too small
      instead: choose a larger one
`;

/** What is said with one line of the rule put otherwise: code, place and column, message, remedy. */
function said(from: string | RegExp, to: string): readonly string[] {
  const text = own.replace(from, to);
  expect(text).not.toBe(own);
  const result = parseAnswers(text);
  const findings = 'findings' in result ? result.findings : [];
  return findings.map((one) => {
    const { message, remedy } = prose(one);
    return `${brief(one)}:${one.where.column} ${message} → ${remedy}`.replace('constitution.own.', '');
  });
}

const must = (condition: string): readonly string[] => said(/must: \{.*\}/, `must: ${condition}`);

it('is taken as it is written', () => {
  const result = parseAnswers(own);
  expect('answers' in result && result.answers.constitution.own?.['ORG-001']).toMatchObject({
    must: { path: 'properties.diskSizeGB', atLeast: 64 },
  });
});

describe('a rule that a person attests', () => {
  const attested = (lines: string): string =>
    own.replace(/ {6}resources:[^]*/, lines.replaceAll(/^/gm, '      ').replace(/$/, '\n'));

  it.each<readonly [string, string, readonly string[]]>([
    ['needs nothing that a check would evaluate', 'attest: {how: Read the log}', []],
    ['has a name and a day', 'attest: {how: Read the log, by: ops, on: 2026-01-27}', []],
    ['has no condition', 'attest: {how: Read the log}\nmust: {path: name, exists: true}', ['own-rule-attested']],
    ['has no name without a day', 'attest: {how: Read the log, by: ops}', ['answer-required']],
    ['has no day without a name', 'attest: {how: Read the log, on: 2026-01-27}', ['answer-required']],
    ['has a day that there is', 'attest: {how: Read the log, by: ops, on: 2026-02-30}', ['day-unknown']],
    ['says how', 'attest: {}', ['answer-required']],
  ])('%s', (_, lines, codes) => {
    const result = parseAnswers(attested(lines));
    expect('findings' in result ? result.findings.map(({ code }) => code) : []).toEqual(codes);
  });
});

describe('what is wrong is told where it stands', () => {
  it.each<readonly [string, string | RegExp, string, string]>([
    ['a small id', 'ORG-001', 'org-001', "own-rule-id org-001 10:5 'org-001' is not a valid rule ID"],
    [
      'an id of the catalog',
      'ORG-001',
      'SEC-001',
      'own-rule-taken SEC-001 10:5 SEC-001 cannot be the ID of a custom rule: the prefix SEC is reserved',
    ],
    ['letters of the catalog', 'ORG-001', 'OPS-900', 'own-rule-taken OPS-900 10:5 '],
    ['letters of requirements', 'ORG-001', 'FR-101', 'own-rule-taken FR-101 10:5 '],
    [
      'an unknown key',
      'title:',
      'titel:',
      "key-unknown ORG-001.titel 11:7 There is no setting 'titel' here → Did you mean title?",
    ],
    [
      'a missing key',
      /\n *category.*/,
      '',
      "answer-required ORG-001.category 10:5 'category' is missing → Add it: modules, network,",
    ],
    ['no such category', 'category: cost', 'category: costs', 'answer-value ORG-001.category 13:17 '],
    [
      'no such level',
      'level: must',
      'level: mist',
      "answer-value ORG-001.level 12:14 This must be must, should, or off, and is 'mist' → Did you mean must?",
    ],
    [
      'a type in the singular',
      'Compute/disks',
      'Compute/disk',
      "type-unknown ORG-001.resources.type 15:25 The catalog has no resource type 'Microsoft.Compute/disk' → Did you mean Microsoft.Compute/disks?",
    ],
    [
      'a type among several',
      'Microsoft.Compute/disks',
      '["*", Microsoft.Storage/storageAcounts]',
      'type-unknown ORG-001.resources.type.1 15:31 ',
    ],
    [
      'a type without its provider',
      'Microsoft.Compute/disks',
      'storageAccounts',
      "type-syntax ORG-001.resources.type 15:25 'storageAccounts' is not a resource type → Did you mean Microsoft.Storage/storageAccounts?",
    ],
    ['neither must nor count', /\n *must: .*/, '', 'own-rule-open ORG-001 10:5 The rule has no condition'],
    ['an empty count', /must: \{.*\}/, 'count: {}', 'bounds-none ORG-001.count 16:14 '],
    [
      'a count that cannot be',
      /must: \{.*\}/,
      'count: {atLeast: 2, atMost: 1}',
      'bounds-crossed ORG-001.count 16:14 No number is at least 2 and at most 1',
    ],
    [
      'an unknown environment',
      'level: must',
      'level: must\n      environments: [dev, prd]',
      'environment-unknown ORG-001.environments.1 13:27 ',
    ],
    ['a title of two lines', 'title: Disks of 64 GiB or more', 'title: "a\\nb"', 'text-unseen ORG-001.title 11:14 '],
    [
      'a title that steers a terminal',
      'title: Disks',
      'title: "\\u001b[2J"\n      statemen: Disks',
      'text-unseen ORG-001.title 11:14 ',
    ],
    ['a long message', 'the disk is too small', 'x'.repeat(201), 'answer-invalid ORG-001.message 17:16 '],
  ])('%s', (_, from, to, expected) => {
    expect(
      said(from, to).some((one) => one.startsWith(expected)),
      said(from, to).join('\n'),
    ).toBe(true);
  });

  it.each<readonly [string, string, string]>([
    [
      'an operator with a wrong case',
      '{path: a, atleast: 64}',
      "key-unknown ORG-001.must.atleast 16:23 There is no setting 'atleast' here → Did you mean atLeast?",
    ],
    [
      'an operator by another name',
      '{path: a, equal: 64}',
      "key-unknown ORG-001.must.equal 16:23 There is no setting 'equal' here → Did you mean equals?",
    ],
    [
      'text for a number',
      '{path: a, atLeast: "64"}',
      "answer-type ORG-001.must.atLeast 16:32 This must be a number or a map, and is '64'",
    ],
    [
      'a number for text',
      '{path: a, like: 5}',
      'answer-type ORG-001.must.like 16:29 This must be text, and is 5 → Put it in quotes: "5".',
    ],
    [
      'a value for a list',
      '{path: a, in: 5}',
      'answer-type ORG-001.must.in 16:27 This must be a list or a map, and is 5',
    ],
    [
      'a map for a value',
      '{path: a, equals: {b: 1}}',
      "key-unknown ORG-001.must.equals.b 16:32 There is no setting 'b' here",
    ],
    [
      'text for true or false',
      '{path: a, exists: yes}',
      "answer-type ORG-001.must.exists 16:31 This must be true or false, and is 'yes'",
    ],
    [
      'a map for a list of conditions',
      '{all: {path: a, exists: true}}',
      'answer-type ORG-001.must.all 16:19 This must be a list, and is a map',
    ],
    [
      'a list for a condition',
      '[{path: a, exists: true}]',
      "answer-map ORG-001.must 16:13 'constitution.own.ORG-001.must' must be a map, and is a list",
    ],
    ['an empty condition', '{}', 'condition-empty ORG-001.must 16:13 '],
    [
      'an empty list of conditions',
      '{any: []}',
      'answer-invalid ORG-001.must.any 16:19 a list must have 1 entry or more',
    ],
    ['nothing to look at', '{atLeast: 64}', "condition-subject ORG-001.must.atLeast 16:14 'atLeast' has no path"],
    ['nothing said', '{path: a}', "condition-open ORG-001.must.path 16:14 'a' has no comparison"],
    [
      'two kinds',
      '{path: a, exists: true, all: [{path: b, exists: true}]}',
      "condition-mixed ORG-001.must.all 16:37 A condition cannot have both 'path' and 'all'",
    ],
    ['two subjects', '{path: a, some: "b[*]", exists: true}', 'condition-mixed ORG-001.must.some 16:23 '],
    [
      'a comparison beside a list',
      '{any: [{path: a, exists: true}], equals: 1}',
      "condition-stray ORG-001.must.equals 16:46 'equals' cannot be used with 'any'",
    ],
    [
      'where beside path',
      '{path: a, exists: true, where: {path: b, exists: true}}',
      "condition-stray ORG-001.must.where 16:37 'where' cannot be used with 'path'",
    ],
    ['a wrong path', '{path: a..b, exists: true}', "path-syntax ORG-001.must.path 16:20 'a..b' is not a path"],
    ['a path of many', '{path: "a[*].b", exists: true}', "path-many ORG-001.must.path 16:14 'a[*].b' has many values"],
    ['every of one', '{every: a.b, exists: true}', "path-one ORG-001.must.every 16:21 'a.b' has one value"],
    [
      'a fault deep inside',
      '{all: [{path: a, exists: true}, {any: [{not: {path: b, lenght: {atLeast: 1}}}]}]}',
      "key-unknown ORG-001.must.all.1.any.0.not.lenght 16:68 There is no setting 'lenght' here → Did you mean length?",
    ],
    ['a length without a number', '{path: a, length: {}}', 'bounds-none ORG-001.must.length 16:31 '],
    [
      'an unknown tie',
      '{related: {type: Microsoft.Compute/disks, by: childs}}',
      "answer-value ORG-001.must.related.by 16:59 This must be child, extension, parent, reference, referencedBy, or anywhere, and is 'childs' → Did you mean child?",
    ],
    [
      'a reference without a path',
      '{related: {type: Microsoft.Compute/disks, by: reference}}',
      "related-path ORG-001.must.related.by 16:59 'reference' has no path to the ID",
    ],
    [
      'a child with a path',
      '{related: {type: Microsoft.Compute/disks, by: child, path: id}}',
      "related-pathless ORG-001.must.related.path 16:66 'child' cannot have a path",
    ],
    ['a regular expression', '{path: a, matches: "^(a+)+$"}', 'key-unknown ORG-001.must.matches 16:23 '],
    ['code', '{path: a, equals: !!js/function "x"}', 'yaml-tag ORG-001.must.equals 16:45 '],
    ['a name of JavaScript', '{path: a, __proto__: {b: 1}}', 'key-refused ORG-001.must 16:23 '],
  ])('%s', (_, condition, expected) => {
    expect(
      must(condition).some((one) => one.startsWith(expected)),
      must(condition).join('\n'),
    ).toBe(true);
  });

  it('more conditions than a rule may have', () => {
    const deep = `${'{not: '.repeat(9)}{path: a, exists: true}${'}'.repeat(9)}`;
    expect(must(deep)[0]).toContain('own-rule-large ORG-001 10:5 A condition of this rule has more than 8 levels');
    const wide = (count: number): string =>
      `{any: [${Array.from({ length: count }, () => '{path: a, exists: true}').join(', ')}]}`;
    expect(must(`{all: [${wide(50)}, ${wide(50)}]}`)[0]).toContain('more than 100 conditions');
    const related = (inner: string): string =>
      `{related: {type: "*", by: anywhere${inner === '' ? '' : `, where: ${inner}`}}}`;
    expect(must(related(related('')))).toEqual([]);
    expect(must(related(related(related(''))))[0]).toContain('more than 2 levels of related resources');
  });

  it('nothing, of a type that is like none the catalog knows', () => {
    expect(said('Microsoft.Compute/disks', 'Contoso.Widgets/factories/lines')).toEqual([]);
    expect(said('Microsoft.Compute/disks', '"microsoft.compute/DISKS"')).toEqual([]);
    expect(said('Microsoft.Compute/disks', '"Microsoft.*/vaults"')).toEqual([]);
  });
});

describe('a rule of another kind', () => {
  const rule = (lines: string): readonly string[] =>
    said(/resources: .*\n *must: .*/, lines.replaceAll('\n', '\n      '));
  const brief = (lines: string): readonly string[] => rule(lines).map((one) => one.split(' ').slice(0, 2).join(' '));
  const type = 'resources: {type: Microsoft.Compute/disks}\n';

  it.each<readonly [string, string, readonly string[]]>([
    ['declarations', 'declarations: {kind: module}\nmust: {path: version, exists: true}', []],
    ['declarations of several kinds', 'declarations: {kind: [param, output]}\ncount: {atMost: 9}', []],
    [
      'of an unknown kind',
      'declarations: {kind: modules}\ncount: {atMost: 9}',
      ['answer-value ORG-001.declarations.kind'],
    ],
    ['of both', `${type}declarations: {kind: module}\ncount: {atMost: 9}`, ['own-rule-declarations ORG-001.resources']],
    [
      'with environments',
      'declarations: {kind: module}\ncount: {atMost: 9}\nenvironments: [dev]',
      ['own-rule-declarations ORG-001.environments'],
    ],
    [
      'with related',
      'declarations: {kind: module}\nmust: {related: {type: "*", by: child}}',
      ['own-rule-declarations ORG-001'],
    ],
    [
      'with a setting',
      'declarations: {kind: module}\nmust: {path: name, equals: {setting: workload.name}}',
      ['own-rule-declarations ORG-001'],
    ],
    ['a sum', `${type}aggregate: {sum: properties.diskSizeGB, atMost: 5}`, []],
    ['a sum without a number', `${type}aggregate: {sum: properties.diskSizeGB}`, ['bounds-none ORG-001.aggregate']],
    ['a number of nothing', `${type}aggregate: {atMost: 5}`, ['aggregate-none ORG-001.aggregate']],
    ['two numbers', `${type}aggregate: {sum: a, max: b, atMost: 5}`, ['aggregate-mixed ORG-001.aggregate.max']],
    [
      'an exception',
      `${type}must: {path: a, exists: true}\nexcept: [{where: {path: b, equals: 1}, reason: It is old}]`,
      [],
    ],
    [
      'an exception without a reason',
      `${type}must: {path: a, exists: true}\nexcept: [{where: {path: b, equals: 1}}]`,
      ['answer-required ORG-001.except.0.reason'],
    ],
    [
      'too many exceptions',
      `${type}must: {path: a, exists: true}\nexcept: [${Array.from({ length: 11 }, () => '{where: {path: b, equals: 1}, reason: x}').join(', ')}]`,
      ['answer-invalid ORG-001.except'],
    ],
    ['controls', `${type}must: {path: a, exists: true}\ncontrols: {mcsb: [NS-2], cis2: ["7.3"], other: [NCSC 5]}`, []],
    [
      'a number for a control',
      `${type}must: {path: a, exists: true}\ncontrols: {cis2: [7.3]}`,
      ['answer-type ORG-001.controls.cis2.0'],
    ],
    [
      'an ID that is none',
      `${type}must: {path: a, exists: true}\ncontrols: {mcsb: [CIS 7.3]}`,
      ['answer-invalid ORG-001.controls.mcsb.0'],
    ],
    ['a validity of an attestation', 'attest: {how: x, validFor: 0}', ['answer-invalid ORG-001.attest.validFor']],
  ])('%s', (_, lines, expected) => {
    const found = lines.startsWith('attest')
      ? said(/resources: [^]*/, `${lines}\n`).map((one) => one.split(' ').slice(0, 2).join(' '))
      : brief(lines);
    expect(found).toEqual(expected);
  });

  it.each<readonly [string, string, string]>([
    ['a range', '{path: a, within: 10.0.0.0/8}', ''],
    [
      'no range',
      '{path: a, within: 10.0.0/8}',
      "operand-range ORG-001.must.within 16:31 '10.0.0/8' is not an IPv4 address range",
    ],
    ['IPv6', '{path: a, overlaps: [fd00::/8]}', 'operand-range ORG-001.must.overlaps.0 16:34 '],
    ['a port', '{path: a, includesPort: [22, 3389]}', ''],
    ['no port', '{path: a, includesPort: 65536}', 'answer-invalid ORG-001.must.includesPort 16:37 '],
    ['a day', '{path: a, before: 2026-02-28}', ''],
    ['no day', '{path: a, before: 2026-02-30}', 'day-unknown ORG-001.must.before 16:31 '],
    ['a day from the check', '{path: a, after: {days: -90}}', ''],
    ['too far a day', '{path: a, after: {days: 99999}}', 'answer-invalid ORG-001.must.after.days 16:37 '],
    ['an operand', '{path: a, equals: {path: tags.owner}}', ''],
    ['an operand of nothing', '{path: a, equals: {}}', 'reference-none ORG-001.must.equals 16:31 '],
    [
      'two operands',
      '{path: a, equals: {path: b, resource: c}}',
      'reference-mixed ORG-001.must.equals.resource 16:41 ',
    ],
    [
      'many operands',
      '{path: a, equals: {path: "b[*]"}}',
      "reference-many ORG-001.must.equals.path 16:38 'b[*]' has many values",
    ],
    ['a list of operands', '{path: a, in: {path: "b[*]"}}', ''],
    ['an operand that is no path', '{path: a, equals: {path: b..c}}', 'path-syntax ORG-001.must.equals.path 16:38 '],
    ['a setting', '{setting: network.addressSpace, within: {setting: spec.network.hub.bastionSubnet}}', ''],
    ['a tag of the settings', '{setting: "tags[\'cost.center\']", exists: true}', ''],
    [
      'an unknown setting',
      '{setting: network.adressSpace, exists: true}',
      "setting-unknown ORG-001.must.setting 16:23 There is no setting 'network.adressSpace' that a rule can read → Did you mean network.addressSpace?",
    ],
    ['a setting of a rule', '{setting: SEC-005.maxHours, exists: true}', 'setting-unknown ORG-001.must.setting 16:23 '],
    [
      'a setting that no resource can have',
      '{setting: workload.specNumber, exists: true}',
      'setting-unknown ORG-001.must.setting 16:23 ',
    ],
    ['the name of the workload', '{setting: workload.name, exists: true}', ''],
    [
      'a setting of one environment',
      '{setting: environments.dev.lock, exists: true}',
      'setting-unknown ORG-001.must.setting 16:23 ',
    ],
    [
      'an unknown operand of settings',
      '{path: a, equals: {setting: nothing}}',
      'setting-unknown ORG-001.must.equals.setting 16:41 ',
    ],
    [
      'settings of many',
      '{setting: "virtualMachine.dataDisks[*].sizeGb", exists: true}',
      'path-many ORG-001.must.setting 16:14 ',
    ],
    ['a name of JavaScript as a path', '{path: __proto__.polluted, equals: {path: constructor.prototype}}', ''],
  ])('compares with %s', (_, condition, expected) => {
    const found = must(condition);
    const isExpected = expected === '' ? found.length === 0 : found[0]?.startsWith(expected);
    expect(isExpected, found.join('\n')).toBe(true);
  });

  it('of any size and depth is refused, not run', () => {
    const many = (count: number): string =>
      Array.from({ length: count }, (__, index) => `10.${index % 250}.0.0/16`).join(', ');
    expect(must(`{path: a, within: [${many(101)}]}`)[0]).toContain('answer-invalid ORG-001.must.within');
    const deep = `${'{not: '.repeat(9)}{path: a, within: 10.0.0.0/8}${'}'.repeat(9)}`;
    expect(rule(`${type}must: {path: a, exists: true}\nexcept: [{where: ${deep}, reason: x}]`)[0]).toContain(
      'own-rule-large',
    );
    expect(must(`{path: a, equals: ${'{path: '.repeat(300)}x${'}'.repeat(300)}}`)[0]).toBeDefined();
  });
});

describe('avm set', () => {
  const changed = (path: string, value: string): string => {
    const result = setAnswer(own, path, value);
    if ('findings' in result) return result.findings.map((one) => `${one.code} ${prose(one).remedy}`).join('\n');
    const [was, is] = [own.split('\n'), result.text.split('\n')];
    return is
      .filter((line) => !was.includes(line))
      .map((line) => line.trim())
      .join('\n');
  };

  it.each([
    ['ORG-001', 'off', 'level: "off"'],
    ['ORG-001.level', 'should', 'level: should'],
    ['constitution.own.ORG-001.level', 'should', 'level: should'],
    ['ORG-001.must.atLeast', '128', 'must: {path: properties.diskSizeGB, atLeast: 128} # GiB'],
    ['ORG-001.environments', 'dev', 'environments: [dev]'],
    ['ORG-001.title', 'Large disks', 'title: Large disks'],
  ])('%s=%s', (path, value, line) => {
    expect(changed(path, value)).toBe(line);
  });

  it('adds a whole rule, and takes nothing that is none', () => {
    const rule =
      '{title: A, level: off, category: cost, statement: B, resources: {type: "*"}, count: {atMost: 9}, message: c, instead: d}';
    expect(changed('ORG-002', rule)).toContain('ORG-002:\ntitle: A\nlevel: "off"');
    expect(changed('ORG-002', 'off')).toBe('own-rule-unknown Did you mean ORG-001?');
    expect(changed('ORG-001', 'of')).toBe('answer-value Did you mean off?');
    expect(changed('ORG-001.levl', 'off')).toBe('path-unknown Did you mean ORG-001.level?');
    expect('findings' in setAnswer(own, 'ORG-001.level', 'off', { environment: 'dev' })).toBe(true);
  });
});

it('is written as a person would have, and read back the same', () => {
  const result = parseAnswers(own);
  const constitution = 'answers' in result ? result.answers.constitution : undefined;
  const answers = { ...startAnswers({ name: 'demo' }), constitution: { rules: {}, own: constitution?.own ?? {} } };
  const text = writeAnswers(answers);
  expect(parseAnswers(text)).toEqual({ answers });
  expect(text).toContain('      must: {path: properties.diskSizeGB, atLeast: 64}\n');
});
