import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compileTemplateModule, textModule } from './handlebars-plugin.ts';

/** Node's `load` hook: a template is a module, and so is a text that is asked for with `?raw`. */
export async function load(url, context, nextLoad) {
  const [file, query] = url.split('?');
  const compile = query === 'raw' ? textModule : file.endsWith('.hbs') ? compileTemplateModule : undefined;
  if (!compile) return nextLoad(url, context);
  const path = fileURLToPath(file);
  return { format: 'module', source: compile(await readFile(path, 'utf8'), path), shortCircuit: true };
}
