import { region, regionNames } from '../../avm-catalog/azure/regions.ts';
import { sovereignCloud } from '../../avm-catalog/azure/sovereign.ts';
import type { RegionsParameters } from '../../avm-catalog/kernel/rule-parameters.ts';
import type { Finding, FindingArguments, Severity } from '../findings/finding.ts';
import { suggestion } from '../findings/nearest.ts';
import { componentsOf } from './components.ts';
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
        ? finding('region-sovereign', 'error', `TST-001.regions.${index}`, {
            region: name,
            cloud: cloud.name,
            why: cloud.why,
          })
        : finding('region-unknown', 'error', `TST-001.regions.${index}`, {
            region: name,
            ...suggestion(name, regionNames),
          });
    }),
    ...componentsOf(spec)
      .flatMap((one) => one.checkParameters?.(settings, views) ?? [])
      .flatMap(({ code, severity, parameter, args }) => finding(code, severity, parameter, args)),
  ];
}

function finding(code: string, severity: Severity, answer: string, args: FindingArguments): Finding {
  return {
    code,
    severity,
    where: { file: 'avm.yaml', answer: `constitution.rules.${answer}` },
    ids: ['TST-003'],
    args,
  };
}
