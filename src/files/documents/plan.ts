import template from '../../../templates/documents/plan.md.hbs';
import { learnPages, templateReference } from '../../../avm-catalog/azure/learn-pages.ts';
import { region } from '../../../avm-catalog/azure/regions.ts';
import type { Reason } from '../../bicep/value.ts';
import { sizingColumns } from '../../resolve/components.ts';
import { breaksOf, type RuleBreak } from '../../resolve/rule-words.ts';
import { settingsText, stateText, tallyStates } from '../../resolve/state-text.ts';
import type { RuleState } from '../../resolve/states.ts';
import { membersOf, type PlanResource } from '../../plan/plan.ts';
import type { GeneratedFile } from '../file-set.ts';
import { inOrder, prerequisitesOf } from '../readme/documented.ts';
import { bicepVersion, mirrorOf } from '../readme/prerequisites.ts';
import { counted } from '../../findings/tally.ts';
import { enumerate } from '../../text/enumerate.ts';
import type { Workspace } from '../readme/sides.ts';
import type { Environment } from '../../../avm-catalog/kernel/workspace.ts';
import { pictureLinks } from '../pictures.ts';
import { renderFile } from '../render.ts';
import { flowLines, overviewText } from './architecture.ts';
import { deploymentLines } from './deployment.ts';
import { exceptions } from './exceptions.ts';
import { ruleReason, rulesReason, type Specified } from './subject.ts';
import { treeLines } from './tree.ts';
import { waiverRows } from './waivers.ts';
import { commas, separated } from '../../text/commas.ts';
import { ownValue } from '../../bicep/own.ts';
import { namesOf } from '../../../avm-catalog/kernel/documents.ts';

export function planDocument(subject: Specified): GeneratedFile {
  const { workspace, name, feature } = subject;
  const { plan, sides } = workspace;
  const waivers = waiverRows(workspace);
  const checks = subject.rules.map((rule) => checked(rule, workspace));
  const resources = plan.resources.map((one) => resourceRow(one, workspace));
  const model = {
    name,
    feature,
    summary: workspace.spec.blueprint.title,
    bicepVersion,
    environments: enumerate(namesOf(sides)),
    regions: enumerate([...new Set(sides.map((side) => side.region))]),
    counts: {
      environments: sides.length,
      parameters: plan.parameters.length,
    },
    contents: contentsOf(plan.resources),
    default: workspace.default,
    overview: overviewText(workspace),
    flows: flowLines(workspace),
    pages: separated(learnPages(resources.map(({ source }) => source))),
    tree: treeLines(workspace),
    checks: rowsOf(checks),
    states: { tally: tallyStates(subject.rules), reason: subject.allRules },
    wished: checks.some((one) => one.breaks.some(({ isWaived }) => !isWaived)),
    waived: waivers.length > 0,
    resources,
    limited: resources.some((one) => one.limited !== ''),
    deployment: deploymentLines(workspace),
    pictures: pictureLinks(workspace),
    sizing: sizing(workspace),
    hasTargets: workspace.spec.components.some(({ targetRows }) => targetRows !== undefined),
    mirror: mirrorOf(workspace),
    integrations: integrationLines(workspace),
    outputs: {
      names: commas(plan.outputs.map((one) => one.name)),
      reason: workspace.reason(['environments']),
    },
    exceptions: exceptions(workspace, checks, waivers),
  };
  return renderFile(`${subject.folder}/plan.md`, template, model, subject.reason);
}

/** `18 modules and 4 native resources` */
function contentsOf(resources: readonly PlanResource[]): string {
  const count = (kind: PlanResource['kind'], word: string): readonly string[] => {
    const found = resources.filter((one) => one.kind === kind).length;
    return found === 0 ? [] : [counted(found, word)];
  };
  return enumerate([
    ...count('module', 'module'),
    ...count('file', 'custom Bicep file'),
    ...count('native', 'native resource'),
  ]);
}

/** What declares a resource, and the page about exactly that version. */
function sourceLink(one: PlanResource) {
  if (one.kind === 'file') return { source: one.file.path, type: false, version: '', page: '' };
  if (one.kind !== 'module') return { source: one.type, type: true, version: '', page: templateReference(one.type) };
  const { module, version } = one;
  const page = `https://github.com/Azure/bicep-registry-modules/tree/${module}/${version}/${module}`;
  return { source: module, type: false, version, page };
}

