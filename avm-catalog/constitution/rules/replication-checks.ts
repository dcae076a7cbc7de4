import { isUnresolved, readText, untold, type Estate, type Predicted, type Violation } from '../estate.ts';
import { replicationIntents, virtualMachines } from '../subject.ts';

const instead = 'replicate it to another region with Azure Site Recovery';
const details = 'properties.providerSpecificDetails';
const sourceOf = (intent: Predicted): string => readText(intent, `${details}.fabricObjectId`);
const plain = (region: string): string => region.toLowerCase().replaceAll(' ', '');

/** Each VM has an intent to replicate it, into a region that isn’t its own. */
export function replicatedElsewhere(estate: Estate): readonly Violation[] {
  const intents = replicationIntents.in(estate);
  const hidden = intents.some((one) => isUnresolved(sourceOf(one)));
  return virtualMachines.in(estate).flatMap((vm) => {
    const own = intents.filter((one) => sourceOf(one).toLowerCase() === vm.id.toLowerCase());
    if (own.length > 0) return stays(vm, own);
    return hidden
      ? [untold(vm.id, 'only a deployment determines which VM is replicated', instead)]
      : [{ resource: vm.id, what: 'the VM isn’t replicated to another region', instead }];
  });
}

/** In its region, or perhaps so. */
function stays(vm: Predicted, intents: readonly Predicted[]): readonly Violation[] {
  const home = readText(vm, 'location');
  const targets = intents.map((one) => readText(one, `${details}.recoveryLocation`));
  const what = 'the VM is replicated within its own region';
  if (targets.some((one) => one !== '' && !isUnresolved(one) && !isUnresolved(home) && plain(one) !== plain(home)))
    return [];
  return [home, ...targets].some(isUnresolved)
    ? [untold(vm.id, `only a deployment determines whether ${what}`, instead)]
    : [{ resource: vm.id, what, instead }];
}
