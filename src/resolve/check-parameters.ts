import { region, regionNames } from '../../avm-catalog/azure/regions.ts';
import { sovereignCloud } from '../../avm-catalog/azure/sovereign.ts';
import type { RegionsParameters } from '../../avm-catalog/kernel/rule-parameters.ts';
import { findingOf, makeFinding, type ArgumentsOf, type Code, type Finding, type Place } from '../findings/finding.ts';
import { suggestion } from '../findings/nearest.ts';
import type { Spec } from './spec.ts';

/** Regions, and what components know, are looked up inside parameters of rules like in the spec. */
export function checkParameters(spec: Spec): readonly Finding[] {
  const { settings, views } = spec;
  const regions = settings.on('TST-001') ? settings.parameters<RegionsParameters>('TST-001').regions : [];
  return [
    ...regions.flatMap((name, index) => {
      const cloud = sovereignCloud(name);
      if (!cloud && region(name)) return [];
      return cloud
        ? finding('region-sovereign', `TST-001.regions.${index}`, {
            region: name,
            cloud: cloud.name,
            why: cloud.why,
          })
        : finding('region-unknown', `TST-001.regions.${index}`, {
            region: name,
            ...suggestion(name, regionNames),
          });
    }),
    ...spec.components
      .flatMap((one) => one.checkParameters?.(settings, views) ?? [])
      .map((one) => findingOf(one, one.severity, placeOf(one.parameter), ['TST-003'])),
  ];
}

function finding<C extends Code>(code: C, answer: string, args: ArgumentsOf<C>): Finding {
  return makeFinding(code, 'error', args, placeOf(answer), ['TST-003']);
}

function placeOf(parameter: string): Place {
  return { file: 'avm.yaml', answer: `constitution.rules.${parameter}` };
}
