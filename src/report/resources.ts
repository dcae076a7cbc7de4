import type { Stage } from './stages.ts';
import { links, type Link, type Subject, type Told } from './subject.ts';

/** Everything that would exist, by environment, each with the rules that looked at it. */
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
    environments: groups.map(({ environment }) => environment),
    types: [...new Set(groups.flatMap(({ rows }) => rows.map(({ type }) => type)))].toSorted(),
    count: groups.reduce((sum, { count }) => sum + count, 0),
    left:
      left.length === 0
        ? null
        : { where: left.join(', '), why: stages.find((one) => one.title === 'Predicted resources')?.why ?? '' },
  };
}

function row({ anchor, label, resource }: Told, environment: string, rules: RulesByResource, subject: Subject) {
  const { id, type, apiVersion, ...rest } = resource;
  const broken = subject.evidence.flatMap(({ rule, held }) =>
    held.some((here) => here.environment === environment && here.broken.some(({ where }) => isSame(where.resource, id)))
      ? [rule.definition.id]
      : [],
  );
  return {
    anchor,
    environment,
    id,
    type,
    name: label,
    apiVersion,
    broken: links(broken.map((one) => [one, `#rule-${one}`])),
    rules: rules.get(`${environment} ${id}`) ?? [],
    json: JSON.stringify(rest, null, 2),
  };
}

const isSame = (one: string | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

type RulesByResource = ReadonlyMap<string, readonly Link[]>;

function rulesByResource({ evidence }: Subject): RulesByResource {
  const found = new Map<string, string[]>();
  for (const { rule, held } of evidence)
    for (const { environment, lookedAt } of held)
      for (const id of lookedAt) {
        const key = `${environment} ${id}`;
        const ids = found.get(key) ?? [];
        ids.push(rule.definition.id);
        found.set(key, ids);
      }
  return new Map([...found].map(([key, ids]) => [key, links(ids.map((id) => [id, `#rule-${id}`]))]));
}
