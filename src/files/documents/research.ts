import template from '../../../templates/documents/research.md.hbs';
import { image, imageMismatch, images } from '../../../avm-catalog/azure/images.ts';
import { pairOf } from '../../../avm-catalog/azure/regions.ts';
import { sizeFacts, vmSize, vmSizes } from '../../../avm-catalog/azure/sizes.ts';
import type { RegionsParameters } from '../../../avm-catalog/kernel/rule-parameters.ts';
import type { GeneratedFile } from '../file-set.ts';
import type { Workspace } from '../readme/sides.ts';
import type { Environment } from '../../../avm-catalog/kernel/workspace.ts';
import { renderFile } from '../render.ts';
import { machineModule } from './machine-module.ts';
import { inScope } from './scope.ts';
import type { Subject } from './subject.ts';
import { commas } from '../commas.ts';

export function research(subject: Subject): GeneratedFile {
  const { workspace } = subject;
  const model = {
    name: subject.name,
    regions: chosen(workspace, (side) => side.region).map((one) => ({ ...one, ...regionFacts(one.value, workspace) })),
    images: chosen(workspace, (side) => side.inputs.virtualMachine.image).map((one) => ({
      ...one,
      ...imageFacts(one.value, one.sides),
    })),
    sizes: sizes(workspace),
    regionReason: workspace.reason(['TST-001', 'TST-003']),
    machineReason: workspace.reason(['TST-002', 'TST-003', 'machine'], 'virtual-machine'),
    decisions: inScope(subject, workspace.spec.blueprint.content.decisions),
    machine: machineModule(workspace),
    otherSizes: commas(otherSizes(workspace)),
    ruled: workspace.spec.settings.on('TST-002'),
    hasNative: workspace.plan.resources.some((one) => one.kind === 'native'),
  };
  return renderFile(`${subject.folder}/research.md`, template, model, subject.reason);
}

/** Each value once, with the environments that have it. */
function chosen(workspace: Workspace, valueOf: (side: Environment) => string) {
  return [...new Set(workspace.sides.map(valueOf))].map((value) => {
    const sides = workspace.sides.filter((side) => valueOf(side) === value);
    return { value, sides, where: workspace.where(sides) };
  });
}

function regionFacts(name: string, { spec }: Workspace) {
  const allowed = spec.settings.on('TST-001') ? spec.settings.parameters<RegionsParameters>('TST-001').regions : [];
  return { pair: pairOf(name) ?? '', others: commas(allowed.filter((one) => one !== name)) };
}

/** Other images that a person would choose, that are supported for longer or as long, and that start on the sizes. */
function imageFacts(key: string, sides: readonly Environment[]) {
  const one = image(key);
  const machines = sides.flatMap((side) => sizeFacts(side.inputs.virtualMachine) ?? []);
  const others = images.filter(
    (other) =>
      other.common &&
      !other.core &&
      other.key !== one?.key &&
      other.supportEnds >= (one?.supportEnds ?? '') &&
      machines.every((machine) => imageMismatch(other, machine) === undefined),
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

/** Sizes about which the same is to be said, together. */
function sizes(workspace: Workspace) {
  const found = chosen(workspace, (side) => side.inputs.virtualMachine.size).map(({ value, where, sides }) => {
    const one = sides[0] && sizeFacts(sides[0].inputs.virtualMachine);
    const { encryptionAtHost = false, premiumStorage: premium = false } = one ?? {};
    const said = { known: one !== undefined, encryptionAtHost, premium };
    return { value, where, disks: one?.maxDataDisks ?? 0, said };
  });
  const alike = new Map(found.map(({ said }) => [JSON.stringify(said), said]));
  return [...alike].map(([key, said]) => {
    const own = found.filter((one) => JSON.stringify(one.said) === key);
    const comma = (index: number): string => (index < own.length - 1 ? ', ' : '');
    return { ...said, chosen: own.map((one, index) => ({ ...one, comma: comma(index) })) };
  });
}

/** Where the constitution names sizes they are not named again; else the others of the series are. */
function otherSizes({ sides }: Workspace) {
  const taken = new Set(sides.map(({ inputs }) => inputs.virtualMachine.size));
  const series = new Set([...taken].map((name) => vmSize(name)?.series));
  return vmSizes.filter((one) => series.has(one.series) && !taken.has(one.name)).map(({ name }) => name);
}
