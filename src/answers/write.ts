import { components } from '../../avm-catalog/components/index.ts';
import { namedKey } from '../../avm-catalog/kernel/core.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';
import type { Answers } from './answers.ts';
import { asWritten } from './as-written.ts';
import { componentsTitle } from './component-name.ts';
import { clarificationsTitle } from './clarifications.ts';
import { defaultSpec, isTree, settingsOf, type Tree } from './defaults.ts';
import { entries, entry, indent, isInline } from './text.ts';
import { ownValue } from '../bicep/own.ts';

const head = [
  '# yaml-language-server: $schema=.avm/avm.schema.json',
  '# The settings of this workspace. Edit this file only: all other files are generated from it.',
  '# After an edit, run `avm render`. `avm set` and `avm add` edit it too, and keep comments and order.',
];

const titles: Readonly<Record<string, string>> = {
  location: 'Region, and availability zone (null for none)',
  network: 'Network; subnets without an address range get one automatically',
  lock: 'Lock on the resources: none or CanNotDelete',
  telemetry:
    'Usage telemetry of Azure Verified Modules, sent to Microsoft (README, Data collection); false turns it off',
  ...Object.fromEntries(
    components.flatMap(({ inputs, title, summary }) =>
      inputs ? [[inputs.token.key, `${title}: ${summary}`] as const] : [],
    ),
  ),
};

const spokeTitle =
  'Network: simple, or a spoke of an existing hub; subnets without an address range get one automatically';

const notSecretsTitle = '# Settings that look like secrets and are not, by path, with the reason';

/** A new avm.yaml; one that exists is changed by `setAnswers`, which keeps what a person wrote. */
export function writeAnswers(answers: Answers): string {
  const order = defaultSpec({
    workload: answers.workload.name,
    environment: '',
    rules: settingsOf(answers.constitution.rules),
  });
  const environments = Object.entries(answers.environments).map(([name, own]) => [name, ordered(own, order)] as const);
  const sections: readonly (readonly string[])[] = [
    head,
    [
      ...entry('version', answers.version, 0),
      ...entry('blueprint', answers.blueprint, 0),
      ...entry('workload', answers.workload, 1),
    ],
    answers.modules ? ['# Registry of the modules', ...entry('modules', answers.modules, 1)] : [],
    [
      '# Rules of the organization, each with its level (must, should, or off) and its parameters',
      'constitution:',
      ...constitutionLines(answers.constitution),
      ...block('rules', ruleLines(answers.constitution.rules)).map(indent),
      ...ownRuleLines(answers.constitution).map(indent),
      ...waiverLines(answers.constitution).map(indent),
    ],
    answers.requirements
      ? [
          '# Requirements beyond those of the blueprint; an ID is never used again',
          ...entry('requirements', answers.requirements, 3),
        ]
      : [],
    answers.notSecrets ? [notSecretsTitle, ...entry('notSecrets', answers.notSecrets, 1)] : [],
    [
      '# Tags for all environments; the tag env is set to the name of the environment automatically',
      ...entry('tags', answers.tags, 1),
    ],
    ...builtSections(asWritten(answers), order),
    [
      '# Settings that differ from spec in each environment, in deployment order',
      ...entry('environments', Object.fromEntries(environments), 3),
    ],
    ['# The environment of main.bicepparam', ...entry('defaultEnvironment', answers.defaultEnvironment, 0)],
    answers.clarifications ? [clarificationsTitle, ...entry('clarifications', answers.clarifications, 2)] : [],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function builtSections({ spec, [namedKey]: named }: Tree, order: Tree): readonly (readonly string[])[] {
  const title = '# Settings for all environments; omitted settings have their defaults';
  return [
    [title, ...block('spec', specLines(ordered(spec as Tree, order)))],
    named === undefined ? [] : [componentsTitle, ...entry(namedKey, named, 1)],
  ];
}

function block(key: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [`${key}: {}`] : [`${key}:`, ...lines.map(indent)];
}

function constitutionLines({ version, ratified, amended }: Answers['constitution']): readonly string[] {
  return entries({ version, ratified, amended }, 1).map(indent);
}

function ownRuleLines({ own }: Answers['constitution']): readonly string[] {
  return own ? ['# Custom rules: the condition that resources must meet', ...entry('own', own, 2)] : [];
}

function waiverLines({ waivers }: Answers['constitution']): readonly string[] {
  if (waivers === undefined || Object.keys(waivers).length === 0) return [];
  return ['# Waivers of rules: the reason, the approver, and the expiry date', ...entry('waivers', waivers, 2)];
}

function specLines(spec: Tree): readonly string[] {
  return Object.entries(spec).flatMap(([key, value], index) => [
    ...(index > 0 ? [''] : []),
    `# ${titleOf(key, value)}`,
    ...entry(key, value, 1),
  ]);
}

function titleOf(key: string, value: unknown): string {
  const isSpoke = key === 'network' && isTree(value) && 'topology' in value;
  return isSpoke ? spokeTitle : (ownValue(titles, key) ?? '');
}

function ruleLines(answered: Answers['constitution']['rules']): readonly string[] {
  return rules.flatMap(({ id, title }) => {
    const answer = ownValue(answered, id);
    if (answer === undefined) return [];
    if (isInline(answer, 0)) return [`${entry(id, answer, 0).join('')} # ${title}`];
    return [`# ${title}`, `${id}:`, ...entries(answer as object, 1).map(indent)];
  });
}

/** Keys in the order of the defaults, then what has no default. */
function ordered(tree: object, order: Tree): Tree {
  const own = tree as Tree;
  const keys = [...new Set([...Object.keys(order), ...Object.keys(own)])].filter(
    (key) => ownValue(own, key) !== undefined,
  );
  return Object.fromEntries(
    keys.map((key) => {
      const [value, like] = [ownValue(own, key), ownValue(order, key)];
      return [key, isTree(value) && isTree(like) ? ordered(value, like) : value];
    }),
  );
}
