import { expect, test } from 'vitest';
import { toSarif } from '../../src/checks/sarif.ts';
import { makeFinding } from '../../src/findings/finding.ts';

const options = { describe: ({ code }: { code: string }) => `About ${code}`, toolVersion: '0.1.0' };

test('results, rules and places', () => {
  const findings = [
    makeFinding('bicep/BCP035', 'error', { message: 'x' }, { file: 'main.bicep', line: 3, column: 7 }),
    makeFinding(
      'snapshot/tags',
      'warning',
      { message: 'x' },
      { file: 'a b/ö#.bicep', environment: 'prod', resource: '/subscriptions/1' },
      ['FR-002', 'FR-001'],
    ),
    makeFinding('bicep/BCP035', 'note', { message: 'x' }, { answer: 'spec.vm.size' }),
  ];
  const [run] = toSarif(findings, options).runs;
  expect(run?.tool.driver.rules).toEqual([{ id: 'bicep/BCP035' }, { id: 'snapshot/tags' }]);
  expect(run?.results).toEqual([
    {
      ruleId: 'bicep/BCP035',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'About bicep/BCP035' },
      locations: [
        { physicalLocation: { artifactLocation: { uri: 'main.bicep' }, region: { startLine: 3, startColumn: 7 } } },
      ],
      partialFingerprints: { 'avmFinding/v1': 'bicep/BCP035|main.bicep||||' },
      properties: { ids: [] },
    },
    {
      ruleId: 'snapshot/tags',
      ruleIndex: 1,
      level: 'warning',
      message: { text: 'About snapshot/tags' },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'a%20b/%C3%B6%23.bicep' } },
          logicalLocations: [{ fullyQualifiedName: '/subscriptions/1' }],
        },
      ],
      partialFingerprints: { 'avmFinding/v1': 'snapshot/tags|a b/ö#.bicep||prod|/subscriptions/1|FR-001 FR-002' },
      properties: { ids: ['FR-001', 'FR-002'], environment: 'prod' },
    },
    {
      ruleId: 'bicep/BCP035',
      ruleIndex: 0,
      level: 'note',
      message: { text: 'About bicep/BCP035' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'avm.yaml' } } }],
      partialFingerprints: { 'avmFinding/v1': 'bicep/BCP035||spec.vm.size|||' },
      properties: { ids: [], answer: 'spec.vm.size' },
    },
  ]);
});

test('no findings are a run without results', () => {
  const log = toSarif([], options);
  expect(log).toMatchObject({ version: '2.1.0', runs: [{ results: [], tool: { driver: { name: 'create-avm' } } }] });
});

test('a finding is known again wherever its line is, and two that are alike are told apart', () => {
  const at = (line: number, id?: string) => ({
    ...makeFinding('snapshot/tags', 'warning', { message: 'x' }, { file: 'main.bicep', line }, ['TAG-001']),
    ...(id === undefined ? {} : { id }),
  });
  const fingerprints = (...findings: Parameters<typeof toSarif>[0]) =>
    toSarif(findings, options).runs[0]?.results.map((one) => one.partialFingerprints['avmFinding/v1']);
  expect(fingerprints(at(3))).toEqual(fingerprints(at(90)));
  expect(fingerprints(at(3), at(4))).toEqual([
    'snapshot/tags|main.bicep||||TAG-001',
    'snapshot/tags|main.bicep||||TAG-001|2',
  ]);
  expect(fingerprints(at(3, 'E-FR-005-no-task'))).toEqual(['E-FR-005-no-task']);
});
