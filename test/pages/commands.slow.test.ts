import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { casesFolder } from '../cases/cases.ts';
import { bicepPath } from '../support/bicep.ts';
import { modulesFolder } from '../support/modules.ts';
import { isMissing } from '../support/tools.ts';
import { blocks } from './pages.ts';
import { runBlock } from './run.ts';

const modules = modulesFolder();
const missing = modules === null || isMissing('bicep');

/** The file of your own that a page adds, and what it loads. */
const files = Object.fromEntries(
  ['modules/queries.bicep', 'modules/queries.json'].map((path) => [
    path,
    readFileSync(join(casesFolder, 'own-bicep', path), 'utf8'),
  ]),
);

const needy = blocks
  .filter(({ needs }) => needs !== undefined)
  .map((block) => [block.page, block.text, block] as const);

it.skipIf(missing).each(needy)('%s: %s', async (_page, _text, block) => {
  expect(['compiler', 'compiler and modules']).toContain(block.needs);
  const env = { BICEP_PATH: bicepPath(), AVM_MODULES_DIR: modules ?? '' };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  await runBlock(block, { env }, files);
  vi.unstubAllEnvs();
});
