import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modulePathOf } from '../../../avm-catalog/azure/module-types.ts';
import { pascal } from '../words.ts';

export interface RuleSubject {
  /** As subject.ts exports it. */
  readonly constant: string;
  /** As it follows "no". */
  readonly name: string;
  readonly isNew: boolean;
}

export const subjectFile = 'avm-catalog/constitution/subject.ts';

/** The subject that is of this type alone, or one to add. */
export function subjectOf(root: string, type: string): RuleSubject {
  const text = readFileSync(join(root, subjectFile), 'utf8');
  const all = [...text.matchAll(/^export const (\w+) = ofTypes\('([^']+)', '([^']+)'\);$/gm)];
  const [, constant, name] = all.find(([, , , one]) => one?.toLowerCase() === type.toLowerCase()) ?? [];
  if (constant !== undefined && name !== undefined) return { constant, name, isNew: false };
  const [provider = '', ...kinds] = type.split('/');
  const last = kinds.at(-1) ?? '';
  const plain = last.charAt(0).toLowerCase() + last.slice(1);
  const isTaken = new RegExp(`^(export )?const ${plain}\\b`, 'm').test(text);
  const product = provider.replace(/^\w+\./, '');
  return {
    constant: isTaken ? product.charAt(0).toLowerCase() + product.slice(1) + pascal(plain) : plain,
    name: (modulePathOf(type).split('/').at(-1) ?? '').replaceAll('-', ' '),
    isNew: true,
  };
}
