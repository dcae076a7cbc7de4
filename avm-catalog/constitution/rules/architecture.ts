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
import { azure, azureVerifiedModules } from '../sources.ts';

export const architecture: readonly RuleDefinition[] = [
  rule({
    id: 'ARC-001',
    category: 'modules',
    title: 'Bicep only',
    level: 'must',
    statement: () => 'The workspace MUST declare infrastructure only in Bicep.',
    rationale: 'With one declarative language, one toolchain validates everything that is deployed.',
    source: azure('Bicep', 'azure-resource-manager/bicep/overview'),
    shapes: 'Only main.bicep and a parameter file for each environment are deployed.',
    inspect: bicepOnly,
  }),
  rule({
    id: 'ARC-002',
    category: 'modules',
    title: 'Azure Verified Modules',
    level: 'must',
    statement: () =>
      'The template MUST deploy each resource type through its Azure Verified Module. A native resource is used only where there’s no module, and its reason is recorded.',
    rationale: 'Azure Verified Modules follow common specifications, are tested, and have named owners.',
    source: azureVerifiedModules,
    wish: nativeInstead,
    shapes: 'A comment on each native resource gives its reason.',
    inspect: modulesWhereThereAre,
  }),
  rule({
    id: 'ARC-003',
    category: 'modules',
    title: 'Pinned module versions',
    level: 'must',
    statement: () => 'The template MUST be composed of modules that are each pinned to one published version.',
    rationale:
      'A pinned version gives the same deployment tomorrow as today. An update is a change that somebody reviews.',
    wish: unpinned,
    shapes:
      'Every module reference has a full version. A module that is used several times is declared once, in a loop.',
    exceptions: [
      {
        what: 'Bicep files of the workspace',
        why: 'they have the version of the workspace, and the modules that they use are pinned',
      },
    ],
    inspect: pinnedVersions,
  }),
  rule({
    id: 'ARC-004',
    category: 'modules',
    title: 'Secure module defaults',
    level: 'should',
    statement: () =>
      'The template SHOULD keep each secure default that the catalog lists for a module, unless a reason is recorded.',
    rationale:
      'Module authors choose these defaults for security. A change without a reason can’t be told from a mistake.',
    shapes: 'Modules keep their secure defaults. avm rules ARC-004 lists the exceptions, each with its reason.',
    exceptions: givenUp.map(({ module, parameter, symbol, why }) => ({
      what: `${parameter} of ${symbol === undefined ? module : `${symbol} (${module})`}`,
      why,
    })),
    inspect: defaultsKept,
  }),
  rule({
    id: 'ARC-005',
    category: 'modules',
    title: 'Values by environment',
    level: 'should',
    statement: () =>
      'The template SHOULD have neither parameter defaults nor address ranges, so that each parameter file states all values of its environment.',
    rationale:
      'A default that one environment overrides and another doesn’t is a difference that no parameter file shows.',
    shapes: 'Every parameter file sets every parameter, and the template contains no address range.',
    inspect: valuesByEnvironment,
  }),
  rule({
    id: 'ARC-006',
    category: 'modules',
    title: 'References by name',
    level: 'should',
    statement: () => 'The template SHOULD refer to an item of a list by its name, and not by its position.',
    rationale:
      'When an item is added or removed, positions shift, and a reference by position then points to another resource.',
    shapes: 'Resource IDs are computed from names.',
    inspect: nothingByPlace,
  }),
];
