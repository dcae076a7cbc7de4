import { specFolder } from '../answers/feature.ts';
import template from '../../templates/README.md.hbs';
import { groupCreation } from '../../avm-catalog/kernel/group-creation.ts';
import type { Environment } from '../../avm-catalog/kernel/workspace.ts';
import { listed } from '../text/commas.ts';
import { enumerate } from '../text/enumerate.ts';
import { computedText } from '../plan/computed-text.ts';
import { waiverRows } from './documents/waivers.ts';
import { extraFileRows } from './extra-files.ts';
import type { GeneratedFile } from './file-set.ts';
import { withOwnText } from './own-text.ts';
import { picturesOf } from './picture/pictured.ts';
import { kindLinks, pictureLinks } from './pictures.ts';
import { diagramLines } from './readme/diagram.ts';
import { deploymentCommands } from './readme/documented.ts';
import { examples, telemetry } from './readme/examples.ts';
import { improvements, natives } from './readme/improvements.ts';
import { limitations } from './readme/limitations.ts';
import { idLines } from './readme/lookup.ts';
import { componentNotes } from './readme/notes.ts';
import { parameterRows } from './readme/parameters.ts';
import { permissions } from './readme/permissions.ts';
import { version } from './tool.ts';
import { bicepVersion, mirrorOf, prerequisitePartials, prerequisiteParts, providers } from './readme/prerequisites.ts';
import { resourceNames } from './readme/resource-names.ts';
import { shellVariables } from './readme/shell-variables.ts';
import type { Workspace } from './readme/sides.ts';
import { renderFile } from './render.ts';

export function readme(workspace: Workspace): GeneratedFile {
  const { partials, ...told } = componentNotes(workspace);
  const deployed = deploymentCommands(workspace);
  const { joined } = shellVariables(workspace);
  const deployment = deployed ? { reason: deployed.reason, joined, ...deployed.facts(workspace) } : null;
  const model = { ...modelOf(workspace), ...told, deployment };
  const all = {
    ...Object.fromEntries([...partials, ...prerequisitePartials(workspace)]),
    ...deployed?.partials,
  };
  return withOwnText(renderFile('README.md', template, model, workspace.reason(['ARC-001', 'environments']), all));
}

function modelOf(workspace: Workspace): object {
  const { plan, spec, sides } = workspace;
  const last = sides.at(-1) ?? workspace.default;
  const lookups = idLines(workspace);
  const links = pictureLinks(workspace);
  return {
    workload: spec.workload,
    blueprint: spec.blueprint,
    documents: `${specFolder(spec.workload)}/`,
    environmentNames: enumerate(plan.environments),
    sides: deployments(workspace),
    default: workspace.default,
    last,
    several: sides.length > 1,
    exampleRequirement: lookups.requirements[0]?.id ?? '',
    exampleIds: [lookups.rules[0]?.id, lookups.requirements[0]?.id].filter((id) => id !== undefined).join(' and '),
    pictures: links,
    kinds: kindLinks(workspace),
    drawnApart: links.length > 1,
    inLevels: (links[0]?.levels.length ?? 0) > 0,
    diagram: picturesOf(workspace)
      .slice(0, 1)
      .flatMap(({ scene }) => diagramLines(scene)),
    ...namesIn(workspace),
    parts: plan.components.map((one) => ({
      ...one,
      ids: one.ids.join(', '),
      where: workspace.where(workspace.with(one.name)),
      reason: workspace.because(one.name),
    })),
    parameters: parameterRows(workspace),
    variables: shellVariables(workspace),
    lookups: { ...lookups, rules: lookups.rules.map((one) => ({ ...one, level: one.level.toUpperCase() })) },
    bicepVersion,
    version,
    mirror: mirrorOf(workspace),
    providers: providers(workspace),
    locks: locks(workspace),
    prerequisites: prerequisiteParts(workspace),
    permissions: permissions(workspace),
    limitations: limitations(workspace),
    improvements: improvements(workspace),
    natives: natives(workspace),
    telemetry: telemetry(workspace),
    waivers: waiverRows(workspace),
    imports: plan.imports.map(({ file }) => file),
    extraFiles: extraFileRows(workspace),
    ...examples(workspace),
  };
}

/** The names of NAM-001, and what is in them for what a deployment computes; empty if no name has it. */
function namesIn(workspace: Workspace): object {
  const { plan, default: side } = workspace;
  const hidden = computedText(plan);
  const isShown = hidden !== '' && Object.values(side.names).some((name) => name.includes(hidden));
  return { names: resourceNames(workspace), computedText: isShown ? hidden : '' };
}

function deployments(workspace: Workspace) {
  const commands = deploymentCommands(workspace);
  return workspace.sides.map((side) => ({
    ...side,
    scripted: commands?.sides.includes(side) ?? false,
    deployment: `main-${side.environment}`,
    creation: groupCreation(side.group, side.region, side.groupTags),
    first: firstDeployment(workspace, side),
    reason: { ...workspace.reason(['environments']), answers: [`environments.${side.environment}`] },
  }));
}

/** With what joins the names of its steps. */
function firstDeployment(workspace: Workspace, side: Environment) {
  const first = workspace.afterFirst(side);
  return { ...first, steps: listed(first.steps) };
}

function locks(workspace: Workspace) {
  return workspace.among(
    workspace.sides.filter(({ core }) => core.lock !== 'none'),
    workspace.reason(['locks']),
  );
}
