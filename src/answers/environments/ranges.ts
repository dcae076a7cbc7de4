import { contains, formatCidr, nextFree, overlaps, type Cidr } from '../../../avm-catalog/azure/addresses.ts';
import { ownedRanges } from '../../../avm-catalog/kernel/address-spaces.ts';
import { parsed } from '../../../avm-catalog/kernel/subnet-ranges.ts';
import { ownValue } from '../../bicep/own.ts';
import { plain } from '../characters.ts';
import type { Answers, SpecAnswers } from '../answers.ts';
import { defaultSpec, settingsOf } from '../defaults.ts';
import { refuse } from '../paths.ts';
import type { Refused } from '../source.ts';

/** Where the network of a copy is: from which range to which. */
export interface Move {
  readonly from: Cidr;
  readonly to: Cidr;
}

/** A range of its own for the copy of an environment: the one that is given, or the next of that size that is free. */
export function rangeFor(answers: Answers, like: string, given: string | undefined): Move | Refused {
  const now = rangeIn(answers, like);
  const from = parsed(now);
  const taken = Object.keys(answers.environments).map((name) => [name, cidrsIn(answers, name)] as const);
  if (!from) return refuse('environment-no-range', { environment: like, range: plain(now) });
  if (given === undefined) {
    const to = nextFree(
      from,
      taken.flatMap(([, ranges]) => ranges),
      ownedRanges(settingsOf(answers.constitution.rules)),
    );
    return to ? { from, to } : refuse('environment-no-range', { environment: like, range: plain(now) });
  }
  const to = parsed(given);
  if (!to) return refuse('address-space-invalid', { range: plain(given) });
  const [other] = taken.flatMap(([name, ranges]) => (ranges.some((one) => overlaps(one, to)) ? [name] : []));
  return other === undefined ? { from, to } : refuse('address-space-taken', { range: given, environment: other });
}

/** An address or a range of the old network, at the same place in the new one; undefined for any other text. */
export function moved(text: string, { from, to }: Move): string | undefined {
  const range = parsed(text);
  const one = range ?? parsed(`${text}/32`);
  if (!one || !contains(from, one)) return undefined;
  const there = { address: to.address + (one.address - from.address), prefix: one.prefix };
  if (!contains(to, there)) return undefined;
  return range ? formatCidr(there) : formatCidr(there).replace('/32', '');
}

/** Networks of an environment: its own, and the subnet of its hub from which administrators come. */
function cidrsIn(answers: Answers, environment: string): readonly Cidr[] {
  const hub = networkOf(answers, environment, (network) => network?.hub?.bastionSubnet) ?? '';
  return [rangeIn(answers, environment), ...furtherIn(answers, environment), hub].flatMap((text) => parsed(text) ?? []);
}

/** Free ranges for the further ones of an environment, each of the same size. */
export function furtherMoves(answers: Answers, like: string, { to }: Move): readonly Move[] | Refused {
  const owned = ownedRanges(settingsOf(answers.constitution.rules));
  const taken = [to, ...Object.keys(answers.environments).flatMap((name) => cidrsIn(answers, name))];
  const moves: Move[] = [];
  for (const range of furtherIn(answers, like)) {
    const from = parsed(range);
    const free = from && nextFree(from, [...taken, ...moves.map((one) => one.to)], owned);
    if (!free) return refuse('environment-no-range', { environment: like, range: plain(range) });
    moves.push({ from, to: free });
  }
  return moves;
}

function furtherIn(answers: Answers, environment: string): readonly string[] {
  return networkOf(answers, environment, (network) => network?.additionalAddressSpaces) ?? [];
}

function rangeIn(answers: Answers, environment: string): string {
  const { workload, constitution } = answers;
  const defaults = defaultSpec({ workload: workload.name, environment, rules: settingsOf(constitution.rules) });
  const said = networkOf(answers, environment, (network) => network?.addressSpace);
  return said ?? defaults.network?.addressSpace ?? '';
}

function networkOf<T>(
  { spec, environments }: Answers,
  environment: string,
  get: (network: SpecAnswers['network']) => T | undefined,
): T | undefined {
  return get(ownValue(environments, environment)?.network) ?? get(spec.network);
}
