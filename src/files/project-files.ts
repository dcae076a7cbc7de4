import bicepConfig from '../../templates/bicepconfig.json.hbs';
import editorConfig from '../../templates/editorconfig.hbs';
import gitAttributes from '../../templates/gitattributes.hbs';
import gitIgnore from '../../templates/gitignore.hbs';
import { schemaText } from '../answers/json-schema.ts';
import type { Reason } from '../bicep/value.ts';
import { reasonIds, requirementIds } from '../resolve/requirements.ts';
import type { Spec } from '../resolve/spec.ts';
import { extraExtensions } from './extra-files.ts';
import type { GeneratedFile } from './file-set.ts';
import { linterRules } from './linter-rules.ts';
import { mirrorFacts } from './mirror.ts';
import type { Workspace } from './readme/sides.ts';
import { renderFile } from './render.ts';

export function projectFiles(workspace: Workspace): readonly GeneratedFile[] {
  const { spec } = workspace;
  const house: Reason = { ids: requirementIds(['environments'], spec) };
  const powershell = extraExtensions(workspace).has('ps1');
  return [
    bicepConfigFile(spec),
    renderFile('.editorconfig', editorConfig, { powershell }, house),
    renderFile('.gitattributes', gitAttributes, {}, house),
    renderFile('.gitignore', gitIgnore, {}, house),
    schemaFile(spec, house),
  ];
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
function schemaFile({ blueprint }: Spec, reason: Reason): GeneratedFile {
  const text = schemaText(blueprint);
  return { path: '.avm/avm.schema.json', text, trace: [{ from: 1, to: text.split('\n').length - 1, reason }] };
}
