import { ruleDefinition } from '../../avm-catalog/constitution/rules/index.ts';

/** Where the answers say of a rule how it is meant: with the catalog's rules, or with those of one's own. */
export function ruleAnswer(id: string): string {
  return `constitution.${ruleDefinition(id) ? 'rules' : 'own'}.${id}`;
}
