import { givenUp } from '../../azure/secure-defaults.ts';
import { rule, type RuleDefinition } from '../rule.ts';
import {
  bicepOnly,
  defaultsKept,
  modulesWhereThereAre,
  nothingByPlace,
  pinnedVersions,
  valuesByEnvironment,
} from './architecture-checks.ts';
import { nativeInstead, unpinned } from './wishes.ts';

export const architecture: readonly RuleDefinition[] = [
  rule({
    id: 'ARC-001',
    category: 'modules',
    title: 'Bicep only',
    level: 'must',
    statement: () => 'Infrastructure is declared in Bicep and in nothing else.',
    shapes: 'One main.bicep and a parameter file for each environment are all that is deployed.',
    inspect: bicepOnly,
  }),
  rule({
    id: 'ARC-002',
    category: 'modules',
    title: 'Azure Verified Modules',
    level: 'must',
    statement: () =>
      'A resource type that has an Azure Verified Module is made by it; a native resource is used only where there is none, with the reason recorded.',
    wish: nativeInstead,
    shapes: 'Each native resource carries its reason in a comment.',
    inspect: modulesWhereThereAre,
  }),
  rule({
    id: 'ARC-003',
    category: 'modules',
    title: 'Modular, with pinned versions',
    level: 'must',
    statement: () => 'The solution is composed of modules, each pinned to one published version.',
    wish: unpinned,
    shapes: 'Every module reference names a full version; a module used several times is declared once, in a loop.',
    inspect: pinnedVersions,
  }),
  rule({
    id: 'ARC-004',
    category: 'modules',
    title: 'Secure defaults of modules',
    level: 'should',
    statement: () => 'No secure default that the catalog lists for a module is given up without a recorded reason.',
    shapes:
      'Modules keep their secure defaults; avm rules ARC-004 lists those that are given up, each with its reason.',
    exceptions: givenUp.map(({ module, parameter, why }) => ({ what: `${parameter} of ${module}`, why })),
    inspect: defaultsKept,
  }),
  rule({
    id: 'ARC-005',
    category: 'modules',
    title: 'Values by environment',
    level: 'should',
    statement: () =>
      'Parameters have no defaults, and ranges of addresses are parameters, so that the file of an environment says all that is its own.',
    shapes: 'Every parameter has a value in every parameter file; the template holds no range.',
    inspect: valuesByEnvironment,
  }),
  rule({
    id: 'ARC-006',
    category: 'modules',
    title: 'Nothing by its place in a list',
    level: 'should',
    statement: () => 'No resource is attached to an item of a list by the place it has there.',
    shapes: 'IDs are computed from names.',
    inspect: nothingByPlace,
  }),
];
