import { specFolder } from '../answers/feature.ts';
import template from '../../templates/docs/traceability.md.hbs';
import { heldAt, type Rule } from '../../avm-catalog/constitution/rule.ts';
import type { Reason } from '../bicep/value.ts';
import type { Plan, PlanParameter, PlanResource } from '../plan/plan.ts';
import { isRuleOn, reasonIds, requirementIds, satisfiedIn } from '../resolve/requirements.ts';
import type { Requirement } from '../resolve/requirement.ts';
import { ruleAnswer } from '../resolve/rule-answer.ts';
import type { Spec } from '../resolve/spec.ts';
import { rulesReason } from './documents/subject.ts';
import type { FileSet, GeneratedFile } from './file-set.ts';
import { enumerate } from '../text/enumerate.ts';
import { renderFile } from './render.ts';
import { partOf, reasonsWithin, sourceOf } from './tracing/account.ts';
import { environmentsIn } from './tracing/deployed.ts';
import { commas } from '../text/commas.ts';

const none = 'Not applicable';

/** Names for several files together, for an ID that each of them has. */
const together = [
  { name: 'main.*.bicepparam', isOne: (path: string): boolean => path.endsWith('.bicepparam') },
  { name: 'docs/architecture*.svg', isOne: (path: string): boolean => /^docs\/architecture.*\.svg$/.test(path) },
] as const;

/** Files that name every ID: listing them with each ID would say nothing. */
const everywhere = /^README\.md$|\/(?:constitution|spec|plan|tasks|analysis)\.md$/;

/** The matrix of IDs against resources, parameters, and files. `others` are the files that it covers. */
export function traceability(plan: Plan, spec: Spec, others: FileSet): GeneratedFile {
  const index = new Index(plan, spec, others);
  const whole: Reason = { ids: index.active(['ARC-001', 'environments']) };
  const on = spec.rules.filter((rule) => rule.level !== 'off');
  const all = [...spec.requirements.values()];
  const served = all.filter((one) => one.answer !== undefined || index.has(one.id));
  const model = {
    ids: [...on.map((rule) => ruleRow(rule, index)), ...served.map((one) => requirementRow(one, spec, index))],
    off: offLine(spec, whole),
    unused: all
      .filter((one) => !served.includes(one) && one.outOfScope === undefined)
      .map(({ id }) => id)
      .join(', '),
    example: all[0]?.id ?? '',
    own: served.some((one) => one.answer !== undefined),
    outOfScope: all.flatMap(({ id, outOfScope }) =>
      outOfScope === undefined
        ? []
        : [
            {
              id,
              why: outOfScope,
              reason: { ids: requirementIds(['environments'], spec), answers: [`requirements.outOfScope.${id}`] },
            },
          ],
    ),
    folder: `${specFolder(spec.workload)}/`,
    resources: plan.resources.map((one) => index.resourceRow(one)),
    parameters: plan.parameters.map((one) => index.parameterRow(one)),
  };
  return renderFile('docs/traceability.md', template, model, whole);
}

/** A rule that is off is no reason, so the line has the reason of the file. */
function offLine({ rules }: Spec, whole: Reason) {
  const off = rules.flatMap((rule) => (rule.level === 'off' ? [rule.definition.id] : []));
  return off.length === 0 ? null : { ids: off.join(', '), reason: rulesReason(off, whole.ids) };
}

const words = {
  answers: 'settings',
  template: 'template',
  resources: 'predicted resources',
  changes: 'what-if result',
} as const;

function ruleRow({ definition, level }: Rule, index: Index) {
  const held = heldAt(definition);
  const places = (['answers', 'template', 'resources', 'changes'] as const)
    .filter((one) => held[one])
    .map((one) => words[one]);
  const reason = { ids: [definition.id], answers: [ruleAnswer(definition.id)] };
  return index.row(definition.id, definition.title, level.toUpperCase(), enumerate(places) || 'plan', reason);
}

/** What implements a rule also implements the requirements that it satisfies. */
function requirementRow(one: Requirement, spec: Spec, index: Index) {
  const { id, statement, answer, task } = one;
  if (answer === undefined) return index.row(id, statement, none, none, { ids: [id] });
  const rules = one.rules.filter((rule) => isRuleOn(rule, spec));
  const check = [...rules, ...(task === undefined ? [] : ['a person'])].join(', ') || none;
  const row = index.row(id, statement, none, check, { ids: [id], answers: [answer] }, [id, ...rules]);
  const met = satisfiedIn(one, spec).map((view) => view.environment);
  return { ...row, environments: met.length === 0 ? 'None' : index.where(met) };
}

interface Cell {
  readonly codes: readonly { readonly code: string; readonly comma: string }[];
  readonly word: string;
}

