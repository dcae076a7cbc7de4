import type { ComponentDefinition } from '../../avm-catalog/kernel/component.ts';
import type { BicepFile } from '../../avm-catalog/modules/bicep-file.ts';
import { resolve } from '../../avm-catalog/modules/resolve.ts';
import { sharedPath } from '../answers/version.ts';
import { ownValue } from '../bicep/own.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';
import type { Spec } from '../resolve/spec.ts';
import { waive } from '../resolve/waivers.ts';
import { differing } from './differing.ts';
import type { Catalog } from './draft.ts';
import type { Plan, PlanFile } from './plan.ts';

/** The rule that asks for modules, and for the reason of what is made without one. */
const modulesRule = 'ARC-002';

/** A file that differs by environment or was not read, and outputs that it cannot give. */
export function fileProblems({ file, enabled }: ComponentDefinition, spec: Spec, catalog: Catalog): readonly Finding[] {
  const chosen = spec.views.flatMap((view) => (file ? [{ view, one: file(view) }] : []));
  const [first] = chosen;
  if (!first || first.one.path === '' || !spec.views.some((view) => enabled(view))) return [];
  const other = chosen.find(({ one }) => JSON.stringify(one) !== JSON.stringify(first.one));
  if (other) return [differing(other.view, other.one, 'bicep-file-differs')];
  const { path, answer, outputs } = first.one;
  const where = { file: 'avm.yaml', answer: sharedPath(answer, spec.version) };
  const read = catalog.file(path);
  if (!read)
    return [makeFinding('bicep-file-unread', 'error', { file: path }, { ...where, answer: `${where.answer}.file` })];
  const { outputs: declared, types } = read.interface;
  const isShown = (name: string): boolean => {
    const { type, secure, nullable } = resolve(types, ownValue(declared, name) ?? {});
    return type === 'string' && secure !== true && nullable !== true;
  };
  const known = Object.keys(declared).filter(isShown);
  return outputs.flatMap((output, index) =>
    known.includes(output)
      ? []
      : [
          makeFinding(
            'bicep-file-output',
            'error',
            { file: path, output, why: whyNot(read, output), known },
            { ...where, answer: `${where.answer}.outputs.${index}` },
          ),
        ],
  );
}

function whyNot({ interface: { outputs, types } }: BicepFile, output: string): 'missing' | 'secure' | 'type' {
  const node = ownValue(outputs, output);
  if (node === undefined) return 'missing';
  return resolve(types, node).secure === true ? 'secure' : 'type';
}

/** Resources that a file declares by itself, and of which neither the file nor an answer says why. */
export function checkFiles({ resources }: Plan, spec: Spec): readonly Finding[] {
  const rule = spec.rules.find(({ definition }) => definition.id === modulesRule);
  if (!rule || rule.level === 'off') return [];
  const found = resources.flatMap((one) => {
    const types = one.kind === 'file' ? unexplained(one) : [];
    if (one.kind !== 'file' || types.length === 0) return [];
    const answer = one.answers.replace(/\.\w+$/, '.reason');
    const args = {
      rule: modulesRule,
      title: rule.definition.title,
      what: `${one.file.path} declares ${types.join(', ')} itself, and nothing says why`,
      instead: `${answer.replace(/^spec\./, '')}="why no AVM module makes it"`,
    };
    const severity = rule.level === 'must' ? ('error' as const) : ('warning' as const);
    return [makeFinding('rule-broken', severity, args, { file: 'avm.yaml', answer }, [modulesRule])];
  });
  return waive(found, spec);
}

function unexplained({ file, exception }: PlanFile): readonly string[] {
  if (exception !== '') return [];
  return [...new Set(file.resources.flatMap((one) => (one.exception === '' ? [one.type] : [])))].toSorted();
}
