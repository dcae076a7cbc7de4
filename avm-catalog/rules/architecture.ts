import { rule, type RuleDefinition } from '../rule.ts';

export const architecture: readonly RuleDefinition[] = [
  rule({
    id: 'ARC-001',
    category: 'modules',
    title: 'Bicep only',
    level: 'must',
    statement: () => 'Infrastructure is declared in Bicep and in nothing else.',
    shapes: 'One main.bicep and a parameter file for each environment are all that is deployed.',
  }),
  rule({
    id: 'ARC-002',
    category: 'modules',
    title: 'Azure Verified Modules',
    level: 'must',
    statement: () =>
      'A resource type that has an Azure Verified Module is made by it; a native resource is used only where there is none, with the reason recorded.',
    shapes: 'Resources are module instances; each native resource carries the reason in the plan and in a comment.',
  }),
  rule({
    id: 'ARC-003',
    category: 'modules',
    title: 'Modular, with pinned versions',
    level: 'must',
    statement: () => 'The solution is composed of modules, each pinned to one published version.',
    shapes: 'Every module reference names a full version; a module used several times is declared once, in a loop.',
  }),
];
