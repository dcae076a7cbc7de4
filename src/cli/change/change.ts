import type { WorkspaceChange } from '../../../generators/session.ts';
import { addNamed } from '../../answers/add-named.ts';
import { setAnswers, switchOn } from '../../answers/edit.ts';
import { addEnvironment } from '../../answers/environments/add.ts';
import { copyEnvironment } from '../../answers/environments/copy.ts';
import { withRecorded } from './recorded.ts';
import type { Edited } from '../shared/workspace.ts';

/** What was asked for, done to the text of avm.yaml; all of it or nothing. */
export function applyChange(text: string, { components, named = [], environments, settings }: WorkspaceChange): Edited {
  const steps: readonly ((now: string) => Edited)[] = [
    ...environments.map((one) => (now: string) => withEnvironment(now, one)),
    ...components.map(
      ({ name, environment }) =>
        (now: string) =>
          switchOn(now, name, environment),
    ),
    ...named.map(
      ({ environment, ...one }) =>
        (now: string) =>
          addNamed(now, one, environment),
    ),
    ...(settings.length > 0 ? [(now: string) => setAnswers(now, settings)] : []),
    ...named.map(
      ({ type, name }) =>
        (now: string) =>
          withRecorded({ text: now }, type, name),
    ),
  ];
  return steps.reduce<Edited>(
    (now, step) => {
      if ('findings' in now) return now;
      const next: Edited = step(now.text);
      return 'findings' in next ? next : { text: next.text, notes: [...(now.notes ?? []), ...(next.notes ?? [])] };
    },
    { text },
  );
}

function withEnvironment(text: string, { name, from, addressSpace }: WorkspaceChange['environments'][number]): Edited {
  if (from === undefined) return addEnvironment(text, { name });
  return copyEnvironment(text, { from, to: name, addressSpace });
}
