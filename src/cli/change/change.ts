import type { WorkspaceChange } from '../../../generators/session.ts';
import { addNamed } from '../../answers/add-named.ts';
import { addEnvironment, setAnswers, switchOn } from '../../answers/edit.ts';
import type { Edited } from '../shared/workspace.ts';

/** What was asked for, done to the text of avm.yaml; all of it or nothing. */
export function applyChange(text: string, { components, named = [], environments, settings }: WorkspaceChange): Edited {
  let now: Edited = { text };
  for (const { name, from } of environments) if ('text' in now) now = addEnvironment(now.text, name, from);
  for (const { name, environment } of components) if ('text' in now) now = switchOn(now.text, name, environment);
  for (const { environment, ...one } of named) if ('text' in now) now = addNamed(now.text, one, environment);
  return 'text' in now && settings.length > 0 ? setAnswers(now.text, settings) : now;
}
