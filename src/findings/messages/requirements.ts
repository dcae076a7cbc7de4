import type { Lists, Templates, Texts } from './message.ts';
import { isOne, list } from './words.ts';

/** What nothing is there for, and what is there for nothing. */
export const reasons = {
  'requirement-unsatisfied': ({ id, off }: Texts<'id'> & Lists<'off'>) => ({
    message: `Nothing satisfies ${id}${list(off) === '' ? '' : `: ${list(off)} ${isOne(off) ? 'is' : 'are'} off in every environment`}`,
    remedy: 'Name in satisfiedBy the components or rules that do it, or as its task what a person does.',
  }),
  'story-for-nothing': ({ id }: Texts<'id'>) => ({
    message: `No requirement belongs to the story ${id}`,
    remedy: `Give a functional requirement story: ${id}, or take the story out and add its id to requirements.retired.`,
  }),
  'exists-for-nothing': ({
    component,
    title,
    serves,
    change,
  }: Texts<'component' | 'title'> & Lists<'serves'> & Partial<Texts<'change'>>) => ({
    message:
      serves.length === 0
        ? `${title} (${component}) exists for nothing: no requirement names it`
        : `${title} (${component}) exists for nothing: ${list(serves)} ${isOne(serves) ? 'is' : 'are'} off or out of scope`,
    remedy:
      serves.length === 0
        ? `Say what it is for: avm add requirement --set statement="…" --set satisfiedBy.components=${component}`
        : change === undefined
          ? 'Name it in satisfiedBy of a requirement.'
          : `Switch it off (the answer ${change}), or name it in satisfiedBy of a requirement.`,
  }),
} satisfies Templates;

/** What requirements name. */
export const requirements = {
  'requirement-partly': ({ id, environments }: Texts<'id'> & Lists<'environments'>) => ({
    message: `Nothing satisfies ${id} in ${list(environments)}`,
    remedy: 'Switch on there what it names, or name in satisfiedBy what does it there.',
  }),
  'requirement-off': ({ id, off }: Texts<'id'> & Lists<'off'>) => ({
    message: `${id} names ${list(off)}, which ${isOne(off) ? 'is' : 'are'} off in every environment`,
    remedy: 'Switch it on, or take it out of satisfiedBy.',
  }),
  'requirement-added': ({ id, what }: Texts<'id' | 'what'>) => ({
    message: `The new ${what} is ${id}`,
    remedy: `avm trace ${id} shows what is there for it.`,
  }),
  'requirement-gone': ({ id }: Texts<'id'>) => ({
    message: `${id} is no longer in avm.yaml`,
    remedy: `So that it is never given to another one: avm set requirements.retired.+=${id}`,
  }),
  'requirement-story': ({ id, story, nearest }: Texts<'id' | 'story'> & Partial<Texts<'nearest'>>) => ({
    message: `${id} belongs to ${story}, and there is no such story`,
    remedy: nearest
      ? `Did you mean ${nearest}?`
      : 'Name a story of the blueprint, such as US4, or one of requirements.stories.',
  }),
  'requirement-component': ({ id, component, nearest }: Texts<'id' | 'component'> & Partial<Texts<'nearest'>>) => ({
    message: `${id} names ${component}, and there is no such component`,
    remedy: nearest ? `Did you mean ${nearest}?` : 'avm catalog components lists all there are.',
  }),
  'requirement-rule': ({ id, rule, nearest }: Texts<'id' | 'rule'> & Partial<Texts<'nearest'>>) => ({
    message: `${id} names ${rule}, and there is no such rule`,
    remedy: nearest ? `Did you mean ${nearest}?` : 'avm rules --all lists all there are.',
  }),
} satisfies Templates;
