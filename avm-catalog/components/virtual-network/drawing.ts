import { ownValue } from '../../../src/bicep/own.ts';
import type { Draw, Subnet } from '../../kernel/drawing.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { fixedNames, qualifiers, subnetId } from './subnet-names.ts';

export const drawing: Draw = (side, workspace) => ({
  network: {
    id: 'network',
    title: 'Virtual network',
    name: side.names['virtualNetwork'] ?? '',
    range: side.core.network.addressSpace,
    subnets: subnetsOf(side, workspace),
  },
});

function subnetsOf(side: Environment, workspace: DocumentedWorkspace): readonly Subnet[] {
  const ranges = ownValue(workspace.valuesOf('subnetPrefixes'), side.environment) as
    | Readonly<Record<string, string>>
    | undefined;
  return Object.entries(ranges ?? {})
    .filter(([key]) => key !== 'bastion' || workspace.isIn('bastion', side))
    .map(([key, range]) => ({ key, id: idOf(key), name: nameOf(key, side), range }));
}

function nameOf(key: string, { names }: Environment): string {
  return (
    ownValue(fixedNames as Readonly<Record<string, string>>, key) ?? ownValue(names, ownValue(subnetId, key)) ?? key
  );
}

function idOf(key: string): string {
  const word = ownValue(qualifiers, key) ?? key;
  return `subnet${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
