import template from '../../../templates/documents/plan.md.hbs';
import { region } from '../../../avm-catalog/azure/regions.ts';
import type { Reason } from '../../bicep/value.ts';
import { sizingColumns } from '../../resolve/components.ts';
import { breaksOf, type RuleBreak } from '../../resolve/rule-words.ts';
import { settingsText, stateText, tallyStates } from '../../resolve/state-text.ts';
import type { RuleState } from '../../resolve/states.ts';
import type { PlanResource } from '../../plan/plan.ts';
import type { GeneratedFile } from '../file-set.ts';
import { extraFileRows } from '../extra-files.ts';
import { inOrder, prerequisitesOf } from '../readme/documented.ts';
import { bicepVersion, mirrorOf } from '../readme/prerequisites.ts';
import { enumerate } from '../../text/enumerate.ts';
import type { Workspace } from '../readme/sides.ts';
import type { Environment } from '../../../avm-catalog/kernel/workspace.ts';
import { pictureLinks } from '../pictures.ts';
import { renderFile } from '../render.ts';
import { deploymentLines } from './deployment.ts';
import { exceptions } from './exceptions.ts';
import { ruleReason, rulesReason, type Specified } from './subject.ts';
import { waiverRows } from './waivers.ts';
import { commas } from '../../text/commas.ts';
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
      modules: resources.filter((one) => one.kind === 'module').length,
      native: resources.filter((one) => one.kind === 'native').length,
      parameters: plan.parameters.length,
    },
    checks: rowsOf(checks),
    states: { tally: tallyStates(subject.rules), reason: subject.allRules },
    wished: checks.some((one) => one.breaks.some(({ isWaived }) => !isWaived)),
    waived: waivers.length > 0,
    resources,
    limited: resources.some((one) => one.limited !== ''),
    deployment: deploymentLines(workspace),
    pictures: pictureLinks(workspace),
    sizing: sizing(workspace),
    mirror: mirrorOf(workspace),
    integrations: integrationLines(workspace),
    outputs: {
      names: commas(plan.outputs.map((one) => one.name)),
      reason: workspace.reason(['environments']),
    },
    exceptions: exceptions(workspace, checks, waivers),
    extraFiles: extraFileRows(workspace),
  };
  return renderFile(`${subject.folder}/plan.md`, template, model, subject.reason);
}

function integrationLines(workspace: Workspace) {
  const all = prerequisitesOf(workspace).flatMap(({ integrations, fact: { reason } }) =>
    integrations ? [{ ...integrations, reason }] : [],
  );
  return inOrder(all).flatMap(({ lines, reason }) => lines.map((text) => ({ text, reason })));
}

/** A rule with its state, and what the answers break of it, each once with where that is. */
function checked(stands: RuleState, workspace: Workspace) {
  const { rule } = stands;
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
  const [state, settings] = [stateText(stands), settingsText(stands)];
  return { id, level: rule.level.toUpperCase(), state, settings, breaks, reason };
}

/** Rules that stand alike share a row. */
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
    module: one.kind === 'module' ? one.module : '',
    version: one.kind === 'module' ? one.version : '',
    type: one.kind === 'module' ? '' : one.type,
    ids: workspace.reason(one.reason.ids).ids.join(', '),
    limited: sides.length === workspace.sides.length ? '' : workspace.where(sides),
    reason: { ...workspace.reason(one.reason.ids, one.component) } satisfies Reason,
  };
}

/** The environments a resource is deployed in. */
function sidesOf({ component, condition }: PlanResource, workspace: Workspace): readonly Environment[] {
  const sides = workspace.with(component);
  if (condition?.$ !== 'ref' || condition.kind !== 'param') return sides;
  const values = workspace.valuesOf(condition.name);
  return sides.filter((side) => ownValue(values, side.environment) !== false);
}

/** What the catalog knows of the region of an environment, and of what components say of it. */
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
      cells: columns.map(({ component, cell }) => (component.enabled(side) ? cell(side) : '–')),
      reason: { ...reason, answers: [`environments.${side.environment}`] } satisfies Reason,
    })),
  };
}

function zonesOf({ region: name, core: { location } }: Environment): string {
  const zones = region(name)?.zones;
  if (zones === undefined) return 'not in the catalog';
  if (zones === 0) return 'no zones';
  return location.zone === null ? `${zones} zones, none chosen` : `zone ${location.zone} of ${zones}`;
}
