import template from '../../../templates/documents/constitution.md.hbs';
import { newestControlsText } from '../../../avm-catalog/constitution/benchmarks.ts';
import type { Category } from '../../../avm-catalog/constitution/category.ts';
import { statementOf, type Rule } from '../../../avm-catalog/constitution/rule.ts';
import type { Reason } from '../../bicep/value.ts';
import type { GeneratedFile } from '../file-set.ts';
import { customEvaluation, evaluationText } from '../../resolve/rule-words.ts';
import { renderFile } from '../render.ts';
import { ruleReason, rulesReason, type Specified } from './subject.ts';
import { waiverRows } from './waivers.ts';

/** One principle for each category that has a rule, in this order. */
const principles: Readonly<Record<Category, string>> = {
  modules: 'Modules',
  network: 'Network',
  identity: 'Identity',
  secrets: 'Secrets',
  encryption: 'Encryption',
  hardening: 'Hardening',
  logging: 'Logging',
  backup: 'Backup',
  patching: 'Patching',
  resilience: 'Resilience',
  cost: 'Cost',
  naming: 'Names',
  tags: 'Tags',
  'regions-and-sizes': 'Regions and Sizes',
  process: 'Process',
};
const numerals = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];

export function constitution(subject: Specified): GeneratedFile {
  const { spec } = subject.workspace;
  const off = spec.rules.filter((rule) => rule.level === 'off');
  const always = subject.workspace.reason(['environments']);
  const model = {
    name: subject.name,
    principles: principlesOf(subject),
    off: off.map(({ definition: { id, title } }) => ({ id, title, reason: rulesReason([id], always.ids) })),
    offHeading: rulesReason(
      off.map(({ definition }) => definition.id),
      always.ids,
    ),
    waivers: waiverRows(subject.workspace),
    ...spec.constitution,
    dates: { ...always, answers: ['constitution'] } satisfies Reason,
  };
  return renderFile('.specify/memory/constitution.md', template, model, subject.reason);
}

function principlesOf({ rules }: Specified) {
  return Object.entries(principles)
    .map(([category, title]) => ({ title, rules: rules.filter(({ rule }) => rule.definition.category === category) }))
    .filter((principle) => principle.rules.length > 0)
    .map(({ title, rules: own }, index) => ({
      numeral: numerals[index] ?? '',
      title,
      reason: rulesReason(own.map(({ rule }) => rule.definition.id)),
      rules: own.map(({ rule }) => ({ ...ruleModel(rule), reason: ruleReason(rule.definition.id) })),
    }));
}

function ruleModel(rule: Rule) {
  const { definition, level } = rule;
  return {
    id: definition.id,
    title: definition.title,
    level: level.toUpperCase(),
    statement: statementOf(rule),
    rationale: definition.rationale,
    source: definition.source ?? null,
    shapes: definition.shapes,
    controls: newestControlsText(rule),
    checked: customEvaluation(definition),
    evaluated: evaluationText(definition),
  };
}
