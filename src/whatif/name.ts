import { lastPart } from '../../avm-catalog/azure/resource-ids.ts';

/** The name of a resource; one that only a deployment determines is no text for people. */
export const nameOf = (id: string): string => (/\[/.test(id) ? '(computed name)' : lastPart(id));
