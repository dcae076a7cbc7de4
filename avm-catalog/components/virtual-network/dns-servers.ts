import { isPrivate, parseCidr, unusableAddress } from '../../azure/addresses.ts';
import type { AnswerProblem } from '../../kernel/component.ts';
import { duplicates } from '../../kernel/duplicates.ts';

const azureDns = '168.63.129.16';

/** What is wrong with the DNS servers of a network. */
export function serverProblems(servers: readonly string[]): readonly AnswerProblem[] {
  const answer = (index: number): string => `network.dnsServers.${index}`;
  return [
    ...duplicates(servers).map(({ value, index }) => ({
      code: 'answer-twice',
      answer: answer(index),
      args: { what: `The DNS server ${value}` },
    })),
    ...servers.flatMap((address, index): readonly AnswerProblem[] => {
      const what = unusableAddress(address);
      if (what !== undefined) return [{ code: 'address-unusable', answer: answer(index), args: { address, what } }];
      return isReachable(address)
        ? []
        : [{ code: 'address-public-dns', answer: answer(index), args: { address }, severity: 'warning' as const }];
    }),
  ];
}

/** DNS of Azure itself, and private addresses: DNS to others is denied on the way out, unless a connected network has them. */
function isReachable(address: string): boolean {
  const parsed = parseCidr(`${address}/32`);
  return address === azureDns || !parsed.ok || isPrivate(parsed.cidr);
}
