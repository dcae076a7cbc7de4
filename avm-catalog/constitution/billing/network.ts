import { prices } from '../../azure/prices.ts';
import { read, readText, type Predicted } from '../estate.ts';
import { byUse, fixed, unpriced, type Charge } from './charge.ts';

/** A Standard host has at least two scale units. */
export function bastionCharges(host: Predicted): readonly Charge[] {
  const sku = readText(host, 'sku.name') || 'Basic';
  const what = `Azure Bastion, ${sku}`;
  const units = Number(read(host, 'properties.scaleUnits') ?? 2);
  const price = sku === 'Standard' ? prices.bastionStandard : sku === 'Basic' ? prices.bastionBasic : undefined;
  return [
    price ? fixed(host, what, price) : unpriced(host, what),
    ...(units > 2 ? [unpriced(host, 'additional scale units of Azure Bastion')] : []),
    byUse(host, 'outbound data of Azure Bastion'),
  ];
}

export function natGatewayCharges(gateway: Predicted): readonly Charge[] {
  const sku = readText(gateway, 'sku.name') || 'Standard';
  const what = 'NAT gateway';
  return [
    sku === 'Standard' ? fixed(gateway, what, prices.natGateway) : unpriced(gateway, `${what}, ${sku}`),
    byUse(gateway, 'data that the NAT gateway processes'),
  ];
}

export function publicAddressCharges(address: Predicted): readonly Charge[] {
  const sku = readText(address, 'sku.name') || 'Basic';
  const isQuoted =
    sku === 'Standard' &&
    (readText(address, 'sku.tier') || 'Regional') === 'Regional' &&
    (readText(address, 'properties.publicIPAddressVersion') || 'IPv4') === 'IPv4';
  return [
    isQuoted
      ? fixed(address, 'public IP address', prices.publicAddress)
      : unpriced(address, `public IP address, ${sku}`),
    ...(readText(address, 'properties.ddosSettings.protectionMode') === 'Enabled'
      ? [unpriced(address, 'DDoS protection of a public IP address')]
      : []),
  ];
}

export function privateEndpointCharges(endpoint: Predicted): readonly Charge[] {
  return [
    fixed(endpoint, 'private endpoint', prices.privateEndpoint),
    byUse(endpoint, 'data that private endpoints process'),
  ];
}

export function privateZoneCharges(zone: Predicted): readonly Charge[] {
  return [fixed(zone, 'private DNS zone', prices.privateZone), byUse(zone, 'queries of private DNS zones')];
}

/** A Standard load balancer is charged for by its rules. */
export function loadBalancerCharges(balancer: Predicted): readonly Charge[] {
  return [unpriced(balancer, 'rules of a load balancer'), byUse(balancer, 'data that load balancers process')];
}
