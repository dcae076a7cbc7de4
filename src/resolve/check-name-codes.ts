import type { NamePatternParameters } from '../../avm-catalog/constitution/rules/name-pattern.ts';
import { environmentCode } from '../../avm-catalog/constitution/rules/name-texts.ts';
import { ownValue } from '../bicep/own.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';
import type { Spec } from './spec.ts';

const answer = 'constitution.rules.NAM-001.environmentCodes';
const ids = ['NAM-001'];

/** Codes in names tell environments apart, as their names would. */
export function checkNameCodes({ views, settings }: Spec): readonly Finding[] {
  const is = settings.parameters<NamePatternParameters>('NAM-001');
  const { environmentCodes: codes } = is;
  const environments = views.map(({ environment }) => environment);
  const codeOf = (name: string): string => environmentCode(name, is);
  const same = environments.flatMap((other, index) => {
    const code = codeOf(other);
    const one = environments.slice(0, index).find((name) => codeOf(name).toLowerCase() === code.toLowerCase());
    if (one === undefined) return [];
    const named = ownValue(codes, other) === undefined ? [other, one] : [one, other];
    const args = { one: named[0] ?? '', other: named[1] ?? '', code };
    return [makeFinding('environment-codes-same', 'error', args, placeOf(args.other), ids)];
  });
  const unknown = Object.keys(codes)
    .filter((name) => !environments.includes(name))
    .map((environment) =>
      makeFinding('environment-codes-unknown', 'warning', { environment }, placeOf(environment), ids),
    );
  return [...same, ...unknown];
}

const placeOf = (environment: string) => ({ file: 'avm.yaml', answer: `${answer}.${environment}` });
