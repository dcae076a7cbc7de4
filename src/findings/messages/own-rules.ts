import type { MessageTemplate } from '../describe.ts';
import type { FindingArguments } from '../finding.ts';
import { list } from './words.ts';

type Argument = FindingArguments[string] | undefined;

const meant = (near: Argument, otherwise: string): string =>
  near === undefined ? otherwise : `Did you mean ${String(near)}?`;
const written: Readonly<Record<string, MessageTemplate>> = {
  'own-rule-id': ({ id }) => ({
    message: `"${id}" cannot be the id of a rule`,
    remedy: 'Write two to five capital letters, a hyphen and three digits, such as ORG-001.',
  }),
  'own-rule-taken': ({ id, letters, known }) => ({
    message: `${id} cannot be the id of a rule of your own: the letters ${letters} have a meaning already`,
    remedy: `Take letters of your own, such as ORG; these are taken: ${list(known)}.`,
  }),
  'own-rules-too-many': ({ count, most }) => ({
    message: `${count} rules of your own are more than a workspace takes`,
    remedy: `Keep ${most} at most.`,
  }),
  'own-rule-unknown': ({ id, nearest }) => ({
    message: `There is no rule ${id} of your own`,
    remedy: meant(nearest, 'Write it into avm.yaml, under constitution.own, and run avm render.'),
  }),
  'own-rule-open': () => ({
    message: 'The rule does not say what must hold',
    remedy: 'Add must, with a condition; or count, with how many of the resources there must be.',
  }),
  'own-rule-attested': ({ key }) => ({
    message: `A rule with 'attest' has no '${key}': a person attests it, and nothing evaluates it`,
    remedy: `Remove '${key}', or remove 'attest'.`,
  }),
  'attestation-missing': ({ rule, title }) => ({
    message: `${rule} (${title}) isn't attested`,
    remedy: `Do what 'constitution.own.${rule}.attest.how' says, then run: avm set ${rule}.attest.by=NAME ${rule}.attest.on=YYYY-MM-DD`,
  }),
  'own-rule-large': ({ most, what }) => ({
    message: `A condition of this rule has more than ${most} ${what}`,
    remedy: 'Make two rules of it.',
  }),
  'type-syntax': ({ type, nearest }) => ({
    message: `"${type}" is no type of resource`,
    remedy: meant(nearest, 'Write provider and type, such as Microsoft.Compute/disks, or * for all.'),
  }),
  'type-unknown': ({ type, nearest }) => ({
    message: `The catalog knows no type "${type}"`,
    remedy: `Did you mean ${String(nearest)}?`,
  }),
  'path-syntax': ({ path }) => ({
    message: `"${path}" is no path`,
    remedy:
      "Write names with dots between, such as properties.sku.name; list[*] for each item; tags['a.b'] for odd names.",
  }),
  'path-many': ({ path }) => ({
    message: `${path} leads to many values`,
    remedy: 'Write every instead of path where each of them must, or some where one of them must.',
  }),
  'path-one': ({ path, key }) => ({
    message: `${path} leads to one value, and ${key} wants the items of a list`,
    remedy: 'Put [*] after the list, or write path instead.',
  }),
  'bounds-none': () => ({ message: 'This gives no number', remedy: 'Add atLeast, atMost or both.' }),
  'bounds-crossed': ({ atLeast, atMost }) => ({
    message: `Nothing is ${atLeast} or more and ${atMost} or fewer`,
    remedy: 'Let atLeast be no more than atMost.',
  }),
};

const conditions: Readonly<Record<string, MessageTemplate>> = {
  'condition-empty': () => ({
    message: 'The condition is empty',
    remedy: 'Add path, every or some with what must be true of it; or all, any, none, not or related.',
  }),
  'condition-subject': ({ key }) => ({
    message: `${key} has nothing to look at`,
    remedy: 'Add path beside it, such as path: properties.diskSizeGB; or every or some for the items of a list.',
  }),
  'condition-open': ({ key, path }) => ({
    message: `Nothing is said of ${path}`,
    remedy: `Add beside ${key} what must be true: equals, in, like, atLeast, exists, holds and so on.`,
  }),
  'condition-mixed': ({ key, other }) => ({
    message: `One condition cannot have both ${other} and ${key}`,
    remedy: 'Make two conditions of it, in a list under all or any.',
  }),
  'condition-stray': ({ key, other }) => ({
    message: `${key} does not go with ${other}`,
    remedy:
      key === 'where'
        ? 'It goes with every and some, and with related inside its map.'
        : 'Give it a condition of its own, with a path.',
  }),
  'related-path': ({ by }) => ({
    message: `${by} does not say where the id stands`,
    remedy: 'Add path beside it, such as path: properties.subnet.id.',
  }),
  'related-pathless': ({ by }) => ({
    message: `${by} takes no path: ids alone say what is tied`,
    remedy: 'Take path out, or write by: reference or by: referencedBy.',
  }),
};

const held: Readonly<Record<string, MessageTemplate>> = {
  'constitution/untold': ({ rule, title, what }) => ({
    message: `${rule} (${title}) is not evaluated: ${what}`,
    remedy: 'Check it once it is deployed, or use a value that is known before.',
  }),
  'constitution/idle': ({ rule, title, type, fits, nearest }) => ({
    message: `${rule} (${title}) looks at nothing: no environment has ${type}${fits === 'yes' ? ' that fits its where' : ''}`,
    remedy: meant(nearest, 'Correct its type or its where; or leave it, where it waits for what is not built yet.'),
  }),
  'constitution/dead-path': ({ rule, path, type, nearest }) => ({
    message: `${rule} asks for ${path}, which no ${type} here has`,
    remedy: meant(nearest, 'Correct the path; or say that it may be missing, with any and exists: false.'),
  }),
};

/** Findings about rules of one's own. */
export const ownRules: Readonly<Record<string, MessageTemplate>> = { ...written, ...conditions, ...held };
