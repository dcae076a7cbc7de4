import { describe, expect, it } from 'vitest';
import { checkJson, checkLines } from '../../src/cli/check/check-text.ts';
import { reportHtml } from '../../src/report/report.ts';
import { deep, requestOf, resource } from '../report/requests.ts';

const resources = [
  resource('Microsoft.Network/bastionHosts', 'bas', { sku: { name: 'Standard' } }),
  resource('Microsoft.Network/loadBalancers', 'lb'),
  resource('Microsoft.Network/natGateways', 'ng'),
  resource('Microsoft.KeyVault/vaults', 'kv'),
];
const request = requestOf({}, deep(resources, 'dev', 'prod'));
const without = requestOf();

describe('charges of the predicted resources', () => {
  it('are told by environment after a check, with what has no price', () => {
    const lines = checkLines(request.check, request.spec, (_, text) => text);
    for (const environment of ['dev ', 'prod'])
      expect(lines).toContain(
        `  ${environment}  at least hundreds of USD  without rules of a load balancer, of unknown price`,
      );
    expect(checkLines(without.check, without.spec, (_, text) => text).join()).not.toContain('USD');
  });

  it('are data with their sources', () => {
    const { cost } = checkJson({ ...request.check, basis: request.basis }, request.spec);
    expect(cost.map(({ environment, byTime }) => [environment, byTime])).toEqual([
      ['dev', 'at least hundreds of USD'],
      ['prod', 'at least hundreds of USD'],
    ]);
    expect(cost[0]?.charges.find(({ what }) => what === 'Azure Bastion, Standard')).toMatchObject({
      by: 'time',
      amount: 'hundreds of USD',
      quotes: [{ region: 'eastus2', day: '2026-09-30' }],
    });
    expect(checkJson({ ...without.check, basis: without.basis }, without.spec).cost).toEqual([]);
  });

  it('are in the report, with the sources of the prices', () => {
    const html = reportHtml(request);
    const section = /<section id="cost"[^]*?<\/section>/.exec(html)?.[0] ?? '';
    expect(section).toContain('charges by time: at least hundreds of USD a month');
    expect(section).toContain('<td>hundreds of USD</td><td><code>eastus2</code>, 2026-09-30, source 1</td>');
    expect(section).toMatch(/Rules of a load balancer.*<td>unknown<\/td>/);
    expect(section).toContain(
      'of unknown quantity: data that load balancers process, data that the NAT gateway processes, operations',
    );
    expect(section.match(/<li><code>https:[^<]*deployment-delight/g)).toHaveLength(1);
    expect(html).toContain('<td>rules of a load balancer</td><td>2024-04-04 to 2026-09-30</td>');
    expect(html).toContain(
      'a month for charges by time in prod</span> <span class="more">dev: at least hundreds of USD<',
    );
  });

  it('are not evaluated without a prediction', () => {
    const html = reportHtml(without);
    expect(html).not.toContain('<section id="cost"');
    expect(html).not.toContain('charges by time');
  });
});
