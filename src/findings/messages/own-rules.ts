import { meant } from './answer-words.ts';
import type { Lists, Numbers, Templates, Texts } from './message.ts';

const written = {
  'own-rule-id': ({ id }: Texts<'id'>) => ({
    message: `'${id}' is not a valid rule ID`,
    remedy: 'Write two to five capital letters, a hyphen, and three digits, such as ORG-001.',
  }),
  'own-rule-taken': ({ id, letters, known }: Texts<'id' | 'letters'> & Lists<'known'>) => ({
    message: `${id} cannot be the ID of a custom rule: the prefix ${letters} is reserved`,
    remedy: `Use another prefix, such as ORG. Reserved prefixes: ${known.join(', ')}.`,
  }),
  'own-rules-too-many': ({ count, most }: Numbers<'count' | 'most'>) => ({
    message: `There are ${count} custom rules, and a workspace has at most ${most}`,
    remedy: `Remove some until ${most} are left.`,
  }),
  'own-rule-unknown': ({ id, nearest }: Texts<'id'> & Partial<Texts<'nearest'>>) => ({
    message: `There is no custom rule ${id}`,
    remedy: meant(nearest, 'Add it to avm.yaml, under constitution.own, and run: avm render'),
  }),
  'own-rule-open': () => ({
    message: 'The rule has no condition',
    remedy: 'Add must with a condition, count with the number of resources, or aggregate with a sum.',
  }),
  'own-rule-declarations': ({ key }: Texts<'key'>) => ({
    message: `A rule with 'declarations' has no '${key}': main.bicep is the same for all environments and resources`,
    remedy: `Remove '${key}', or write a rule with 'resources'.`,
  }),
  'aggregate-none': () => ({
    message: 'The aggregate has no path of numbers',
    remedy: 'Add sum, average, min, or max with a path, such as sum: properties.diskSizeGB.',
  }),
  'aggregate-mixed': ({ key, other }: Texts<'key' | 'other'>) => ({
    message: `An aggregate cannot have both '${other}' and '${key}'`,
    remedy: 'Split it into two rules.',
  }),
  'setting-unknown': ({ path, nearest }: Texts<'path'> & Partial<Texts<'nearest'>>) => ({
    message: `There is no setting '${path}' that a rule can read`,
    remedy: meant(nearest, 'To list all settings, run: avm schema'),
  }),
  'own-rule-attested': ({ key }: Texts<'key'>) => ({
    message: `A rule with 'attest' has no '${key}': a person attests it, and nothing evaluates it`,
    remedy: `Remove '${key}', or remove 'attest'.`,
  }),
  'attestation-missing': ({ rule, title }: Texts<'rule' | 'title'>) => ({
    message: `${rule} (${title}) isn't attested`,
    remedy: `Do what 'constitution.own.${rule}.attest.how' says, then run: avm set ${rule}.attest.by=NAME ${rule}.attest.on=YYYY-MM-DD`,
  }),
  'attestation-expired': ({ rule, title, until }: Texts<'rule' | 'title' | 'until'>) => ({
    message: `The attestation of ${rule} (${title}) expired on ${until}`,
    remedy: `Do what 'constitution.own.${rule}.attest.how' says, then run: avm set ${rule}.attest.by=NAME ${rule}.attest.on=YYYY-MM-DD`,
  }),
  'attestation-expiring': ({ rule, title, until }: Texts<'rule' | 'title' | 'until'>) => ({
    message: `The attestation of ${rule} (${title}) expires on ${until}`,
    remedy: `Attest it again by then: avm set ${rule}.attest.by=NAME ${rule}.attest.on=YYYY-MM-DD`,
  }),
  'own-rule-large': ({ most, what }: Texts<'what'> & Numbers<'most'>) => ({
    message: `A condition of this rule has more than ${most} ${what}`,
    remedy: 'Split it into two rules.',
  }),
  'type-syntax': ({ type, nearest }: Texts<'type'> & Partial<Texts<'nearest'>>) => ({
    message: `'${type}' is not a resource type`,
    remedy: meant(nearest, 'Write the provider and the type, such as Microsoft.Compute/disks, or * for all.'),
  }),
  'type-unknown': ({ type, nearest }: Texts<'type' | 'nearest'>) => ({
    message: `The catalog has no resource type '${type}'`,
    remedy: `Did you mean ${nearest}?`,
  }),
  'path-syntax': ({ path }: Texts<'path'>) => ({
    message: `'${path}' is not a path`,
    remedy:
      "Join names with dots, such as properties.sku.name. Use list[*] for each item, and tags['a.b'] for names with a dot.",
  }),
  'path-many': ({ path }: Texts<'path'>) => ({
    message: `'${path}' has many values`,
    remedy: 'Instead of path, write every if all values must comply, or some if one must.',
  }),
  'path-one': ({ path, key }: Texts<'path' | 'key'>) => ({
    message: `'${path}' has one value, and '${key}' requires the items of a list`,
    remedy: `Add [*] after the list, or write path instead of ${key}.`,
  }),
  'operand-range': ({ range }: Texts<'range'>) => ({
    message: `'${range}' is not an IPv4 address range`,
    remedy: 'Write it in CIDR notation, such as 10.20.0.0/16, or as an address. IPv6 is not supported.',
  }),
  'reference-none': () => ({
    message: 'The map does not say where the value comes from',
    remedy: 'Add path, resource, or setting, such as path: tags.owner.',
  }),
  'reference-mixed': ({ key, other }: Texts<'key' | 'other'>) => ({
    message: `A value cannot come from both '${other}' and '${key}'`,
    remedy: `Remove one of them.`,
  }),
  'reference-many': ({ path }: Texts<'path'>) => ({
    message: `'${path}' has many values, and this comparison takes one`,
    remedy: 'Use it with in, notIn, within, or overlaps, or write the path of one value.',
  }),
  'bounds-none': () => ({ message: 'The number is missing', remedy: 'Add atLeast, atMost, or both.' }),
  'bounds-crossed': ({ atLeast, atMost }: Numbers<'atLeast' | 'atMost'>) => ({
    message: `No number is at least ${atLeast} and at most ${atMost}`,
    remedy: 'Set atLeast to atMost or less.',
  }),
} satisfies Templates;

