import { describe, expect, it } from 'vitest';
import { generated } from './support.ts';

const web = { name: 'Web', to: 'AzureMonitor', ports: ['443'] };
const made = (allow: readonly object[]) => generated({ spec: { outbound: { allow } } });
const codes = (allow: readonly object[]): string[] =>
  made(allow)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
const rulesIn = (allow: readonly object[]): string =>
  made(allow).files?.find(({ path }) => path === 'network-security-rules.bicep')?.text ?? '';

describe('outbound.allow', () => {
  it('is in the rules of the VM, in its order, before what is denied', () => {
    const text = rulesIn([web, { name: 'Activation', to: '20.118.99.224', ports: ['1688'], purpose: 'Activation' }]);
    expect(text).toContain(
      "allowOutbound(110, 'AllowWebOutbound', 'Tcp', '*', 'AzureMonitor', ['443'], 'Web at AzureMonitor')",
    );
    expect(text).toContain(
      "allowOutbound(120, 'AllowActivationOutbound', 'Tcp', '*', outboundAddressesActivation, ['1688'], 'Activation')",
    );
    expect(text).not.toContain("'Internet', ['80', '443']");
    expect(text).toContain('denyOutbound(4000');
  });

  it('takes a service tag with digits', () => {
    expect(codes([{ ...web, to: 'M365ManagementActivityApi' }])).toEqual([]);
  });

  it('can be empty', () => {
    expect(codes([])).toEqual([]);
    expect(rulesIn([])).not.toContain('AllowWebOutbound');
  });

  it.each([
    ['a name twice', [web, web], 'answer-twice'],
    ['the name of the rule for the network', [{ ...web, name: 'Network' }], 'answer-twice'],
    ['that name in another case', [{ ...web, name: 'NETWORK' }], 'answer-twice'],
    ['a port that there is not', [{ ...web, ports: ['70000'] }], 'port-unknown'],
    ['ports in the wrong order', [{ ...web, ports: ['90-80'] }], 'port-unknown'],
    ['an address that there is not', [{ ...web, to: '300.1.1.1' }], 'range-syntax'],
    ['a range that begins elsewhere', [{ ...web, to: '10.0.0.1/8' }], 'range-not-network'],
  ])('refuses %s', (_, allow, code) => {
    expect(codes(allow)).toEqual([code]);
  });
});
