import template from '../../templates/README.md.hbs';
import type { ComponentDefinition } from '../../avm-catalog/kernel/component.ts';
import type { View } from '../../avm-catalog/kernel/view.ts';
import { components } from '../../avm-catalog/components/index.ts';
import { pins } from '../../avm-catalog/modules/pins.ts';
import { breaksIn } from '../../avm-catalog/constitution/evaluate.ts';
import type { SizesParameters } from '../../avm-catalog/kernel/rule-parameters.ts';
import type { Spec } from '../resolve/spec.ts';
import { waiverRows } from './documents/waivers.ts';
import type { GeneratedFile } from './file-set.ts';
import { pictureLinks, picturesOf } from './pictures.ts';
import { afterFirst } from './readme/first-deployment.ts';
import { diagramLines } from './readme/diagram.ts';
import { limits } from './readme/limits.ts';
import { idLines } from './readme/lookup.ts';
import { needs } from './readme/needs.ts';
import { permissions } from './readme/permissions.ts';
import { componentNotes, proofs } from './readme/notes.ts';
import { parameterRows } from './readme/parameters.ts';
import { enumerate } from '../resolve/enumerate.ts';
import { groupCreation } from './readme/resource-group.ts';
import { shellVariables } from './readme/shell-variables.ts';
import type { Workspace } from './readme/sides.ts';
import { renderFile } from './render.ts';
import { scriptsOf } from './vm-scripts.ts';

const operations = Object.fromEntries(components.map(({ name, docs }) => [name, docs.operations]));

export function readme(workspace: Workspace): GeneratedFile {
  const { plan, spec } = workspace;
  const { sides } = workspace;
  const last = sides.at(-1) ?? workspace.default;
  const lookups = idLines(workspace);
  const notes = componentNotes(workspace);
  const links = pictureLinks(workspace);
  const model = {
    workload: spec.workload,
    blueprint: spec.blueprint,
    documents: `specs/001-${spec.workload.name}/`,
    environmentNames: enumerate(plan.environments),
    sides: deployments(workspace),
    default: workspace.default,
    last,
    several: sides.length > 1,
    exampleIds: [lookups.rules[0]?.id, lookups.requirements[0]?.id].filter((id) => id !== undefined).join(' and '),
    pictures: links,
    drawnApart: links.length > 1,
    diagram: picturesOf(workspace)
      .slice(0, 1)
      .flatMap(({ scene }) => diagramLines(scene)),
    hasComputedNames: Object.values(workspace.default.names).some((name) => name.includes('xxxxxx')),
    parts: plan.components.map((one) => ({
      ...one,
      ids: one.ids.join(', '),
      where: workspace.where(workspace.with(one.name)),
      reason: workspace.because(one.name),
    })),
    parameters: parameterRows(workspace),
    variables: shellVariables(workspace),
    lookups,
    needs: needs(workspace),
    permissions: permissions(workspace),
    limits: limits(workspace),
    telemetry: telemetry(workspace),
    waivers: waiverRows(workspace),
    notes,
    proofs: proofs(notes),
    scripts: scriptsOf(spec),
    hasBackup: workspace.has('backup'),
    backupReason: workspace.because('backup'),
    ...examples(workspace),
  };
  return renderFile('README.md', template, model, workspace.reason(['ARC-001', 'environments']), operations);
}

function deployments(workspace: Workspace) {
  return workspace.sides.map((side) => ({
    ...side,
    deployment: `main-${side.environment}`,
    creation: groupCreation(side.group, side.region, side.groupTags),
    first: afterFirst(workspace, side),
    reason: { ...workspace.reason(['environments']), answers: [`environments.${side.environment}`] },
  }));
}

/** Where modules tell Microsoft that they are deployed, and under which name. */
function telemetry(workspace: Workspace) {
  const told = workspace.among(
    workspace.sides.filter((side) => side.core.telemetry),
    { ...workspace.reason(['environments']), answers: ['spec.telemetry'] },
  );
  const version = pins['compute/virtual-machine'].replaceAll('.', '-');
  return told && { ...told, example: `46d3xbcp.res.compute-virtualmachine.${version}.a1b2` };
}

/** Commands that would do something in this workspace. */
function examples({ spec, sides }: Workspace): { readonly example: string; readonly addable: string } {
  const size = sides.at(-1)?.inputs.virtualMachine.size;
  const sizes = spec.settings.on('TST-002') ? spec.settings.parameters<SizesParameters>('TST-002').sizes : [];
  const other = sizes.find((one) => one !== size);
  const off = components.find(
    (one) =>
      spec.blueprint.components.includes(one.name) &&
      spec.views.every((view) => !one.enabled(view) && allows(spec, view, one)),
  );
  return { example: other ? `virtualMachine.size=${other}` : 'logAnalytics.dailyQuotaGb=5', addable: off?.name ?? '' };
}

/** True where a component can be switched on with nothing else to say, and no rule is against it. */
function allows(spec: Spec, view: View, { check, inputs }: ComponentDefinition): boolean {
  if (!inputs?.switchOn) return false;
  const switched: View = {
    ...view,
    inputs: { ...view.inputs, [inputs.key]: { ...view.inputs[inputs.key], ...inputs.switchOn } },
  };
  return (
    (check?.(switched) ?? []).length === 0 &&
    spec.rules.every((rule) => rule.level === 'off' || (breaksIn(rule, switched) ?? []).length === 0)
  );
}
