import type { BasicType } from '../../../avm-catalog/modules/interface.ts';

const byType: Readonly<Record<BasicType, string>> = {
  string: `base64 base64ToString cidrHost cidrSubnet dataUri dataUriToString dateTimeAdd dateTimeFromEpoch deployer.objectId
    extensionResourceId format getSecret guid join loadFileAsBase64 loadTextContent managementGroupResourceId newGuid padLeft replace
    resourceId string subscriptionResourceId substring tenantResourceId toLower toUpper toLogicalZone toPhysicalZone trim uniqueString
    uri uriComponent uriComponentToString utcNow`,
  int: 'dateTimeToEpoch indexOf int lastIndexOf length max min',
  bool: 'bool contains empty endsWith startsWith',
  array:
    'array createArray filter flatten items map objectKeys objectValues pickZones range sort split toLogicalZones toPhysicalZones',
  object:
    'buildUri createObject deployment groupBy mapValues parseCidr parseUri resourceGroup shallowMerge subscription tenant toObject',
};
const either: Readonly<Record<string, readonly BasicType[]>> = {
  concat: ['string', 'array'],
  intersection: ['array', 'object'],
  skip: ['string', 'array'],
  take: ['string', 'array'],
  union: ['array', 'object'],
};
const known = new Map<string, readonly BasicType[]>([
  ...Object.entries(byType).flatMap(([type, names]) =>
    names.split(/\s+/).map((name) => [name, [type as BasicType]] as const),
  ),
  ...Object.entries(either),
]);

/** What a Bicep function can return; nothing when that depends on what it is given, or the function is not known. */
export function returnTypes(fn: string): readonly BasicType[] | undefined {
  return known.get(fn);
}
