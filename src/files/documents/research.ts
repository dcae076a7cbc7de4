import template from '../../../templates/documents/research.md.hbs';
import { pairOf } from '../../../avm-catalog/azure/regions.ts';
import { chosen } from '../../../avm-catalog/kernel/facts.ts';
import type { RegionsParameters } from '../../../avm-catalog/kernel/rule-parameters.ts';
import type { GeneratedFile } from '../file-set.ts';
import type { Workspace } from '../readme/sides.ts';
import { renderFile } from '../render.ts';
import { inScope } from './scope.ts';
import type { Specified } from './subject.ts';
import { commas } from '../../text/commas.ts';

export function research(subject: Specified): GeneratedFile {
  const { workspace } = subject;
  const parts = workspace.spec.components.flatMap((one) =>
    one.research && workspace.has(one.name) ? [{ name: one.name, research: one.research }] : [],
  );
  const partials = Object.fromEntries(parts.map(({ name, research: part }) => [name, part.template]));
  const model = {
    name: subject.name,
    regions: chosen(workspace, (side) => side.region).map((one) => ({ ...one, ...regionFacts(one.value, workspace) })),
    regionReason: workspace.reason(['TST-001', 'TST-003']),
    parts: parts.map(({ name, research: part }) => ({ name, ...part.model(workspace, workspace.plan) })),
    decisions: inScope(subject, workspace.spec.blueprint.content.decisions),
    hasNative: workspace.plan.resources.some(
      (one) => one.kind === 'native' || (one.kind === 'file' && one.file.resources.length > 0),
    ),
  };
  return renderFile(`${subject.folder}/research.md`, template, model, subject.reason, partials);
}

function regionFacts(name: string, { spec }: Workspace) {
  const allowed = spec.settings.on('TST-001') ? spec.settings.parameters<RegionsParameters>('TST-001').regions : [];
  return { pair: pairOf(name) ?? '', others: commas(allowed.filter((one) => one !== name)) };
}
