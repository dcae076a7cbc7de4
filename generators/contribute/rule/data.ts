import { within } from '../words.ts';
import { valueOf, type RuleAnswers } from './answers.ts';
import type { RuleSubject } from './subject.ts';

/** What the templates are given. */
export function ruleData(answers: RuleAnswers, { constant, name }: RuleSubject): object {
  const { id, title, type, property, required } = answers;
  const value = valueOf(required);
  const short = property.replace(/^properties\./, '');
  const [provider = '', ...kinds] = type.split('/');
  const path = [provider, ...kinds.map((kind) => `${kind}/one`)].join('/');
  return {
    ...answers,
    constant,
    value: JSON.stringify(value),
    broken:
      typeof value === 'string'
        ? `String(value).toLowerCase() !== ${JSON.stringify(value.toLowerCase())}`
        : `value !== ${value}`,
    other: JSON.stringify(otherThan(value)),
    what: `${short} of the ${name} is not ${required}`,
    instead: `set ${short} to ${required}`,
    resourceId: `/subscriptions/s/resourceGroups/g/providers/${path}`,
    resourceName: kinds.map(() => 'one').join('/'),
    mutation: `${within(title)}: another value`,
    body: JSON.stringify(nested(property, otherThan(value))).slice(1, -1),
    test: id.toLowerCase(),
  };
}

function otherThan(value: boolean | number | string): boolean | number | string {
  if (typeof value === 'boolean') return !value;
  return typeof value === 'number' ? value + 1 : 'SomethingElse';
}

/** `{properties: {a: value}}` for `properties.a`. */
function nested(path: string, value: unknown): object {
  const [key = '', ...rest] = path.split('.');
  return { [key]: rest.length === 0 ? value : nested(rest.join('.'), value) };
}
