import { region, regionNames } from '../../avm-catalog/azure/regions.ts';
import { sizeFacts, vmSizeNames } from '../../avm-catalog/azure/sizes.ts';
import { sovereignCloud } from '../../avm-catalog/azure/sovereign.ts';
import type { RegionsParameters, SizesParameters } from '../../avm-catalog/kernel/rule-parameters.ts';
import { makeFinding, type ArgumentsOf, type Code, type Finding } from '../findings/finding.ts';
import { suggestion } from '../findings/nearest.ts';
import type { Spec } from './spec.ts';

/** Regions and sizes inside parameters of rules are looked up like those of the spec. */
export function checkParameters({ settings, views }: Spec): readonly Finding[] {
  const regions = settings.on('TST-001') ? settings.parameters<RegionsParameters>('TST-001').regions : [];
  const sizes = settings.on('TST-002') ? settings.parameters<SizesParameters>('TST-002').sizes : [];
  const isKnown = (size: string): boolean => views.some(({ inputs }) => sizeFacts(inputs.virtualMachine, size));
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
    ...sizes.flatMap((size, index) =>
      isKnown(size)
        ? []
        : finding('size-unknown', 'warning', `TST-002.sizes.${index}`, { size, ...suggestion(size, vmSizeNames) }),
    ),
  ];
}

function finding<C extends Code>(
  code: C,
  severity: 'error' | 'warning',
  answer: string,
  args: ArgumentsOf<C>,
): Finding {
  return makeFinding(code, severity, args, { file: 'avm.yaml', answer: `constitution.rules.${answer}` }, ['TST-003']);
}
