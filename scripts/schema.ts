import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { x } from 'tinyexec';
import * as z from 'zod';
import { makeJsonSchema } from '../src/answers/make-json-schema.ts';

/** Writes src/answers/schema.json, which is what `avm schema` prints; run it after changing an input of the catalog. */
const root = fileURLToPath(new URL('..', import.meta.url));
const file = 'src/answers/schema.json';

await writeFile(new URL(file, new URL('..', import.meta.url)), `${JSON.stringify(makeJsonSchema(z), null, 2)}\n`);
await x('npx', ['oxfmt', file], { throwOnError: true, nodeOptions: { cwd: root } });
