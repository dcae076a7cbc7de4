import { mostOutputs } from '../plan/outputs.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';
import { isObject, type JsonObject } from './canonical.ts';
import { longestExpressions } from './expressions.ts';
import type { Step } from './order/place.ts';
import { readTemplates, resourcesOf, type Contributor, type NestedTemplate } from './templates.ts';

export type LimitName =
  | 'template-size'
  | 'template-spec'
  | 'resource-size'
  | 'deployments'
  | 'what-if'
  | 'resources'
  | 'parameters'
  | 'variables'
  | 'outputs'
  | 'expression-length';

export interface LimitRow {
  readonly limit: LimitName;
  readonly used: number;
  readonly allowed: number;
  readonly unit: 'bytes' | 'characters' | 'count';
  /** Of what is allowed, rounded to one decimal. */
  readonly percent: number;
  /** What takes the most, most first. */
  readonly most: readonly Contributor[];
}

interface Limits {
  readonly rows: readonly LimitRow[];
  /** A warning from 80 percent on, and an error above 100 where Azure then refuses the deployment. */
  readonly findings: readonly Finding[];
}

/** The nested deployments of an environment, each by its steps from main.bicep. */
type Deployments = readonly (readonly Step[])[];

/** Beyond these a deployment still succeeds: what-if expands no more, and a template spec cannot hold the template. */
const soft: readonly LimitName[] = ['what-if', 'template-spec'];
const warnFrom = 80;
const named = 5;

/**
 * What of Azure Resource Manager's limits a compiled template (JSON text) uses. Sizes are those of
 * the compact template, as it is sent. Limits of one template are taken over main.bicep and all
 * nested ones. A loop counts once unless the template says its count: a number, or the length of a list in it.
 * Nested deployments are those that were predicted for each environment: only parameters decide which of them happen.
 */
export function measureLimits(compiledTemplate: string, predicted: readonly Deployments[] = []): Limits {
  const root = JSON.parse(compiledTemplate) as JsonObject;
  const templates = readTemplates(root);
  const pieces = resourcesOf(root).map(({ name, resource }) => ({ name, size: bytes(resource) }));
  const rows = [
    row('template-size', 4 * 1024 * 1024, 'bytes', pieces, bytes(root)),
    // Source: azure-docs template-specs-known-issues.md, "Maximum size": about 2 MB.
    row('template-spec', 2 * 1024 * 1024, 'bytes', pieces, bytes(root)),
    row('resource-size', 1024 * 1024, 'bytes', pieces),
    ...deploymentRows(predicted),
    row('resources', 800, 'count', ofEach(templates, resourceCount)),
    row(
      'parameters',
      256,
      'count',
      ofEach(templates, ({ template }) => keys(template['parameters'])),
    ),
    row(
      'variables',
      512,
      'count',
      ofEach(templates, ({ template }) => keys(template['variables'])),
    ),
    row(
      'outputs',
      mostOutputs,
      'count',
      ofEach(templates, ({ template }) => keys(template['outputs'])),
    ),
    row('expression-length', 24_576, 'characters', longestExpressions(templates, named)),
  ];
  return { rows, findings: rows.flatMap(judge) };
}

/** `used` is that of the largest contributor unless it is given. */
function row(
  limit: LimitName,
  allowed: number,
  unit: LimitRow['unit'],
  contributors: readonly Contributor[],
  used?: number,
): LimitRow {
  const sorted = contributors.toSorted((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1));
  const amount = used ?? sorted[0]?.size ?? 0;
  const percent = Math.round((amount / allowed) * 1000) / 10;
  return { limit, used: amount, allowed, unit, percent, most: sorted.slice(0, named) };
}

function judge({ limit, used, allowed, unit, percent, most }: LimitRow): Finding[] {
  if (used * 100 < allowed * warnFrom) return [];
  const names = most.map(({ name, size }) => `${name || 'main.bicep'}: ${size}`);
  const args = { used, allowed, unit, percent, most: names };
  const severity = used > allowed && !soft.includes(limit) ? 'error' : 'warning';
  return [makeFinding(`limits/${limit}`, severity, args, { file: 'main.bicep' })];
}

/** Of the environment that has most of them. */
function deploymentRows(predicted: readonly Deployments[]): readonly LimitRow[] {
  const [most] = predicted.toSorted((a, b) => b.length - a.length);
  if (!most) return [];
  const modules = byModule(most);
  return [
    row('deployments', 800, 'count', modules, most.length),
    // Source: azure-docs deploy-what-if.md, "What-if limits".
    row('what-if', 500, 'count', modules, most.length),
  ];
}

function byModule(deployments: Deployments): Contributor[] {
  const counts = new Map<string, number>();
  for (const [first] of deployments) counts.set(first?.key ?? '', (counts.get(first?.key ?? '') ?? 0) + 1);
  return [...counts].map(([name, size]) => ({ name, size }));
}

function ofEach(templates: readonly NestedTemplate[], count: (template: NestedTemplate) => number): Contributor[] {
  return templates.map((nested) => ({ name: nested.path.join('/'), size: count(nested) }));
}

function resourceCount({ template }: NestedTemplate): number {
  return resourcesOf(template).reduce((total, { times }) => total + times, 0);
}

function keys(value: JsonObject[string] | undefined): number {
  return isObject(value) ? Object.keys(value).length : 0;
}

function bytes(value: JsonObject): number {
  return Buffer.byteLength(JSON.stringify(value));
}
