// oxlint-disable-next-line import/no-unassigned-import -- looks at Node before anything else is loaded
import './program/old-node.ts';

// Built beside this file, and so not known by this name here.
const modules: string = './avm.js';
void import(modules);
