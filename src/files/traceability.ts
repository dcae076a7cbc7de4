import template from '../../templates/docs/traceability.md.hbs';
import { requirements } from '../../avm-catalog/requirements.ts';
import { heldAt, type Rule } from '../../avm-catalog/rule.ts';
import type { Reason } from '../bicep/value.ts';
import type { Plan, PlanParameter, PlanResource } from '../plan/plan.ts';
import type { Spec } from '../spec/spec.ts';
import type { FileSet, GeneratedFile } from './file-set.ts';
import { enumerate } from './readme/sides.ts';
import { renderFile } from './render.ts';
import { reasonsWithin, sourceOf } from './tracing/account.ts';
import { environmentsOf } from './tracing/deployed.ts';

/** Names by which parameter files are told together where all of them hold the same id. */
const parameterFiles = 'main.*.bicepparam';

/** The matrix of ids against resources, parameters and files. `others` are the files it tells of. */
export function traceability(plan: Plan, spec: Spec, others: FileSet): GeneratedFile {
  const index = new Index(plan, spec, others);
  const on = spec.rules.filter((rule) => rule.level !== 'off');
  const served = Object.entries(requirements).filter(([id]) => index.has(id));
  const model = {
    ids: [
      ...on.map((rule) => ruleRow(rule, index)),
      ...served.map(([id, statement]) => index.row(id, statement, '', '', { ids: [id] })),
    ],
    off: spec.rules.flatMap((rule) => (rule.level === 'off' ? [rule.definition.id] : [])).join(', '),
    unused: Object.keys(requirements)
      .filter((id) => !index.has(id))
      .join(', '),
    resources: plan.resources.map((one) => index.resourceRow(one)),
    parameters: plan.parameters.map((one) => index.parameterRow(one)),
  };
  return renderFile('docs/traceability.md', template, model, { ids: index.active(['ARC-001', 'FR-017']) });
}

function ruleRow({ definition, level }: Rule, index: Index) {
  const held = heldAt(definition);
  const places = (['answers', 'template', 'resources'] as const).filter((one) => held[one]);
  const reason = { ids: [definition.id], answers: [`constitution.rules.${definition.id}`] };
  return index.row(definition.id, definition.title, level, places.length === 0 ? 'plan' : enumerate(places), reason);
}

interface Cell {
  readonly codes: readonly { readonly code: string; readonly comma: string }[];
  readonly word: string;
}

/** What is there for which id. */
class Index {
  readonly #plan: Plan;
  readonly #spec: Spec;
  readonly #resources: readonly { readonly one: PlanResource; readonly ids: ReadonlySet<string> }[];
  readonly #files: readonly { readonly path: string; readonly ids: ReadonlySet<string> }[];

  constructor(plan: Plan, spec: Spec, files: FileSet) {
    this.#plan = plan;
    this.#spec = spec;
    this.#resources = plan.resources.map((one) => ({ one, ids: idsOf(reasonsWithin(one)) }));
    this.#files = files
      .filter((file) => file.path !== 'README.md')
      .map((file) => ({ path: file.path, ids: idsOf(file.trace.map((run) => run.reason)) }));
  }

  has(id: string): boolean {
    return this.#resources.some(({ ids }) => ids.has(id)) || this.#files.some(({ ids }) => ids.has(id));
  }

  /** Ids of rules that are on, and of requirements. */
  active(ids: readonly string[]): readonly string[] {
    const active = ids.filter((id) => Object.hasOwn(requirements, id) || this.#spec.settings.on(id));
    return active.length > 0 ? active : ['FR-017'];
  }

  row(id: string, title: string, level: string, check: string, reason: Reason) {
    const resources = this.#resources.filter(({ ids }) => ids.has(id)).map(({ one }) => one);
    const parameters = this.#plan.parameters.filter((one) => one.reason.ids.includes(id));
    const alone = resources.length + parameters.length === 0;
    return {
      id,
      title,
      level,
      check,
      reason,
      resources: cell(
        resources.map((one) => one.symbol),
        this.#plan.resources.length,
      ),
      parameters: cell(parameters.map((one) => one.name)),
      files: cell(this.#filesWith(id).filter((path) => alone || !isBicep(path))),
      environments: this.#where(effective(resources, id).flatMap((one) => environmentsOf(one, this.#plan))),
    };
  }

  resourceRow(one: PlanResource) {
    const own = this.active(one.reason.ids);
    const details = [...idsOf(reasonsWithin(one))].filter((id) => !own.includes(id)).toSorted();
    return {
      symbol: one.symbol,
      is: sourceOf(one),
      part: this.#plan.components.find(({ name }) => name === one.component)?.title ?? '',
      environments: this.#where(environmentsOf(one, this.#plan)),
      ids: own.join(', '),
      details: details.join(', '),
      reason: { ...one.reason, ids: own },
    };
  }

  parameterRow({ name, reason }: PlanParameter) {
    const ids = this.active(reason.ids);
    const answers = reason.answers ?? [];
    return {
      name,
      answers: answers.length === 0 ? { codes: [], word: 'none' } : cell(answers),
      ids: ids.join(', '),
      reason: { ...reason, ids },
    };
  }

  #filesWith(id: string): readonly string[] {
    const paths = this.#files.filter(({ ids }) => ids.has(id)).map(({ path }) => path);
    const all = this.#files.filter(({ path }) => isParameters(path)).length;
    if (paths.filter(isParameters).length < all) return paths;
    return [...paths.filter((path) => !isParameters(path)), parameterFiles].toSorted();
  }

  #where(environments: readonly string[]): string {
    const named = this.#plan.environments.filter((one) => environments.includes(one));
    return named.length === 0 || named.length === this.#plan.environments.length ? 'all' : named.join(', ');
  }
}

function idsOf(reasons: readonly Reason[]): ReadonlySet<string> {
  return new Set(reasons.flatMap((reason) => reason.ids));
}

/** Of the resources with an id those that are there for it; those that have a property for it, where no whole one is. */
function effective(resources: readonly PlanResource[], id: string): readonly PlanResource[] {
  const whole = resources.filter((one) => one.reason.ids.includes(id));
  return whole.length > 0 ? whole : resources;
}

const isParameters = (path: string): boolean => path.endsWith('.bicepparam');
const isBicep = (path: string): boolean => path === 'main.bicep' || isParameters(path);

/** More than this in a cell nobody reads; the other tables have it by resource. */
const most = 8;

function cell(names: readonly string[], all = Infinity): Cell {
  if (names.length > most && all !== Infinity) return { codes: [], word: `${names.length} of ${all}, named below` };
  const codes = names.map((code, index) => ({ code, comma: index < names.length - 1 ? ', ' : '' }));
  return { codes, word: '' };
}
