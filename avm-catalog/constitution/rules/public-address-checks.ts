import { isUnresolved, read, untold, type Estate, type Predicted, type Violation } from '../estate.ts';

/** VMs, network interfaces, and load balancers with a public IP address. */
export function publicAddresses(estate: Estate): readonly Violation[] {
  return [
    ...estate
      .ofType('Microsoft.Network/networkInterfaces', 'Microsoft.Compute/virtualMachines')
      .flatMap((one) => withAddress(one, 'properties', 'it has a public IP address', 'remove the public IP address')),
    ...estate
      .ofType('Microsoft.Network/loadBalancers')
      .flatMap((one) =>
        withAddress(
          one,
          'properties.frontendIPConfigurations',
          'the load balancer has a public frontend',
          'use a private frontend',
        ),
      ),
  ];
}

function withAddress(one: Predicted, path: string, what: string, instead: string): readonly Violation[] {
  const found = addressesIn(read(one, path), path.slice(path.lastIndexOf('.') + 1));
  if (found.includes('public')) return [{ resource: one.id, what, instead }];
  return found.length === 0 ? [] : [untold(one.id, `only a deployment determines whether ${what}`, instead)];
}

const address = /^publicIP(Address|Prefix|AddressConfiguration)$/i;
/** Properties that can contain an IP configuration. */
const holder = /^(properties|networkProfile|(ip|frontendIP|networkInterface)Configurations)$/i;

/** At any depth: a VM can contain its network interfaces, and a network interface its public IP address. */
function addressesIn(value: unknown, key: string): readonly ('public' | 'computed')[] {
  if (isUnresolved(value)) return address.test(key) || holder.test(key) ? ['computed'] : [];
  if (address.test(key) && Boolean(value)) return ['public'];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    addressesIn(inner, Array.isArray(value) ? key : name),
  );
}
