import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { diagnostics } from '../../../avm-catalog/azure/diagnosable.ts';
import { supportsTags } from '../../../avm-catalog/azure/taggable.ts';
import type { FileEdit } from '../actions.ts';
import { addLast, addRow, addSorted, addText } from '../edits.ts';
import { camel } from '../words.ts';
import type { ComponentAnswers } from './answers.ts';
import type { ModuleFacts } from './module.ts';

/** All that is changed beside the folder of the component. */
export function componentEdits(root: string, answers: ComponentAnswers, facts: ModuleFacts): readonly FileEdit[] {
  return [listEdit(answers), ...pinEdit(facts), ...factEdits(answers, facts), ...blueprintEdits(root, answers, facts)];
}

function listEdit({ name }: ComponentAnswers): FileEdit {
  const mark = 'export const components: readonly ComponentDefinition[] = [';
  return {
    path: 'avm-catalog/components/index.ts',
    change: (text) =>
      addSorted(addLast(text, mark, '\n] as', `  ${camel(name)},`), camel(name), `./${name}/component.ts`),
  };
}

function pinEdit({ module, version }: ModuleFacts): readonly FileEdit[] {
  // Patterns and utilities come last.
  const order = (key: string): string => (/^(ptn|utl)\//.test(key) ? `~${key}` : key);
  return [
    {
      path: 'avm-catalog/modules/pins.ts',
      change: (text) => addRow(text, 'export const pins = {', { key: module, row: `'${version}'`, order }),
    },
  ];
}

/** What the catalog does not know of the type yet: limits of its names, whether it takes tags, what its diagnostics send. */
function factEdits({ abbreviation, scope }: ComponentAnswers, facts: ModuleFacts): readonly FileEdit[] {
  const { type, naming, nameLength, takesTags, diagnostics: sends } = facts;
  const shape = scope === 'global' ? 'lower' : 'hyphen';
  const limits = `{ abbreviation: '${abbreviation}', min: ${nameLength.min}, max: ${nameLength.max}, scope: '${scope}', shape: '${shape}', assumed: true }`;
  const mark = takesTags ? 'const taggable = [' : 'const untaggable = [';
  const rowOf = (path: string, start: string, row: string): FileEdit => ({
    path: `avm-catalog/azure/${path}`,
    change: (text) => addRow(text, start, { key: type, row }),
  });
  return [
    ...(naming ? [] : [rowOf('naming.ts', 'const rows:', limits)]),
    ...(supportsTags(type) === undefined
      ? [{ path: 'avm-catalog/azure/taggable.ts', change: (text: string) => addText(text, mark, type, 'sorted') }]
      : []),
    ...(sends !== undefined && diagnostics(type) === undefined
      ? [rowOf('diagnosable.ts', 'const support:', `'${sends}'`)]
      : []),
  ];
}

function blueprintEdits(
  root: string,
  { name, blueprint, story }: ComponentAnswers,
  { type }: ModuleFacts,
): readonly FileEdit[] {
  const folder = `avm-catalog/blueprints/${blueprint}`;
  const provider = type.slice(0, type.indexOf('/'));
  return [
    {
      path: `${folder}/blueprint.ts`,
      change: (text) => {
        const named = addText(text, '\n  components: [', name, 'last');
        const bounded = addText(named, '\n    providers: [', provider, 'sorted');
        return addText(bounded, '\n  outputs: [', `${camel(name)}Name`, 'sorted');
      },
    },
    { path: storyFile(root, folder, story), change: (text) => addToStory(text, story, name) },
  ];
}

function storyFile(root: string, folder: string, story: string): string {
  const files = readdirSync(join(root, folder)).filter((file) => file.endsWith('.ts'));
  const found = files.find((file) => readFileSync(join(root, folder, file), 'utf8').includes(`id: '${story}',`));
  if (found === undefined) throw new Error(`No file of ${folder} has the story ${story}`);
  return `${folder}/${found}`;
}

function addToStory(text: string, story: string, name: string): string {
  const at = text.indexOf(`id: '${story}',`);
  return `${text.slice(0, at)}${addText(text.slice(at), 'components: [', name, 'last')}`;
}
