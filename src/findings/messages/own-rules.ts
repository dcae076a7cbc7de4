import { meant } from './answer-words.ts';
import type { Lists, Numbers, Templates, Texts } from './message.ts';

const written = {
  'own-rule-id': ({ id }: Texts<'id'>) => ({
    message: `"${id}" cannot be the id of a rule`,
    remedy: 'Write two to five capital letters, a hyphen and three digits, such as ORG-001.',
  }),
  'own-rule-taken': ({ id, letters, known }: Texts<'id' | 'letters'> & Lists<'known'>) => ({
    message: `${id} cannot be the id of a rule of your own: the letters ${letters} have a meaning already`,
    remedy: `Take letters of your own, such as ORG; these are taken: ${known.join(', ')}.`,
  }),
  'own-rules-too-many': ({ count, most }: Numbers<'count' | 'most'>) => ({
    message: `${count} rules of your own are more than a workspace takes`,
    remedy: `Keep ${most} at most.`,
  }),
  'own-rule-unknown': ({ id, nearest }: Texts<'id'> & Partial<Texts<'nearest'>>) => ({
    message: `There is no rule ${id} of your own`,
    remedy: meant(nearest, 'Write it into avm.yaml, under constitution.own, and run avm render.'),
  }),
  'own-rule-open': () => ({
    message: 'The rule does not say what must hold',
    remedy: 'Add must, with a condition; or count, with how many of the resources there must be.',
  }),
  'own-rule-attested': ({ key }: Texts<'key'>) => ({
    message: `A rule with 'attest' has no '${key}': a person attests it, and nothing evaluates it`,
    remedy: `Remove '${key}', or remove 'attest'.`,
  }),
  'attestation-missing': ({ rule, title }: Texts<'rule' | 'title'>) => ({
    message: `${rule} (${title}) isn't attested`,
    remedy: `Do what 'constitution.own.${rule}.attest.how' says, then run: avm set ${rule}.attest.by=NAME ${rule}.attest.on=YYYY-MM-DD`,
  }),
  'own-rule-large': ({ most, what }: Texts<'what'> & Numbers<'most'>) => ({
    message: `A condition of this rule has more than ${most} ${what}`,
    remedy: 'Make two rules of it.',
  }),
  'type-syntax': ({ type, nearest }: Texts<'type'> & Partial<Texts<'nearest'>>) => ({
    message: `"${type}" is no type of resource`,
    remedy: meant(nearest, 'Write provider and type, such as Microsoft.Compute/disks, or * for all.'),
  }),
  'type-unknown': ({ type, nearest }: Texts<'type' | 'nearest'>) => ({
    message: `The catalog knows no type "${type}"`,
    remedy: `Did you mean ${nearest}?`,
  }),
  'path-syntax': ({ path }: Texts<'path'>) => ({
    message: `"${path}" is no path`,
    remedy:
      "Write names with dots between, such as properties.sku.name; list[*] for each item; tags['a.b'] for odd names.",
  }),
  'path-many': ({ path }: Texts<'path'>) => ({
    message: `${path} leads to many values`,
    remedy: 'Write every instead of path where each of them must, or some where one of them must.',
  }),
  'path-one': ({ path, key }: Texts<'path' | 'key'>) => ({
    message: `${path} leads to one value, and ${key} wants the items of a list`,
    remedy: 'Put [*] after the list, or write path instead.',
  }),
  'bounds-none': () => ({ message: 'This gives no number', remedy: 'Add atLeast, atMost or both.' }),
  'bounds-crossed': ({ atLeast, atMost }: Numbers<'atLeast' | 'atMost'>) => ({
    message: `Nothing is ${atLeast} or more and ${atMost} or fewer`,
    remedy: 'Let atLeast be no more than atMost.',
  }),
} satisfies Templates;

const conditions = {
  'condition-empty': () => ({
    message: 'The condition is empty',
    remedy: 'Add path, every or some with what must be true of it; or all, any, none, not or related.',
  }),
  'condition-subject': ({ key }: Texts<'key'>) => ({
    message: `${key} has nothing to look at`,
    remedy: 'Add path beside it, such as path: properties.diskSizeGB; or every or some for the items of a list.',
  }),
  'condition-open': ({ key, path }: Texts<'key' | 'path'>) => ({
    message: `Nothing is said of ${path}`,
    remedy: `Add beside ${key} what must be true: equals, in, like, atLeast, exists, holds and so on.`,
  }),
  'condition-mixed': ({ key, other }: Texts<'key' | 'other'>) => ({
    message: `One condition cannot have both ${other} and ${key}`,
    remedy: 'Make two conditions of it, in a list under all or any.',
  }),
  'condition-stray': ({ key, other }: Texts<'key' | 'other'>) => ({
    message: `${key} does not go with ${other}`,
    remedy:
      key === 'where'
        ? 'It goes with every and some, and with related inside its map.'
        : 'Give it a condition of its own, with a path.',
  }),
  'related-path': ({ by }: Texts<'by'>) => ({
    message: `${by} does not say where the id stands`,
    remedy: 'Add path beside it, such as path: properties.subnet.id.',
  }),
  'related-pathless': ({ by }: Texts<'by'>) => ({
    message: `${by} takes no path: ids alone say what is tied`,
    remedy: 'Take path out, or write by: reference or by: referencedBy.',
  }),
} satisfies Templates;

const held = {
  'constitution/untold': ({ rule, title, what }: Texts<'rule' | 'title' | 'what' | 'instead'>) => ({
    message: `${rule} (${title}) is not evaluated: ${what}`,
    remedy: 'Check it once it is deployed, or use a value that is known before.',
  }),
  'constitution/idle': ({
    rule,
    title,
    type,
    fits,
    nearest,
  }: Texts<'rule' | 'title' | 'type' | 'fits'> & Partial<Texts<'nearest'>>) => ({
    message: `${rule} (${title}) looks at nothing: no environment has ${type}${fits === 'yes' ? ' that fits its where' : ''}`,
    remedy: meant(nearest, 'Correct its type or its where; or leave it, where it waits for what is not built yet.'),
  }),
  'constitution/dead-path': ({
    rule,
    path,
    type,
    nearest,
  }: Texts<'rule' | 'path' | 'type'> & Partial<Texts<'nearest'>>) => ({
    message: `${rule} asks for ${path}, which no ${type} here has`,
    remedy: meant(nearest, 'Correct the path; or say that it may be missing, with any and exists: false.'),
  }),
} satisfies Templates;

/** Findings about rules of one's own. */
export const ownRules = { ...written, ...conditions, ...held };
