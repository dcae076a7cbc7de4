import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compileTemplateModule } from './handlebars-plugin.ts';

/** Node's `load` hook: a template is a module. */
export async function load(url, context, nextLoad) {
  const file = url.split('?')[0];
  if (!file.endsWith('.hbs')) return nextLoad(url, context);
  const path = fileURLToPath(file);
  return { format: 'module', source: compileTemplateModule(await readFile(path, 'utf8'), path), shortCircuit: true };
}
