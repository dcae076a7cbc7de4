import template from '../../../templates/documents/research.md.hbs';
import { image, imageMismatch, images } from '../../../avm-catalog/azure/images.ts';
import { pairOf } from '../../../avm-catalog/azure/regions.ts';
import { vmSize, vmSizes } from '../../../avm-catalog/azure/sizes.ts';
import { decisions } from '../../../avm-catalog/blueprints/decisions.ts';
import type { RegionsParameters } from '../../../avm-catalog/rules/testing.ts';
import type { GeneratedFile } from '../file-set.ts';
import type { Side, Workspace } from '../readme/sides.ts';
import { renderFile } from '../render.ts';
import { inScope } from './scope.ts';
import type { Subject } from './subject.ts';

export function research(subject: Subject): GeneratedFile {
  const { workspace } = subject;
  const model = {
    name: subject.name,
    regions: chosen(workspace, (side) => side.region).map((one) => ({ ...one, ...regionFacts(one.value, workspace) })),
    images: chosen(workspace, (side) => side.inputs.virtualMachine.image).map((one) => ({
      ...one,
      ...imageFacts(one.value, one.sides),
    })),
    sizes: chosen(workspace, (side) => side.inputs.virtualMachine.size).map((one) => ({
      ...one,
      ...sizeFacts(one.value, workspace),
    })),
    regionReason: workspace.reason(['TST-001', 'TST-003']),
    machineReason: workspace.reason(['TST-002', 'TST-003', 'FR-002'], 'virtual-machine'),
    decisions: inScope(subject, decisions),
    hasNative: workspace.plan.resources.some((one) => one.kind === 'native'),
  };
  return renderFile(`${subject.folder}/research.md`, template, model, subject.reason);
}

/** Each value once, with the environments that have it. */
function chosen(workspace: Workspace, valueOf: (side: Side) => string) {
  return [...new Set(workspace.sides.map(valueOf))].map((value) => {
    const sides = workspace.sides.filter((side) => valueOf(side) === value);
    return { value, sides, where: workspace.where(sides) };
  });
}

function regionFacts(name: string, { spec }: Workspace) {
  const allowed = spec.settings.on('TST-001') ? spec.settings.parameters<RegionsParameters>('TST-001').regions : [];
  return { pair: pairOf(name) ?? '', others: listed(allowed.filter((one) => one !== name)) };
}

/** Other images that a person would choose, that are supported for longer or as long, and that start on the sizes. */
function imageFacts(key: string, sides: readonly Side[]) {
  const one = image(key);
  const machines = sides.flatMap((side) => vmSize(side.inputs.virtualMachine.size) ?? []);
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
    others: listed(others.map((other) => other.key)),
  };
}

/** Where the constitution names sizes they are not named again; else those of the series are the others. */
function sizeFacts(name: string, { spec }: Workspace) {
  const one = vmSize(name);
  const series = vmSizes.filter((other) => other.series === one?.series && other.name !== name);
  return {
    known: one !== undefined,
    disks: one?.maxDataDisks ?? 0,
    encryptionAtHost: one?.encryptionAtHost ?? false,
    premium: one?.premiumStorage ?? false,
    ruled: spec.settings.on('TST-002'),
    others: listed(series.map((other) => other.name)),
  };
}

function listed(codes: readonly string[]) {
  return codes.map((code, index) => ({ code, comma: index < codes.length - 1 ? ', ' : '' }));
}
