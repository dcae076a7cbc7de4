import { controlGroups } from '../../avm-catalog/constitution/benchmarks.ts';
import { heldAt, statementOf, type Rule } from '../../avm-catalog/constitution/rule.ts';
import { counted } from '../findings/tally.ts';
import { states } from '../../avm-catalog/constitution/state.ts';
import type { EnvironmentState, RuleState } from '../resolve/states.ts';
import { breaks } from './broken.ts';
import { links, type Subject } from './subject.ts';
import { badge } from './words.ts';

/** Findings of one rule on paper. */
const mostBreaks = 5;

/** Each rule with its state in each environment, and the evidence. */
export function constitution(subject: Subject) {
  const { request, environments } = subject;
  const rows = subject.rules.map((one) => row(one, subject));
  return {
    environments,
    /** Columns beside the first. */
    span: environments.length + 1,
    rows,
    states: states
      .map((state) => ({ state, count: rows.filter((one) => one.state === state).length }))
      .filter(({ count }) => count > 0),
    categories: [...new Set(rows.map(({ category }) => category))]
      .toSorted()
      .map((category) => ({ category, word: spaced(category) })),
    off: request.spec.rules
      .filter((rule) => rule.level === 'off')
      .map(({ definition }) => ({ id: definition.id, title: definition.title })),
  };
}

function row({ rule, state, environments }: RuleState, subject: Subject) {
  const { definition, level } = rule;
  const { id, title, category, shapes, elsewhere } = definition;
  const shown = breaks(environments, subject).map((one, at) => ({ ...one, isLater: at >= mostBreaks }));
  return {
    anchor: `rule-${id}`,
    trace: `#trace-${id}`,
    id,
    title,
    level,
    category,
    state,
    statement: statementOf(rule),
    shapes,
    exceptions: definition.exceptions ?? [],
    own: definition.own ? { resources: definition.own.resources, must: definition.own.must } : null,
    psrule: (elsewhere?.psrule ?? []).join(', '),
    policy: (elsewhere?.policy ?? []).join('; '),
    controls: controlGroups(rule).map(({ short, ids }) => ({ short, ids: ids.join(', ') })),
    way: way(rule),
    cells: environments.map(cell),
    groups: states.flatMap((one) => {
      const where = environments.filter((each) => each.state === one).map(({ environment }) => environment);
      return where.length === 0 ? [] : [{ ...badge(one), where: subject.where(where) }];
    }),
    breaks: shown,
    later: Math.max(0, shown.length - mostBreaks),
    evaluated: environments.flatMap((one) => evaluated(one, subject)),
  };
}

/** The state and its basis; findings are listed below. */
function cell({ environment, state, why, settings, evaluated: ids, findings }: EnvironmentState) {
  const open = state === 'Not evaluated' && settings !== undefined ? [`settings ${settings}`] : [];
  const basis = findings.length > 0 ? (ids.length > 0 ? [counted(ids.length, 'resource')] : []) : [why];
  return { environment, ...badge(state), note: [...open, ...basis].join('; ') };
}

function way({ definition }: Rule): string {
  const { answers, template, resources, changes } = heldAt(definition);
  const ways = [
    ...(answers ? ['settings'] : []),
    ...(template ? ['main.bicep'] : []),
    ...(resources ? ['predicted resources'] : []),
    ...(changes ? ['what-if results, by avm whatif'] : []),
  ];
  const text = `${ways.join(', ')}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function evaluated({ environment, evaluated: ids }: EnvironmentState, subject: Subject) {
  if (ids.length === 0) return [];
  const all = subject.predicted(environment)?.length === ids.length;
  const told = ids.flatMap((id) => subject.find(environment, id) ?? []);
  return [
    {
      environment,
      all: all ? `all ${counted(ids.length, 'resource')}` : '',
      resources: all ? [] : links(told.map(({ anchor, label }) => [label, `#${anchor}`])),
    },
  ];
}

function spaced(category: string): string {
  return category.replaceAll('-', ' ');
}
