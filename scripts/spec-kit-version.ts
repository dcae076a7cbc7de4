import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import manifest from '../package.json' with { type: 'json' };

/** Gives the parts for Spec Kit the version of the package that they are shipped in. */
for (const part of ['extension/extension', 'preset/preset', 'workflow/workflow']) {
  const file = fileURLToPath(new URL(`../spec-kit/${part}.yml`, import.meta.url));
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replaceAll(/^( +version: '(?:>=)?)\d+\.\d+\.\d+(?=')/gm, `$1${manifest.version}`));
}
