import { namingRule } from '../../azure/naming.ts';
import type { NameSpec } from '../../kernel/component.ts';
import { typeOfFile } from '../../kernel/file-type.ts';
import { nameOfUnknown } from '../../kernel/unknown-name.ts';
import type { BicepFile } from '../../modules/bicep-file.ts';

/** Follows the naming rule of the file's main type, if the catalog has one. */
export function nameSpec(file: BicepFile): NameSpec {
  const type = typeOfFile(file) ?? '';
  const rule = namingRule(type);
  if (rule?.abbreviation !== undefined) return { type };
  return nameOfUnknown(type, type.split('/').at(-1) ?? '', rule);
}
