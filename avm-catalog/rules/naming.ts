import { acceptedNames } from './naming-checks.ts';
import {
  globallyNamed,
  named,
  namesByPattern,
  uniqueNames,
  type NamePatternParameters,
} from './name-pattern-checks.ts';
import { taggable, tagged, untagged } from './operations-checks.ts';
import { rule, ruleWith, type RuleDefinition } from '../rule.ts';
import { anyResource } from '../subject.ts';

export type { NamePatternParameters } from './name-pattern-checks.ts';

export interface MandatoryTagsParameters {
  readonly names: readonly string[];
}

export const environmentTag = 'env';

/** Type first or last; workload and environment once each; region and instance as wanted. */
const pattern =
  /^(\{type\}-(?=.*\{workload\})(?=.*\{environment\})(\{(workload|environment|region|instance)\}(-|$)){2,4}|(?=.*\{workload\})(?=.*\{environment\})(\{(workload|environment|region|instance)\}-){2,4}\{type\})$/;

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
            .regex(
              pattern,
              'must begin or end with {type} and hold {workload} and {environment}, further {region} and {instance}, joined by hyphens',
            ),
          instance: z.string().regex(/^[0-9]{2,3}$/, 'must be two or three digits'),
        }),
      defaults: { pattern: '{type}-{workload}-{environment}-{region}-{instance}', instance: '001' },
    },
    statement: ({ pattern: is }) =>
      `Names follow the pattern ${is}, with the abbreviations of the Cloud Adoption Framework and each type’s own length and characters.`,
    shapes:
      'All names are computed once, in one variable, and checked for each environment before anything is written.',
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
    shapes: 'The workload’s part is shortened where a name would be too long; the unique part stays whole.',
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
    shapes: 'Names are shortened to what their type allows, and checked for each environment.',
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
      `Every resource of a type that takes tags has ${names.join(', ')}, but for backup policies and backups, whose modules pass no tags on.`,
    shapes: 'One shared tags value is given to every module.',
    appliesTo: [taggable],
    exceptions: untagged.map((what) => ({ what, why: 'its module passes no tags on' })),
    check: (estate, { names }) => tagged(estate, names),
    breaks: (view, { names }) =>
      names
        .filter((name) => name !== environmentTag && !view.tags[name])
        .map((name) => ({ answer: `/tags.${name}`, what: `the tag ${name} has no value`, instead: `tags.${name}=…` })),
  }),
];
