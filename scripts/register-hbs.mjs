// Lets Node run the sources as they are: node --import tsx --import ./scripts/register-hbs.mjs src/cli/create-avm.ts
import { register } from 'node:module';

register('./hbs-hooks.mjs', import.meta.url);
