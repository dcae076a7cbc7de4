import { parseCidr, unusableAddress } from '../../azure/addresses.ts';
import { isInternal } from '../../kernel/address-spaces.ts';
import type { RuleSettings } from '../../kernel/context.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import { duplicates } from '../../kernel/duplicates.ts';

const azureDns = '168.63.129.16';

/** Problems with the DNS servers of a network. */
export function serverProblems(servers: readonly string[], rules: RuleSettings): readonly AnswerProblem[] {
  const answer = (index: number): string => `network.dnsServers.${index}`;
  return [
    ...duplicates(servers).map(({ value, index }) =>
      problem('answer-twice', answer(index), { what: `The DNS server ${value}` }),
    ),
    ...servers.flatMap((address, index): readonly AnswerProblem[] => {
      const what = unusableAddress(address);
      if (what !== undefined) return [problem('address-unusable', answer(index), { address, what })];
      return isReachable(address, rules) ? [] : [problem('address-public-dns', answer(index), { address }, 'warning')];
    }),
  ];
}

/** Azure DNS and private addresses. Outbound rules deny DNS to other addresses, unless a connected network has them. */
function isReachable(address: string, rules: RuleSettings): boolean {
  const parsed = parseCidr(`${address}/32`);
  return address === azureDns || !parsed.ok || isInternal(parsed.cidr, rules);
}
