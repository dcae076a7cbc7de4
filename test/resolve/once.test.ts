import { expect, it } from 'vitest';
import { makeFinding, type Finding } from '../../src/findings/finding.ts';
import { reportedOnce } from '../../src/resolve/once.ts';
import { waive } from '../../src/resolve/waivers.ts';

const args = { rule: 'COST-001', title: 't', what: 'w', instead: 'i' };
const setting = (environment?: string, id = 'COST-001'): Finding =>
  makeFinding('rule-broken', 'warning', args, { answer: 'spec.x', ...(environment ? { environment } : {}) }, [id]);
const resource = (environment: string, id = 'COST-001'): Finding =>
  makeFinding('constitution/broken', 'warning', args, { environment, resource: 'vm' }, [id]);
const waivers = [
  {
    id: 'W-001',
    rule: 'COST-001',
    reason: 'r',
    approvedBy: 'a',
    until: '2099-01-01',
    environments: ['dev'],
    resources: ['*'],
  },
];
const views = [{ environment: 'dev' }, { environment: 'prod' }] as unknown as Parameters<typeof waive>[1]['views'];

it.each<readonly [string, readonly Finding[], number]>([
  ['a setting and what would be deployed by it', [setting('dev'), resource('dev')], 1],
  ['a setting of all environments', [setting(), resource('dev'), resource('prod')], 1],
  ['another environment', [setting('dev'), resource('prod')], 2],
  ['another rule', [setting('dev'), resource('dev', 'SEC-001')], 2],
  ['no setting', [resource('dev'), resource('dev')], 2],
  ['a waived setting and its resource', waive([setting('dev'), resource('dev')], { waivers, views }), 1],
  ['a waived resource of another environment', waive([setting('prod'), resource('dev')], { waivers, views }), 2],
])('%s', (_, findings, count) => {
  expect(reportedOnce(findings)).toHaveLength(count);
  expect(reportedOnce(findings)[0]).toBe(findings[0]);
});

it('what only a deployment knows, and the environment as a whole, stay', () => {
  const untold = makeFinding('constitution/untold', 'warning', args, { environment: 'dev', resource: 'vm' }, [
    'COST-001',
  ]);
  const whole = makeFinding('constitution/broken', 'warning', args, { environment: 'dev' }, ['COST-001']);
  expect(reportedOnce([setting('dev'), untold, whole])).toHaveLength(3);
});
