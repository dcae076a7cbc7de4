import { blueprints } from '../../../avm-catalog/blueprints/index.ts';
import { components } from '../../../avm-catalog/components/index.ts';
import { rules } from '../../../avm-catalog/constitution/rules/index.ts';
import { isCapability } from '../../../avm-catalog/kernel/capability.ts';
import type { Blueprint } from '../../../avm-catalog/kernel/blueprint.ts';
import { ownValue } from '../../../src/bicep/own.ts';
import { nearest } from '../../../src/findings/nearest.ts';
import type { Wrong } from '../prompt.ts';
import { camel, listed } from '../words.ts';
import { factsOf, type ModuleFacts } from './module.ts';

export interface ComponentAnswers {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** Below avm/res. */
  readonly module: string;
  /** A capability, or the ID of a rule. */
  readonly serves: string;
  readonly blueprint: string;
  /** ID of the story. */
  readonly story: string;
  /** Private link group, or `none`. */
  readonly group: string;
  readonly abbreviation: string;
  /** Where its names are unique. */
  readonly scope: string;
}

type Judge = Wrong<ComponentAnswers>;

/** The answer where there is no private endpoint. */
export const none = 'none';
const core = ['location', 'network', 'lock', 'telemetry'];
const taken = new Set(
  (
    'break case catch class const continue default delete do else enum export extends false finally for function if ' +
    'implements import in instanceof interface let new null package private protected public return static super ' +
    'switch this throw true try typeof var void while with yield'
  ).split(' '),
);

export const wrongName: Judge = (name) => {
  if (!/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(name))
    return 'Write lowercase words with hyphens between them, such as container-registry.';
  if (components.some((one) => one.name === name)) return `There is a component '${name}': choose another name.`;
  const key = camel(name);
  if (taken.has(key)) return `'${key}' is a word of TypeScript: choose another name, such as app-${name}.`;
  if (core.includes(key) || components.some(({ inputs }) => inputs?.token.key === key))
    return `avm.yaml has a setting '${key}': choose another name.`;
  return undefined;
};

export const wrongTitle: Judge = (title) =>
  /^[A-Z][^{}`\n]*[^\s.{}`]$/.test(title)
    ? undefined
    : 'Begin with a capital letter and end without a full stop, such as Container registry; no braces or backticks.';

export const wrongModule: Judge = (module) => {
  const facts = factsOf(module);
  return 'wrong' in facts ? facts.wrong : undefined;
};

export const wrongServes: Judge = (id) => {
  if (isCapability(id) || rules.some((rule) => rule.id === id)) return undefined;
  const near = nearest(id, [...new Set(blueprints.flatMap(capabilitiesOf)), ...rules.map((rule) => rule.id)]);
  const meant = near === undefined ? '' : ` Did you mean ${near}?`;
  return `'${id}' is neither a capability (avm-catalog/kernel/capability.ts) nor the ID of a rule (avm rules).${meant}`;
};

export const wrongBlueprint: Judge = (name, { serves = '' }) => {
  const found = blueprintOf(name);
  if (!found) return `There is no blueprint '${name}': choose ${listed(blueprints.map((one) => one.name))}.`;
  return isCapability(serves) && !capabilitiesOf(found).includes(serves)
    ? `No requirement of ${name} asks for '${serves}': map one to it in its reasons (avm-catalog/blueprints/${name}) first.`
    : undefined;
};

export const wrongStory: Judge = (id, { blueprint }) => {
  const stories = blueprintOf(blueprint)?.content.stories;
  return !stories || stories.some((one) => one.id === id)
    ? undefined
    : `${blueprint} has no story '${id}': choose ${listed(stories.map((one) => one.id))}.`;
};

export const wrongGroup: Judge = (group, { module }) => {
  const facts = known(module);
  if (!facts || groupsOf(facts).includes(group)) return undefined;
  if (!facts.hasEndpoints) return `${facts.module} takes no private endpoints: choose '${none}'.`;
  return `A private endpoint of ${facts.type} has no group '${group}' in avm-catalog/azure/private-dns.ts: choose ${listed(groupsOf(facts))}, or add a row there.`;
};

export const wrongAbbreviation: Judge = (text, { module }) => {
  const fixed = known(module)?.naming?.abbreviation;
  if (fixed !== undefined && text !== fixed)
    return `Names of this type begin with '${fixed}' (avm-catalog/azure/naming.ts).`;
  return /^[a-z][a-z0-9]{0,7}$/.test(text)
    ? undefined
    : 'Write one to eight lowercase letters and digits, as in the abbreviations of the Cloud Adoption Framework.';
};

export const wrongScope: Judge = (scope, { module }) => {
  const choices = scopesOf(known(module));
  return choices.includes(scope) ? undefined : `Choose ${listed(choices)}.`;
};

export function blueprintOf(name: string | undefined): Blueprint | undefined {
  return blueprints.find((one) => one.name === name);
}

export function known(module: string | undefined): ModuleFacts | undefined {
  const facts = module === undefined ? undefined : factsOf(module);
  return facts && !('wrong' in facts) ? facts : undefined;
}

export function groupsOf(facts: ModuleFacts | undefined): readonly string[] {
  return [...(facts?.groups ?? []), none];
}

/** What the catalog knows of the type is not asked again. */
export function scopesOf(facts: ModuleFacts | undefined): readonly string[] {
  return facts?.naming ? [facts.naming.scope] : ['resourceGroup', 'global'];
}

function capabilitiesOf({ content: { reasons } }: Blueprint): readonly string[] {
  return Object.keys(reasons).filter((one) => ownValue(reasons, one) !== undefined);
}
