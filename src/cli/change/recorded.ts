import { componentNamed } from '../../../avm-catalog/components/index.ts';
import { namedKey } from '../../../avm-catalog/kernel/core.ts';
import { setAnswers, type Setting } from '../../answers/edit.ts';
import { parseAnswers } from '../../answers/parse.ts';
import { resolve } from '../../resolve/resolve.ts';
import type { Edited } from '../shared/workspace.ts';

/** Records proposed values of a new component that must not change later, unless they are given. */
export function withRecorded(added: Edited, type: string, name: string): Edited {
  const recorded = componentNamed(type)?.inputs?.recorded;
  if ('findings' in added || !recorded) return added;
  const parsed = parseAnswers(added.text);
  if ('findings' in parsed) return added;
  const each = resolve(parsed.answers).views.map((view) => ({
    environment: view.environment,
    values: recorded(view, name),
  }));
  const [first] = each;
  const isAlike = each.every(({ values }) => JSON.stringify(values) === JSON.stringify(first?.values));
  const settings = each.slice(0, isAlike ? 1 : undefined).flatMap(({ environment, values }) =>
    Object.entries<string>(values).flatMap(([key, value]): readonly Setting[] =>
      // Nothing if no range is free, which a finding reports, or if the component is off.
      value ? [{ path: `${namedKey}.${name}.${key}`, value, ...(isAlike ? {} : { environment }) }] : [],
    ),
  );
  return settings.length === 0 ? added : setAnswers(added.text, settings);
}
