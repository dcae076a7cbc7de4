import { encryptsNetwork } from '../../azure/network-encryption.ts';
import { networkOfSubnet } from '../../azure/resource-ids.ts';
import {
  isUnresolved,
  read,
  readList,
  readText,
  untold,
  whereValue,
  type Estate,
  type Predicted,
  type Violation,
} from '../estate.ts';
import { virtualMachines, virtualNetworks } from '../subject.ts';

const isOn = 'properties.encryption.enabled';

/** Every virtual network is encrypted, and VMs in it take part. */
export function networksEncrypted(estate: Estate): readonly Violation[] {
  const networks = whereValue(
    virtualNetworks.in(estate),
    (one) => read(one, isOn),
    (is) => is !== true,
    'traffic between VMs in the virtual network isn’t encrypted',
    'set encryption.enabled to true',
  );
  return [...networks, ...virtualMachines.in(estate).flatMap((vm) => outsiders(estate, vm))];
}

/** What keeps a VM out of the encryption of its networks. */
function outsiders(estate: Estate, vm: Predicted): readonly Violation[] {
  const all = readList(vm, 'properties.networkProfile.networkInterfaces').map((one) => readText(one, 'id'));
  const cards = all.flatMap((id) => estate.byId(id) ?? []);
  const networks = cards.flatMap(networkIds).map((id) => estate.byId(id));
  const own = networks.flatMap((one) => (one && read(one, isOn) === true ? [one] : []));
  return [
    ...(cards.length < all.length || networks.includes(undefined)
      ? [untold(vm.id, 'a virtual network of the VM isn’t part of this workspace', 'check whether it’s encrypted')]
      : []),
    ...(own.length === 0 ? [] : [...sized(vm), ...accelerated(cards)]),
  ];
}

/** Of the virtual networks of a network interface. */
export function networkIds(card: Predicted): readonly string[] {
  return readList(card, 'properties.ipConfigurations').map((one) =>
    networkOfSubnet(readText(one, 'properties.subnet.id')),
  );
}

function sized(vm: Predicted): readonly Violation[] {
  const size = readText(vm, 'properties.hardwareProfile.vmSize');
  const instead = 'choose a size of the D or E series, version 5 or later';
  const is = isUnresolved(size) ? undefined : encryptsNetwork(size);
  if (is === undefined)
    return [untold(vm.id, `the catalog doesn’t know whether ${size} supports virtual network encryption`, instead)];
  return is ? [] : [{ resource: vm.id, what: `${size} doesn’t support virtual network encryption`, instead }];
}

function accelerated(cards: readonly Predicted[]): readonly Violation[] {
  return whereValue(
    cards,
    (one) => read(one, 'properties.enableAcceleratedNetworking'),
    (is) => is !== true,
    'virtual network encryption needs accelerated networking',
    'set enableAcceleratedNetworking to true',
  );
}
