import type { Place } from '../../findings/finding.ts';
import { Refusal } from '../shared/failure.ts';
import type { CreateOptions } from './creation.ts';
import type { GivenFiles } from './given-files.ts';

/**
 * The same findings where no workspace was created. A line of the avm.yaml that was not written is a line of the file
 * that it would have been a copy of, or no place to look at.
 */
export function beforeCreation({ findings }: Refusal, files: GivenFiles | undefined, options: CreateOptions): Refusal {
  const isGiven = files?.texts.some(({ file }) => file === 'avm.yaml') ?? false;
  const copied = copiedFile(files, options);
  const placed = findings.map((one) => {
    if (isGiven || one.where.file !== 'avm.yaml') return one;
    return { ...one, where: copied === undefined ? withoutLine(one.where) : { ...one.where, file: copied } };
  });
  return new Refusal(placed, 'option');
}

function withoutLine(where: Place): Place {
  return Object.fromEntries(Object.entries(where).filter(([key]) => !['file', 'line', 'column'].includes(key)));
}

/** A whole file in YAML becomes avm.yaml as it is, unless something is set over it. */
function copiedFile(files: GivenFiles | undefined, { set = [] }: CreateOptions): string | undefined {
  const [first, second] = files?.texts ?? [];
  const isCopied = files?.preset.isWhole && second === undefined && set.length === 0;
  return isCopied && first && !first.text.trimStart().startsWith('{') ? first.file : undefined;
}
