import type { Sources } from '../analysis.ts';
import type { Documents } from '../documents.ts';
import type { PassResult } from '../tell.ts';
import { clarifications } from './inconsistency/clarifications.ts';
import { contracts } from './inconsistency/contracts.ts';
import { disagreements } from './inconsistency/disagreements.ts';
import { links } from './inconsistency/links.ts';
import { order } from './inconsistency/order.ts';
import { planned } from './inconsistency/planned.ts';
import { template } from './inconsistency/template.ts';

/** Disagreements between documents, template, and settings. `expected` is the generated text, read. */
export function inconsistency(documents: Documents, expected: Documents, sources: Sources): readonly PassResult[] {
  return [
    ...order(documents),
    ...planned(documents, sources),
    ...template(documents, sources),
    ...links(documents, sources),
    ...clarifications(documents, sources),
    ...contracts(sources),
    ...disagreements(documents, expected, sources),
  ];
}
