import bicepConfig from '../../templates/bicepconfig.json.hbs';
import editorConfig from '../../templates/editorconfig.hbs';
import gitAttributes from '../../templates/gitattributes.hbs';
import gitIgnore from '../../templates/gitignore.hbs';
import { bicepFilesPath, formatBicepFiles } from '../../avm-catalog/modules/bicep-file.ts';
import { schemaText } from '../answers/json-schema.ts';
import type { Reason } from '../bicep/value.ts';
import { reasonIds, requirementIds } from '../resolve/requirements.ts';
import type { Spec } from '../resolve/spec.ts';
import { extraExtensions } from './extra-files.ts';
import type { GeneratedFile } from './file-set.ts';
import { linterRules } from './linter-rules.ts';
import { mirrorFacts } from './mirror.ts';
import { deploymentCommands } from './readme/documented.ts';
import type { Workspace } from './readme/sides.ts';
import { renderFile } from './render.ts';

export function projectFiles(workspace: Workspace): readonly GeneratedFile[] {
  const { spec } = workspace;
  const house: Reason = { ids: requirementIds(['environments'], spec) };
  const powershell = extraExtensions(workspace).has('ps1');
  return [
    bicepConfigFile(spec),
    renderFile('.editorconfig', editorConfig, { powershell }, house),
    { ...renderFile('.gitattributes', gitAttributes, {}, house), lines: true },
    {
      ...renderFile('.gitignore', gitIgnore, { ignored: ignoredIn(workspace) }, house),
      lines: true,
    },
    schemaFile(spec, house),
    ...bicepFilesFile(workspace),
  ];
}

function ignoredIn(workspace: Workspace): readonly string[] {
  const own = workspace.spec.components.flatMap(({ name, docs }) => (workspace.has(name) ? (docs.ignored ?? []) : []));
  return [...(deploymentCommands(workspace)?.ignored ?? []), ...own];
}

/** What the compiler read of the Bicep files that a person writes: the same bytes wherever it is, and where there is none. */
function bicepFilesFile(workspace: Workspace): readonly GeneratedFile[] {
  const made = workspace.plan.resources.flatMap((one) => (one.kind === 'file' ? [one] : []));
  if (made.length === 0) return [];
  const text = formatBicepFiles([...new Map(made.map(({ file }) => [file.path, file])).values()]);
  const reason: Reason = {
    ids: [...new Set(made.flatMap((one) => workspace.reason(one.reason.ids).ids))].toSorted(),
    answers: made.map(({ answers }) => answers.replace(/\.\w+$/, '.file')).toSorted(),
  };
  return [{ path: bicepFilesPath, text, trace: [{ from: 1, to: text.split('\n').length - 1, reason }] }];
}

function bicepConfigFile(spec: Spec): GeneratedFile {
  const active = ['ARC-001', 'ARC-002', 'ARC-003'].filter((id) => spec.settings.on(id));
  const mirror = spec.mirror && { ...mirrorFacts(spec.mirror), reason: { ids: active, answers: ['modules'] } };
  const rules = linterRules.map((rule, index) => ({ ...rule, comma: index < linterRules.length - 1 ? ',' : '' }));
  const model = {
    rules,
    more: mirror !== undefined,
    mirror: mirror ? { ...mirror, asks: !mirror.trusted } : null,
    plain: mirror?.plain ? mirror : null,
  };
  return renderFile('bicepconfig.json', bicepConfig, model, { ids: reasonIds(active, spec) });
}

/** Lets editors complete and check avm.yaml. */
function schemaFile({ blueprint, version }: Spec, reason: Reason): GeneratedFile {
  const text = schemaText(blueprint, version);
  return { path: '.avm/avm.schema.json', text, trace: [{ from: 1, to: text.split('\n').length - 1, reason }] };
}
