import { decisive, states } from '../../avm-catalog/constitution/state.ts';
import { stateOf } from '../resolve/states.ts';
import type { Stage } from './stages.ts';
import { links, type Link, type Subject, type ReportedResource } from './subject.ts';
import { badge } from './words.ts';

/** Predicted resources by environment, each with the rules that were evaluated against it. */
export function resources(subject: Subject, stages: readonly Stage[]) {
  const rules = rulesByResource(subject);
  const groups = subject.workspace.sides.flatMap(({ environment, group, region }) => {
    const told = subject.predicted(environment);
    return told === undefined
      ? []
      : [
          {
            environment,
            group,
            region,
            count: told.length,
            rows: told.map((one) => row(one, environment, rules, subject)),
          },
        ];
  });
  const left = subject.environments.filter((name) => subject.predicted(name) === undefined);
  return {
    groups,
    ...typesOf(groups),
    environments: groups.map(({ environment }) => environment),
    standings: states.filter((state) => groups.some(({ rows }) => rows.some((one) => one.standing === state))),
    types: [...new Set(groups.flatMap(({ rows }) => rows.map(({ type }) => type)))].toSorted(),
    count: groups.reduce((sum, { count }) => sum + count, 0),
    left:
      left.length === 0
        ? null
        : { where: left.join(', '), why: stages.find((one) => one.title === 'Predicted resources')?.why ?? '' },
  };
}

/** Columns of environments that paper has the width for. */
const mostColumns = 6;

/** How many there are of each type, by environment; in many environments together. */
function typesOf(
  groups: readonly { readonly environment: string; readonly rows: readonly { readonly type: string }[] }[],
) {
  const columns =
    groups.length > mostColumns
      ? [{ name: 'All environments', rows: groups.flatMap(({ rows }) => rows) }]
      : groups.map(({ environment, rows }) => ({ name: environment, rows }));
  const types = [...new Set(groups.flatMap(({ rows }) => rows.map(({ type }) => type)))].toSorted();
  return {
    columns: columns.map(({ name }) => name),
    byType: types.map((type) => ({
      type,
      counts: columns.map(({ rows }) => rows.filter((one) => one.type === type).length),
    })),
  };
}

function row(
  { anchor, label, resource }: ReportedResource,
  environment: string,
  rules: RulesByResource,
  subject: Subject,
) {
  const { id, type, apiVersion, ...rest } = resource;
  const against = subject.rules.flatMap(({ rule, environments }) => {
    const found = environments
      .filter((one) => one.environment === environment)
      .flatMap(({ findings }) => findings.filter(({ where }) => isSame(where.resource, id)))
      .flatMap((finding) => stateOf(finding) ?? []);
    return found.length === 0 ? [] : [{ id: rule.definition.id, state: decisive(found) }];
  });
  const evaluatedBy = rules.get(`${environment} ${id}`) ?? [];
  const state = against.length > 0 ? decisive(against.map((one) => one.state)) : undefined;
  return {
    anchor,
    environment,
    id,
    type,
    name: label,
    apiVersion,
    standing: state ?? (evaluatedBy.length === 0 ? 'Not evaluated' : 'Compliant'),
    badge: state ? badge(state) : null,
    against: states.flatMap((one) => {
      const ids = against.filter((each) => each.state === one).map((each) => each.id);
      return ids.length === 0 ? [] : [{ state: one, rules: links(ids.map((each) => [each, `#rule-${each}`])) }];
    }),
    rules: evaluatedBy,
    json: JSON.stringify(rest, null, 2),
  };
}

const isSame = (one: string | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

type RulesByResource = ReadonlyMap<string, readonly Link[]>;

function rulesByResource({ rules }: Subject): RulesByResource {
  const found = new Map<string, string[]>();
  for (const { rule, environments } of rules)
    for (const { environment, evaluated } of environments)
      for (const id of evaluated) {
        const key = `${environment} ${id}`;
        const ids = found.get(key) ?? [];
        ids.push(rule.definition.id);
        found.set(key, ids);
      }
  return new Map([...found].map(([key, ids]) => [key, links(ids.map((id) => [id, `#rule-${id}`]))]));
}
