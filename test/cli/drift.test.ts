import { expect, it } from 'vitest';
import { ofEdits } from '../../src/cli/shared/drift.ts';
import { describe as prose } from '../../src/findings/describe.ts';
import { makeFinding, type Finding, type Place } from '../../src/findings/finding.ts';

const finding = (code: `bicep/${string}` | 'snapshot/failed', where: Place): Finding =>
  makeFinding(code, 'error', { message: 'This is wrong' }, where);
const drift = [
  makeFinding('files/edited', 'error', { path: 'main.bicep' }, { file: 'main.bicep' }),
  makeFinding('files/stale', 'error', { path: 'main.bicepparam' }, { file: 'main.bicepparam' }),
];

it.each<[string, `bicep/${string}` | 'snapshot/failed', Place, string]>([
  ['of a template that was edited', 'bicep/BCP057', { file: 'main.bicep' }, '--overwrite main.bicep'],
  ['of what an edited template would deploy', 'snapshot/failed', {}, '--overwrite main.bicep'],
  ['of a file as it was generated', 'bicep/BCP057', { file: 'main.bicepparam' }, 'Report it'],
  ['of no file', 'bicep/BCP057', {}, 'Report it'],
])('what the compiler says %s has a remedy of its own', (_, code, where, remedy) => {
  const [told] = ofEdits([finding(code, where)], drift);
  expect(told && prose(told).remedy).toContain(remedy);
});

it('without an edit, what would be deployed is to be reported', () => {
  const [told] = ofEdits([finding('snapshot/failed', {})], []);
  expect(told && prose(told).remedy).toContain('Report it');
});
