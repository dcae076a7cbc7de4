import type * as zod from 'zod';
import { strictestTagNameLength, tagLimits, tagProblem } from '../../avm-catalog/azure/tags.ts';
import type { Zod } from '../../avm-catalog/kernel/context.ts';
import { environmentTag } from '../../avm-catalog/constitution/rules/naming.ts';
import { refusal } from './refusal.ts';

export function tagsSchema(z: Zod): zod.ZodType<Readonly<Record<string, string>>> {
  const { count: most, valueLength } = tagLimits();
  return z.record(z.string(), z.string().min(1).max(valueLength)).superRefine((tags, context) => {
    const names = Object.keys(tags);
    // One of them is the environment's own.
    if (names.length >= most) context.addIssue(refusal('tags-too-many', [], { count: names.length, most: most - 1 }));
    for (const name of names) {
      if (name.toLowerCase() === environmentTag)
        context.addIssue(refusal('tag-environment', [name], { tag: name }, true));
      const why = problemOf(name) ?? twin(name, names);
      if (why !== undefined) context.addIssue(refusal('tag-invalid', [name], { tag: name, why }, true));
    }
  });
}

function problemOf(name: string): string | undefined {
  const problem = tagProblem(name, '');
  if (problem?.kind === 'empty-name') return 'its name is empty';
  if (problem?.kind === 'characters') return `its name holds ${problem.characters.join(' ')}`;
  // A template reads such a key as an expression, wherever it is escaped (tried with the compiler’s prediction).
  if (name.startsWith('[')) return 'its name begins with [, which a template reads as an expression';
  if (problem?.kind === 'reserved') return `Azure reserves names that begin with ${problem.prefix}`;
  if (name.length > strictestTagNameLength)
    return `its name has ${name.length} characters, and ${strictestTagNameLength} are allowed`;
  return name.trim() === name ? undefined : 'its name begins or ends with a space';
}

/** Azure does not tell names of tags apart by case. */
function twin(name: string, names: readonly string[]): string | undefined {
  const first = names.find((other) => other.toLowerCase() === name.toLowerCase());
  return first === undefined || first === name ? undefined : `${first} is the same tag to Azure`;
}
