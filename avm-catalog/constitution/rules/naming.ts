import { untagged } from '../../azure/taggable.ts';
import type { MandatoryTagsParameters } from '../../kernel/rule-parameters.ts';
import { acceptedNames } from './naming-checks.ts';
import { globallyNamed, named, namesByPattern, uniqueNames } from './name-pattern-checks.ts';
import { namePatternDefaults, type NamePatternParameters } from './name-pattern.ts';
import { namePatternSchema } from './name-pattern-schema.ts';
import { taggable, tagged } from './operations-checks.ts';
import { rule, ruleWith, type RuleDefinition } from '../rule.ts';
import { anyResource } from '../subject.ts';
import { ownValue } from '../../../src/bicep/own.ts';
import { azure } from '../sources.ts';

export const environmentTag = 'env';

export const naming: readonly RuleDefinition[] = [
  ruleWith<NamePatternParameters>({
    id: 'NAM-001',
    category: 'naming',
    title: 'Naming convention',
    level: 'must',
    parameters: {
      schema: namePatternSchema,
      defaults: namePatternDefaults,
      unwritten: ['globalPattern', 'computerName', 'uniqueLength', 'regionCodes', 'environmentCodes'],
    },
    statement: ({ pattern: is }) =>
      `The workload MUST name resources by the pattern ${is}, with the abbreviations of the Cloud Adoption Framework, and within the rules of each type.`,
    rationale:
      'Consistent names show the workload, environment, and region of a resource in logs, bills, and the portal.',
    source: azure(
      'Define your naming convention',
      'cloud-adoption-framework/ready/azure-best-practices/resource-naming',
    ),
    shapes: 'Variables compute the common parts of all names. The README has an example for each type.',
    exceptions: [
      {
        what: 'Region, instance, and the end of the workload in globally unique names',
        why: 'their types allow few characters; globalPattern can have a pattern of its own',
      },
      {
        what: 'The environment in globally unique names without room for it',
        why: 'the computed part differs by environment too',
      },
      { what: 'Separators and capitals', why: 'some types allow other separators, none, or only lowercase' },
      {
        what: 'Private endpoints and their network interfaces',
        why: 'they have the name of the resource that they connect to',
      },
    ],
    appliesTo: [named],
    check: namesByPattern,
  }),
  rule({
    id: 'NAM-002',
    category: 'naming',
    title: 'Globally unique names',
    level: 'must',
    statement: () =>
      'The workload MUST end globally unique names with a suffix that is computed from the resource group and never truncated.',
    rationale:
      'All Azure customers share the names of storage accounts and key vaults. A computed suffix avoids conflicts.',
    source: azure('Naming rules and restrictions', 'azure-resource-manager/management/resource-name-rules'),
    shapes: 'Only the workload part of a name is shortened.',
    appliesTo: [globallyNamed],
    check: (estate, _, view) => uniqueNames(estate, view),
  }),
  rule({
    id: 'NAM-003',
    category: 'naming',
    title: 'Valid resource names',
    level: 'must',
    elsewhere: {
      psrule: [
        'Azure.KeyVault.Name',
        'Azure.NIC.Name',
        'Azure.NSG.Name',
        'Azure.Storage.Name',
        'Azure.VM.Name',
        'Azure.VNET.Name',
      ],
    },
    statement: () =>
      'The workload MUST use resource and computer names of the length and characters that their type allows, where the catalog has rules for the type.',
    rationale: 'Azure rejects an invalid name only during the deployment, when other resources already exist.',
    source: azure('Naming rules and restrictions', 'azure-resource-manager/management/resource-name-rules'),
    shapes: 'Names are shortened to fit their type.',
    appliesTo: [anyResource],
    check: acceptedNames,
  }),
  ruleWith<MandatoryTagsParameters>({
    id: 'TAG-001',
    category: 'tags',
    title: 'Mandatory tags',
    level: 'must',
    elsewhere: {
      psrule: ['Azure.Resource.RequiredTags', 'Azure.Resource.UseTags'],
      policy: ['Require a tag on resources'],
    },
    parameters: {
      schema: (z) =>
        z.strictObject({
          names: z
            .array(
              z
                .string()
                .regex(
                  /^[A-Za-z][\w .:-]{0,127}$/,
                  'must begin with a letter and contain only letters, digits, spaces, and . : - _',
                ),
            )
            .min(1)
            .max(15),
        }),
      defaults: { names: ['owner', 'costCenter', environmentTag, 'application'] },
    },
    statement: ({ names }) =>
      `The workload MUST tag every resource of a type that supports tags with ${names.join(', ')}. Types whose modules pass no tags on, such as backup policies and backups, aren’t covered.`,
    rationale:
      'Tags connect a resource with its owner, budget, and environment, which cost reports and incident response need.',
    source: azure(
      'Define your tagging strategy',
      'cloud-adoption-framework/ready/azure-best-practices/resource-tagging',
    ),
    shapes: 'All modules get the same tags.',
    appliesTo: [taggable],
    exceptions: untagged.map((what) => ({ what, why: 'its module doesn’t pass tags on' })),
    check: (estate, { names }) => tagged(estate, names),
    breaks: (view, { names }) =>
      names
        .filter((name) => name !== environmentTag && !ownValue(view.tags, name))
        .map((name) => ({ answer: `/tags.${name}`, what: `the tag ${name} has no value`, instead: `tags.${name}=…` })),
  }),
];
