import { duplicates } from '../../avm-catalog/kernel/duplicates.ts';
import type { Answers } from '../answers/answers.ts';
import type { Finding } from '../findings/finding.ts';
import type { Spec } from './spec.ts';

/**
 * Tags that one map alone does not show to be the same to Azure: of the constitution, of all environments, of one of them.
 * Source: azure-docs azure-resource-manager/management/tag-resources.md, "Tag names are case-insensitive for operations".
 */
export function checkTags({ tagNames }: Spec, answers: Answers): readonly Finding[] {
  return duplicates(tagNames).map(({ value, first }) => {
    const earlier = tagNames[first] ?? '';
    const place =
      inEnvironment(value, answers) ??
      inEnvironment(earlier, answers) ??
      ofAll(value, answers) ??
      ofAll(earlier, answers);
    return {
      code: 'tag-invalid',
      severity: 'error',
      where: { file: 'avm.yaml', answer: place ?? 'constitution.rules.TAG-001.names' },
      ids: ['TAG-001'],
      args: { tag: value, why: `${earlier} is the same tag to Azure` },
    };
  });
}

/** A name that one environment has is likelier the slip than one of all. */
function inEnvironment(tag: string, { environments }: Answers): string | undefined {
  const own = Object.entries(environments).find(([, one]) => Object.hasOwn(one.tags ?? {}, tag));
  return own && `environments.${own[0]}.tags.${tag}`;
}

function ofAll(tag: string, { tags }: Answers): string | undefined {
  return Object.hasOwn(tags, tag) ? `tags.${tag}` : undefined;
}