/** What implements each ID. */
class Index {
  readonly #plan: Plan;
  readonly #spec: Spec;
  readonly #resources: readonly { readonly one: PlanResource; readonly ids: ReadonlySet<string> }[];
  readonly #environments: ReadonlyMap<PlanResource, readonly string[]>;
  readonly #files: readonly { readonly path: string; readonly ids: ReadonlySet<string> }[];
  /** IDs that a line of any file implements. */
  readonly #told: ReadonlySet<string>;
  readonly #folder: string;

  constructor(plan: Plan, spec: Spec, files: FileSet) {
    this.#plan = plan;
    this.#spec = spec;
    const environmentsOf = environmentsIn(plan);
    this.#environments = new Map(plan.resources.map((one) => [one, environmentsOf(one)]));
    this.#resources = plan.resources.map((one) => ({ one, ids: idsOf(reasonsWithin(one)) }));
    this.#told = idsOf(files.flatMap((file) => (file.path === 'README.md' ? [] : file.trace.map((run) => run.reason))));
    this.#folder = `${specFolder(spec.workload)}/`;
    this.#files = files
      .filter((file) => !everywhere.test(file.path))
      .map((file) => ({ path: file.path, ids: idsOf(file.trace.map((run) => run.reason)) }));
  }

  has(id: string): boolean {
    return this.#resources.some(({ ids }) => ids.has(id)) || this.#told.has(id);
  }

  /** Ids of rules that are on, and of requirements. */
  active(ids: readonly string[]): readonly string[] {
    return reasonIds(ids, this.#spec);
  }

  /** `of` are the IDs that count as an implementation. */
  row(id: string, title: string, level: string, check: string, reason: Reason, of: readonly string[] = [id]) {
    const resources = this.#resources.filter(({ ids }) => of.some((any) => ids.has(any))).map(({ one }) => one);
    const parameters = this.#plan.parameters.filter((one) => of.some((any) => one.reason.ids.includes(any)));
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
      files: cell(
        this.#filesWith(id)
          .filter((path) => alone || !isBicep(path))
          .map((path) => path.replace(this.#folder, '')),
      ),
      environments: this.where(effective(resources, of).flatMap((one) => this.#environments.get(one) ?? [])),
    };
  }

  resourceRow(one: PlanResource) {
    const own = this.active(one.reason.ids);
    const details = [...idsOf(reasonsWithin(one))].filter((id) => !own.includes(id)).toSorted();
    return {
      symbol: one.symbol,
      is: sourceOf(one),
      part: partOf(one, this.#plan),
      environments: this.where(this.#environments.get(one) ?? []),
      ids: own.join(', ') || 'None',
      details: details.join(', ') || 'None',
      reason: { ...one.reason, ids: own },
    };
  }

  parameterRow({ name, reason }: PlanParameter) {
    const ids = this.active(reason.ids);
    const answers = reason.answers ?? [];
    return {
      name,
      answers: cell(answers),
      ids: ids.join(', ') || 'None',
      reason: { ...reason, ids },
    };
  }

  #filesWith(id: string): readonly string[] {
    const paths = this.#files.filter(({ ids }) => ids.has(id)).map(({ path }) => path);
    const whole = together.filter(({ isOne }) => {
      const all = this.#files.filter(({ path }) => isOne(path)).length;
      return all > 1 && paths.filter(isOne).length === all;
    });
    const rest = paths.filter((path) => !whole.some(({ isOne }) => isOne(path)));
    return [...rest, ...whole.map(({ name }) => name)].toSorted();
  }

  where(environments: readonly string[]): string {
    const named = this.#plan.environments.filter((one) => environments.includes(one));
    return named.length === 0 || named.length === this.#plan.environments.length ? 'All' : named.join(', ');
  }
}

function idsOf(reasons: readonly Reason[]): ReadonlySet<string> {
  return new Set(reasons.flatMap((reason) => reason.ids));
}

/** The resources that implement one of some IDs as a whole, or those with a property for it if there are none. */
function effective(resources: readonly PlanResource[], ids: readonly string[]): readonly PlanResource[] {
  const whole = resources.filter((one) => ids.some((id) => one.reason.ids.includes(id)));
  return whole.length > 0 ? whole : resources;
}

const isParameters = (path: string): boolean => path.endsWith('.bicepparam');
const isBicep = (path: string): boolean => path === 'main.bicep' || isParameters(path);

/** A cell with more names is unreadable; the other tables list them by resource. */
const most = 8;

function cell(names: readonly string[], all = Infinity): Cell {
  if (names.length > most && all !== Infinity) return { codes: [], word: `${names.length} of ${all}, listed below` };
  return { codes: commas(names), word: names.length === 0 ? 'None' : '' };
}
