import { ruleDefinition } from '../../avm-catalog/constitution/rules/index.ts';

/** The path of a rule's settings: among those of the catalog, or among custom ones. */
export function ruleAnswer(id: string): string {
  return `constitution.${ruleDefinition(id) ? 'rules' : 'own'}.${id}`;
}
