import { expect, test } from 'vitest';
import { makeFinding } from '../../src/checks/make-finding.ts';
import { toSarif } from '../../src/checks/sarif.ts';

const options = { describe: ({ code }: { code: string }) => `About ${code}`, toolVersion: '0.1.0' };

test('results, rules and places', () => {
  const findings = [
    makeFinding('bicep/BCP035', 'error', {}, { file: 'main.bicep', line: 3, column: 7 }),
    makeFinding(
      'rule/tags',
      'warning',
      {},
      { file: 'a b/ö#.bicep', environment: 'prod', resource: '/subscriptions/1' },
      ['FR-002', 'FR-001'],
    ),
    makeFinding('bicep/BCP035', 'note', {}, { answer: 'spec.vm.size' }),
  ];
  const [run] = toSarif(findings, options).runs;
  expect(run?.tool.driver.rules).toEqual([{ id: 'bicep/BCP035' }, { id: 'rule/tags' }]);
  expect(run?.results).toEqual([
    {
      ruleId: 'bicep/BCP035',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'About bicep/BCP035' },
      locations: [
        { physicalLocation: { artifactLocation: { uri: 'main.bicep' }, region: { startLine: 3, startColumn: 7 } } },
      ],
      properties: { ids: [] },
    },
    {
      ruleId: 'rule/tags',
      ruleIndex: 1,
      level: 'warning',
      message: { text: 'About rule/tags' },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'a%20b/%C3%B6%23.bicep' } },
          logicalLocations: [{ fullyQualifiedName: '/subscriptions/1' }],
        },
      ],
      properties: { ids: ['FR-001', 'FR-002'], environment: 'prod' },
    },
    {
      ruleId: 'bicep/BCP035',
      ruleIndex: 0,
      level: 'note',
      message: { text: 'About bicep/BCP035' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'avm.yaml' } } }],
      properties: { ids: [], answer: 'spec.vm.size' },
    },
  ]);
});

test('no findings are a run without results', () => {
  const log = toSarif([], options);
  expect(log).toMatchObject({ version: '2.1.0', runs: [{ results: [], tool: { driver: { name: 'create-avm' } } }] });
});
