import { makeItem, type Addition } from '../../../avm-catalog/kernel/addition.ts';
import { parseAnswers } from '../../answers/parse.ts';
import { setAnswers } from '../../answers/edit.ts';
import { resolve } from '../../resolve/resolve.ts';
import type { Assignment } from './assignments.ts';
import { UsageFailure } from '../shared/failure.ts';
import type { Edited } from '../shared/workspace.ts';

/** A further item of a list, in one environment or in all. */
export function withAddition(
  text: string,
  addition: Addition,
  given: readonly Assignment[],
  environment: string | undefined,
): Edited {
  const parsed = parseAnswers(text);
  if ('findings' in parsed) return parsed;
  const { views } = resolve(parsed.answers);
  const concerned = environment === undefined ? views : views.filter((view) => view.environment === environment);
  const item = makeItem(addition, concerned, saidOf(addition, given));
  const typed = Object.entries(item).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return setAnswers(text, [{ path: `${addition.list}.+`, value: `{${typed.join(', ')}}`, environment }]);
}

function saidOf({ title, fields }: Addition, given: readonly Assignment[]): Readonly<Record<string, string>> {
  const keys = fields.map(({ key }) => key);
  for (const { path } of given) {
    if (!keys.includes(path)) throw new UsageFailure(`${title} has no setting '${path}'.`, `Use ${keys.join(', ')}.`);
  }
  return Object.fromEntries(given.map(({ path, value }) => [path, value]));
}
