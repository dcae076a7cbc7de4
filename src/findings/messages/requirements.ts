import type { Lists, Templates, Texts } from './message.ts';
import { isOne, list } from './words.ts';

/** Findings about requirements without an implementation, and components without a requirement. */
export const reasons = {
  'requirement-unsatisfied': ({ id, off }: Texts<'id'> & Lists<'off'>) => ({
    message: `Nothing satisfies ${id}${list(off) === '' ? '' : `: ${list(off)} ${isOne(off) ? 'is' : 'are'} off in every environment`}`,
    remedy: 'In satisfiedBy, name the components or rules that implement it, or the task that a person does.',
  }),
  'story-for-nothing': ({ id }: Texts<'id'>) => ({
    message: `The story ${id} has no requirement`,
    remedy: `Add story: ${id} to a functional requirement, or remove the story and add its ID to requirements.retired.`,
  }),
  'exists-for-nothing': ({
    component,
    title,
    serves,
    change,
  }: Texts<'component' | 'title'> & Lists<'serves'> & Partial<Texts<'change'>>) => ({
    message:
      serves.length === 0
        ? `${title} (${component}) implements no requirement`
        : `${title} (${component}) implements no requirement: ${list(serves)} ${isOne(serves) ? 'is' : 'are'} off or out of scope`,
    remedy:
      serves.length === 0
        ? `To state its purpose, run: avm add requirement --set statement="…" --set satisfiedBy.components=${component}`
        : change === undefined
          ? 'Name it in satisfiedBy of a requirement.'
          : `Turn it off with the setting ${change}, or name it in satisfiedBy of a requirement.`,
  }),
} satisfies Templates;

/** Findings about what requirements name. */
export const requirements = {
  'requirement-partly': ({ id, environments }: Texts<'id'> & Lists<'environments'>) => ({
    message: `Nothing satisfies ${id} in ${list(environments)}`,
    remedy: 'Turn on there what it names, or add to satisfiedBy what implements it there.',
  }),
  'requirement-off': ({ id, off }: Texts<'id'> & Lists<'off'>) => ({
    message: `${id} names ${list(off)}, which ${isOne(off) ? 'is' : 'are'} off in every environment`,
    remedy: 'Turn it on, or remove it from satisfiedBy.',
  }),
  'requirement-added': ({ id, what }: Texts<'id' | 'what'>) => ({
    message: `Added ${id}, a ${what}`,
    remedy: `To see what implements it, run: avm trace ${id}`,
  }),
  'requirement-gone': ({ id }: Texts<'id'>) => ({
    message: `${id} is no longer in avm.yaml`,
    remedy: `To keep the ID from being used again, run: avm set requirements.retired.+=${id}`,
  }),
  'requirement-story': ({ id, story, nearest }: Texts<'id' | 'story'> & Partial<Texts<'nearest'>>) => ({
    message: `${id} belongs to the story '${story}', which does not exist`,
    remedy: nearest
      ? `Did you mean ${nearest}?`
      : 'Use a story of the blueprint, such as US4, or one of requirements.stories.',
  }),
  'requirement-component': ({ id, component, nearest }: Texts<'id' | 'component'> & Partial<Texts<'nearest'>>) => ({
    message: `${id} names the component '${component}', which does not exist`,
    remedy: nearest ? `Did you mean ${nearest}?` : 'To list components, run: avm catalog components',
  }),
  'requirement-rule': ({ id, rule, nearest }: Texts<'id' | 'rule'> & Partial<Texts<'nearest'>>) => ({
    message: `${id} names the rule '${rule}', which does not exist`,
    remedy: nearest ? `Did you mean ${nearest}?` : 'To list rules, run: avm rules --all',
  }),
} satisfies Templates;
