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
import { reasonsWithin, sourceOf } from './tracing/account.ts';
import { environmentsOf } from './tracing/deployed.ts';
import { commas } from '../text/commas.ts';

/** Names by which parameter files are told together where all of them hold the same id. */
const parameterFiles = 'main.*.bicepparam';

/** Files that name ids of every kind from end to end: to list them with each id would say nothing of it. */
const everywhere = /^README\.md$|\/(?:constitution|spec|plan|tasks|analysis)\.md$/;

/** The matrix of ids against resources, parameters and files. `others` are the files it tells of. */
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
    folder: `specs/001-${spec.workload.name}/`,
    resources: plan.resources.map((one) => index.resourceRow(one)),
    parameters: plan.parameters.map((one) => index.parameterRow(one)),
  };
  return renderFile('docs/traceability.md', template, model, whole);
}

/** A rule that is off is no reason, so the line is there for what the file is there for. */
function offLine({ rules }: Spec, whole: Reason) {
  const off = rules.flatMap((rule) => (rule.level === 'off' ? [rule.definition.id] : []));
  return off.length === 0 ? null : { ids: off.join(', '), reason: rulesReason(off, whole.ids) };
}

function ruleRow({ definition, level }: Rule, index: Index) {
  const held = heldAt(definition);
  const places = (['answers', 'template', 'resources'] as const).filter((one) => held[one]);
  const reason = { ids: [definition.id], answers: [ruleAnswer(definition.id)] };
  return index.row(definition.id, definition.title, level, places.length === 0 ? 'plan' : enumerate(places), reason);
}

/** What is there for a rule is there for the requirements that it satisfies too. */
function requirementRow(one: Requirement, spec: Spec, index: Index) {
  const { id, statement, answer, task } = one;
  if (answer === undefined) return index.row(id, statement, '', '', { ids: [id] });
  const rules = one.rules.filter((rule) => isRuleOn(rule, spec));
  const check = [...rules, ...(task === undefined ? [] : ['a person'])].join(', ');
  const row = index.row(id, statement, '', check, { ids: [id], answers: [answer] }, [id, ...rules]);
  const met = satisfiedIn(one, spec).map((view) => view.environment);
  return { ...row, environments: met.length === 0 ? 'none' : index.where(met) };
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
  /** Ids that a line of any file is there for. */
  readonly #told: ReadonlySet<string>;
  readonly #folder: string;

  constructor(plan: Plan, spec: Spec, files: FileSet) {
    this.#plan = plan;
    this.#spec = spec;
    this.#resources = plan.resources.map((one) => ({ one, ids: idsOf(reasonsWithin(one)) }));
    this.#told = idsOf(files.flatMap((file) => (file.path === 'README.md' ? [] : file.trace.map((run) => run.reason))));
    this.#folder = `specs/001-${spec.workload.name}/`;
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

  /** `of` are the ids that what is there may have. */
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
      environments: this.where(effective(resources, of).flatMap((one) => environmentsOf(one, this.#plan))),
    };
  }

  resourceRow(one: PlanResource) {
    const own = this.active(one.reason.ids);
    const details = [...idsOf(reasonsWithin(one))].filter((id) => !own.includes(id)).toSorted();
    return {
      symbol: one.symbol,
      is: sourceOf(one),
      part: this.#plan.components.find(({ name }) => name === one.component)?.title ?? '',
      environments: this.where(environmentsOf(one, this.#plan)),
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
    if (paths.filter(isParameters).length < all) return paths.toSorted();
    return [...paths.filter((path) => !isParameters(path)), parameterFiles].toSorted();
  }

  where(environments: readonly string[]): string {
    const named = this.#plan.environments.filter((one) => environments.includes(one));
    return named.length === 0 || named.length === this.#plan.environments.length ? 'all' : named.join(', ');
  }
}

function idsOf(reasons: readonly Reason[]): ReadonlySet<string> {
  return new Set(reasons.flatMap((reason) => reason.ids));
}

/** Of the resources with one of some ids those that are there for it; those that have a property for it, where no whole one is. */
function effective(resources: readonly PlanResource[], ids: readonly string[]): readonly PlanResource[] {
  const whole = resources.filter((one) => ids.some((id) => one.reason.ids.includes(id)));
  return whole.length > 0 ? whole : resources;
}

const isParameters = (path: string): boolean => path.endsWith('.bicepparam');
const isBicep = (path: string): boolean => path === 'main.bicep' || isParameters(path);

/** More than this in a cell nobody reads; the other tables have it by resource. */
const most = 8;

function cell(names: readonly string[], all = Infinity): Cell {
  if (names.length > most && all !== Infinity) return { codes: [], word: `${names.length} of ${all}, named below` };
  return { codes: commas(names), word: '' };
}
