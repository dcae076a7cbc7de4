// Lets a process that was started without them import the sources, with their templates.
import { register } from 'tsx/esm/api';

register();
await import('./register-hbs.mjs');
