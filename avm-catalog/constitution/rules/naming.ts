import { untagged } from '../../azure/taggable.ts';
import type { MandatoryTagsParameters } from '../../kernel/rule-parameters.ts';
import { acceptedNames } from './naming-checks.ts';
import { globallyNamed, named, namesByPattern, uniqueNames } from './name-pattern-checks.ts';
import { isNamePattern, type NamePatternParameters } from './name-pattern.ts';
import { taggable, tagged } from './operations-checks.ts';
import { rule, ruleWith, type RuleDefinition } from '../rule.ts';
import { anyResource } from '../subject.ts';
import { ownValue } from '../../../src/bicep/own.ts';

export const environmentTag = 'env';

export const naming: readonly RuleDefinition[] = [
  ruleWith<NamePatternParameters>({
    id: 'NAM-001',
    category: 'naming',
    title: 'Names by the Cloud Adoption Framework',
    level: 'must',
    parameters: {
      schema: (z) =>
        z.strictObject({
          pattern: z
            .string()
            .refine(
              isNamePattern,
              'must begin or end with {type}, contain {workload} and {environment} or {unique}, and may contain {region} and {instance}, joined by hyphens',
            ),
          instance: z.string().regex(/^[0-9]{2,3}$/, 'must be two or three digits'),
        }),
      defaults: { pattern: '{type}-{workload}-{environment}-{region}-{instance}', instance: '001' },
    },
    statement: ({ pattern: is }) =>
      `Names follow the pattern ${is}, with the abbreviations of the Cloud Adoption Framework, and fit their type.`,
    shapes: 'All names are computed in one variable.',
    appliesTo: [named],
    check: namesByPattern,
  }),
  rule({
    id: 'NAM-002',
    category: 'naming',
    title: 'Globally unique names',
    level: 'must',
    statement: () =>
      'Names that are unique in all of Azure end in a part computed from the resource group, and that part is never cut.',
    shapes: 'Only the workload’s part is shortened.',
    appliesTo: [globallyNamed],
    check: (estate, _, view) => uniqueNames(estate, view),
  }),
  rule({
    id: 'NAM-003',
    category: 'naming',
    title: 'Names that Azure accepts',
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
      'Every name, that of a computer too, has the length and the characters that its type allows, where the catalog has rules for the type.',
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
                  'must begin with a letter and hold letters, digits, spaces and . : - _ only',
                ),
            )
            .min(1)
            .max(15),
        }),
      defaults: { names: ['owner', 'costCenter', environmentTag, 'application'] },
    },
    statement: ({ names }) =>
      `Every resource of a type that takes tags has ${names.join(', ')}, but for types whose modules pass no tags on, such as backup policies and backups.`,
    shapes: 'One shared tags value is given to every module.',
    appliesTo: [taggable],
    exceptions: untagged.map((what) => ({ what, why: 'its module passes no tags on' })),
    check: (estate, { names }) => tagged(estate, names),
    breaks: (view, { names }) =>
      names
        .filter((name) => name !== environmentTag && !ownValue(view.tags, name))
        .map((name) => ({ answer: `/tags.${name}`, what: `the tag ${name} has no value`, instead: `tags.${name}=…` })),
  }),
];
