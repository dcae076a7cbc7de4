import template from './research.md.hbs';
import { commas, separated } from '../../../src/text/commas.ts';
import { image, imageMismatch, images } from '../../azure/images.ts';
import { sizeFacts, vmSize, vmSizes } from '../../azure/sizes.ts';
import { chosen, type Research } from '../../kernel/facts.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { machineModule } from './machine-module.ts';
import { virtualMachineInputs } from './inputs.ts';

/** Image and size of the VM, and its module. */
export const research: Research = {
  template,
  model: (workspace, plan) => ({
    images: chosen(workspace, (side) => virtualMachineInputs.of(side).image).map((one) => ({
      ...one,
      ...imageFacts(one.value, one.sides),
    })),
    sizes: sizes(workspace),
    otherSizes: commas(otherSizes(workspace)),
    ruled: workspace.on('TST-002'),
    machine: machineModule(workspace, plan),
    reason: workspace.reason(['TST-002', 'TST-003', 'machine'], 'virtual-machine'),
  }),
};

/** Other images that a person would choose, that are supported for longer or as long, and that start on the sizes. */
function imageFacts(key: string, sides: readonly Environment[]) {
  const one = image(key);
  const vms = sides.flatMap((side) => sizeFacts(virtualMachineInputs.of(side)) ?? []);
  const others = images.filter(
    (other) =>
      other.common &&
      !other.core &&
      other.key !== one?.key &&
      other.supportEnds >= (one?.supportEnds ?? '') &&
      vms.every((vm) => imageMismatch(other, vm) === undefined),
  );
  return {
    known: one !== undefined,
    year: one?.year ?? 0,
    generation: one?.generation ?? 0,
    supportEnds: one?.supportEnds ?? '',
    trustedLaunch: one?.trustedLaunch ?? false,
    others: commas(others.map((other) => other.key)),
  };
}

/** Groups sizes that share the same facts. */
function sizes(workspace: DocumentedWorkspace) {
  const found = chosen(workspace, (side) => virtualMachineInputs.of(side).size).map(({ value, where, sides }) => {
    const one = sides[0] && sizeFacts(virtualMachineInputs.of(sides[0]));
    const { encryptionAtHost = false, premiumStorage: premium = false } = one ?? {};
    const said = { known: one !== undefined, encryptionAtHost, premium };
    return { value, where, disks: one?.maxDataDisks ?? 0, said };
  });
  const alike = new Map(found.map(({ said }) => [JSON.stringify(said), said]));
  return [...alike].map(([key, said]) => {
    const own = found.filter((one) => JSON.stringify(one.said) === key);
    return { ...said, chosen: separated(own) };
  });
}

/** The other sizes of the series, unless the constitution already lists the allowed sizes. */
function otherSizes({ sides }: DocumentedWorkspace) {
  const taken = new Set(sides.map((view) => virtualMachineInputs.of(view).size));
  const series = new Set([...taken].map((name) => vmSize(name)?.series));
  return vmSizes.filter((one) => series.has(one.series) && !taken.has(one.name)).map(({ name }) => name);
}