const conditions = {
  'condition-empty': () => ({
    message: 'The condition is empty',
    remedy: 'Add path, every, or some with a comparison, or add all, any, none, not, or related.',
  }),
  'condition-subject': ({ key }: Texts<'key'>) => ({
    message: `'${key}' has no path`,
    remedy: 'Add a path, such as path: properties.diskSizeGB, or every or some for the items of a list.',
  }),
  'condition-open': ({ key, path }: Texts<'key' | 'path'>) => ({
    message: `'${path}' has no comparison`,
    remedy: `Add a comparison to ${key}, such as equals, in, like, atLeast, exists, or holds.`,
  }),
  'condition-mixed': ({ key, other }: Texts<'key' | 'other'>) => ({
    message: `A condition cannot have both '${other}' and '${key}'`,
    remedy: 'Split it into two conditions in a list under all or any.',
  }),
  'condition-stray': ({ key, other }: Texts<'key' | 'other'>) => ({
    message: `'${key}' cannot be used with '${other}'`,
    remedy:
      key === 'where'
        ? 'Use it with every or some, or inside the map of related.'
        : 'Move it to a separate condition with a path.',
  }),
  'related-path': ({ by }: Texts<'by'>) => ({
    message: `'${by}' has no path to the ID`,
    remedy: 'Add a path, such as path: properties.subnet.id.',
  }),
  'related-pathless': ({ by }: Texts<'by'>) => ({
    message: `'${by}' cannot have a path, because it compares resource IDs`,
    remedy: 'Remove path, or write by: reference or by: referencedBy.',
  }),
} satisfies Templates;

const held = {
  'constitution/untold': ({ rule, title, what }: Texts<'rule' | 'title' | 'what' | 'instead'>) => ({
    message: `${rule} (${title}) is not evaluated: ${what}`,
    remedy: 'Check it after the deployment, or use a value that is known before.',
  }),
  'constitution/idle': ({
    rule,
    title,
    type,
    fits,
    nearest,
  }: Texts<'rule' | 'title' | 'type' | 'fits'> & Partial<Texts<'nearest'>>) => ({
    message: `${rule} (${title}) is not applicable: no environment has ${type}${fits === 'yes' ? ' that the rule selects' : ''}`,
    remedy: meant(nearest, 'Correct the type or where of the rule. If the resources will be added later, ignore this.'),
  }),
  'constitution/idle-template': ({ rule, title, kind }: Texts<'rule' | 'title' | 'kind'>) => ({
    message: `${rule} (${title}) is not applicable: main.bicep has no ${kind} that the rule selects`,
    remedy: 'Correct the kind or where of the rule. If the declarations will be added later, ignore this.',
  }),
  'constitution/dead-path': ({
    rule,
    path,
    type,
    nearest,
  }: Texts<'rule' | 'path' | 'type'> & Partial<Texts<'nearest'>>) => ({
    message: `${rule} evaluates '${path}', which no ${type} here has`,
    remedy: meant(nearest, 'Correct the path, or allow it to be missing with any and exists: false.'),
  }),
} satisfies Templates;

/** Findings about custom rules. */
export const ownRules = { ...written, ...conditions, ...held };
