import { baselines } from '../../../avm-catalog/constitution/baselines/index.ts';
import { ownValue } from '../../bicep/own.ts';
import { nearest } from '../../findings/nearest.ts';
import { UsageFailure } from '../shared/failure.ts';

/** The settings of a baseline, such as `baseline:cis`. */
export function readBaseline(named: string): { readonly file: string; readonly text: string } {
  const given = named.slice('baseline:'.length);
  const name = given.toLowerCase();
  const text = ownValue(baselines, name);
  if (typeof text === 'string') return { file: `baseline:${name}`, text };
  const known = Object.keys(baselines);
  throw new UsageFailure(
    `There is no baseline '${given}'.`,
    `Use --answers baseline:${nearest(name, known) ?? known.join(' or --answers baseline:')}`,
  );
}
