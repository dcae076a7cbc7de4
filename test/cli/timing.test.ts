import { expect, it } from 'vitest';
import { checkJson, checkLines } from '../../src/cli/check/check-text.ts';
import type { TimingRow } from '../../src/checks/order/timing.ts';
import { requestOf } from '../report/requests.ts';

const group = '/subscriptions/s/resourceGroups/rg/providers';
const row: TimingRow = {
  environment: 'prod',
  resource: `${group}/Microsoft.Compute/diskEncryptionSets/des-a`,
  effect: 'role-assignment',
  cause: `${group}/Microsoft.KeyVault/vaults/kv/keys/k`,
};

function told(timing: readonly TimingRow[]) {
  const { check, spec, basis } = requestOf({}, { timing });
  const lines = checkLines(check, spec, (_, text) => text);
  return { text: lines.join('\n'), json: checkJson({ ...check, basis, findings: [] }, spec).timing };
}

it('effects of time are told with their resources, and only where there are any', () => {
  const { text, json } = told([row]);
  expect(text).toContain('Timing: only a deployment shows whether these are late');
  expect(text).toMatch(/up to 10 minutes\)\. .*deploy again\.\n +des-a +prod\n/);
  expect(json).toEqual([expect.objectContaining({ ...row, takes: 'up to 10 minutes' })]);
  const twice = told([row, { ...row, cause: `${group}/Microsoft.KeyVault/vaults/kv/keys/other` }]);
  expect(twice.text.match(/des-a/g)).toHaveLength(1);
  expect(told([])).toEqual({ text: expect.not.stringContaining('Timing'), json: [] });
});