function integrationLines(workspace: Workspace) {
  const all = prerequisitesOf(workspace).flatMap(({ integrations, fact: { reason } }) =>
    integrations ? [{ ...integrations, reason }] : [],
  );
  return inOrder(all).flatMap(({ lines, reason }) => lines.map((text) => ({ text, reason })));
}

/** A rule with its state, and the settings that don't comply with it, each once with its environments. */
function checked(evaluated: RuleState, workspace: Workspace) {
  const { rule } = evaluated;
  const { id } = rule.definition;
  const reason = ruleReason(id);
  const found = breaksOf(rule, workspace.spec);
  const keyOf = ({ answer, what, isWaived }: RuleBreak): string => JSON.stringify([answer, what, isWaived]);
  const breaks = [...new Set(found.map(keyOf))].flatMap((key) => {
    const same = found.filter((one) => keyOf(one) === key);
    const [first] = same;
    if (!first) return [];
    const where = workspace.where(
      workspace.sides.filter(({ environment }) => same.some((one) => one.view.environment === environment)),
    );
    const { what, instead, isWaived } = first;
    return [{ id, answer: first.answer.replace(/^\//, ''), what, instead, where, isWaived, reason }];
  });
  const [state, settings] = [stateText(evaluated), settingsText(evaluated)];
  return { id, level: rule.level.toUpperCase(), state, settings, breaks, reason };
}

/** Rules with the same level and states share a row. */
function rowsOf(checks: readonly ReturnType<typeof checked>[]) {
  const keyOf = ({ level, state, settings }: (typeof checks)[number]): string =>
    JSON.stringify([level, state, settings]);
  return [...new Set(checks.map(keyOf))].flatMap((key) => {
    const same = checks.filter((one) => keyOf(one) === key);
    const [first] = same;
    if (!first) return [];
    const ids = same.map(({ id }) => id);
    return [{ ...first, ids: ids.join(', '), reason: rulesReason(ids) }];
  });
}

function resourceRow(one: PlanResource, workspace: Workspace) {
  const sides = sidesOf(one, workspace);
  return {
    kind: one.kind,
    symbol: one.symbol,
    comment: one.comment,
    ...sourceLink(one),
    ids: workspace.reason(one.reason.ids).ids.join(', '),
    limited: sides.length === workspace.sides.length ? '' : workspace.where(sides),
    reason: { ...workspace.reason(one.reason.ids, one.reason.component) } satisfies Reason,
  };
}

/** The environments a resource is deployed in. */
function sidesOf(one: PlanResource, workspace: Workspace): readonly Environment[] {
  const sides = new Set(membersOf([one]).flatMap((member) => memberSides(member, workspace)));
  return workspace.sides.filter((side) => sides.has(side));
}

function memberSides({ components, condition }: PlanResource, workspace: Workspace): readonly Environment[] {
  const sides = components.flatMap((component) => workspace.with(component));
  if (condition?.$ !== 'ref' || condition.kind !== 'param') return sides;
  const values = workspace.valuesOf(condition.name);
  return sides.filter((side) => ownValue(values, side.environment) !== false);
}

/** The facts of the catalog about the region of an environment, and the columns of the components. */
function sizing(workspace: Workspace) {
  const columns = sizingColumns(workspace.spec);
  const parts = [...new Set(columns.map(({ component }) => component))];
  const ids = ['TST-001', 'TST-003', ...parts.flatMap((one) => one.sizing?.ids ?? [])];
  const reason = workspace.reason(ids, parts[0]?.name);
  return {
    columns: columns.map(({ title }) => title),
    rows: workspace.sides.map((side) => ({
      environment: side.environment,
      region: side.region,
      zones: zonesOf(side),
      cells: columns.map(({ component, cell }) => (component.enabled(side) ? cell(side) : 'Not applicable')),
      reason: { ...reason, answers: [`environments.${side.environment}`] } satisfies Reason,
    })),
  };
}

function zonesOf({ region: name, core: { location } }: Environment): string {
  const zones = region(name)?.zones;
  if (zones === undefined) return 'Not in the catalog';
  if (zones === 0) return 'No zones';
  return location.zone === null ? `${zones} zones, none selected` : `Zone ${location.zone} of ${zones}`;
}
