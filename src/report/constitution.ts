import { heldAt, type Rule } from '../../avm-catalog/constitution/rule.ts';
import { counted } from '../findings/tally.ts';
import { states } from '../../avm-catalog/constitution/state.ts';
import type { EnvironmentState, RuleState } from '../resolve/states.ts';
import { breaks } from './broken.ts';
import { links, type Subject } from './subject.ts';
import { waivers } from './waivers.ts';
import { badge } from './words.ts';

/** Each rule with how it stands in each environment, and what that rests on. */
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
    waivers: waivers(subject),
    off: request.spec.rules
      .filter((rule) => rule.level === 'off')
      .map(({ definition }) => ({ id: definition.id, title: definition.title })),
  };
}

function row({ rule, state, environments }: RuleState, subject: Subject) {
  const { definition, level, parameters } = rule;
  const { id, title, category, shapes, statement, elsewhere } = definition;
  return {
    anchor: `rule-${id}`,
    trace: `#trace-${id}`,
    id,
    title,
    level,
    category,
    state,
    statement: statement(parameters),
    shapes,
    exceptions: definition.exceptions ?? [],
    own: definition.own ? { resources: definition.own.resources, must: definition.own.must } : null,
    psrule: (elsewhere?.psrule ?? []).join(', '),
    policy: (elsewhere?.policy ?? []).join('; '),
    way: way(rule),
    cells: environments.map(cell),
    breaks: breaks(environments, subject),
    evaluated: environments.flatMap((one) => evaluated(one, subject)),
  };
}

/** What the state rests on; what was found against the rule stands below. */
function cell({ environment, state, why, settings, evaluated: ids, findings }: EnvironmentState) {
  const open = state === 'Not evaluated' && settings !== undefined ? [`settings ${settings}`] : [];
  const basis = findings.length > 0 ? (ids.length > 0 ? [counted(ids.length, 'resource')] : []) : [why];
  return { environment, ...badge(state), note: [...open, ...basis].join('; ') };
}

function way({ definition }: Rule): string {
  const { answers, template, resources } = heldAt(definition);
  const ways = [
    ...(answers ? ['settings'] : []),
    ...(template ? ['main.bicep'] : []),
    ...(resources ? ['predicted resources'] : []),
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
