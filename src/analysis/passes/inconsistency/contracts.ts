import type { Sources } from '../../analysis.ts';
import { contractPaths, folderOf } from '../../documents.ts';
import { teller, type PassResult } from '../../tell.ts';
import { limits, linesOf } from '../../text.ts';
import { ownValue } from '../../../bicep/own.ts';

const tell = teller('inconsistency');

/** Edited contracts against what the template takes and gives; what is only added to one breaks nobody. */
export function contracts(sources: Sources): readonly PassResult[] {
  return contractPaths(folderOf(sources)).flatMap((file) => {
    const [now, then] = [sources.texts.get(file), sources.expected.get(file)];
    if (now === undefined || then === undefined || now === then) return [];
    const [found, wanted] = [promisesOf(now), promisesOf(then)];
    if (!found || !wanted) return [tell('HIGH', 'contract-unreadable', { file, subject: file })];
    const lines = linesOf(now);
    return [...wanted].flatMap(([subject, wants]) => {
      const says = found.get(subject) ?? 'nothing';
      if (says === wants) return [];
      const last = lines.findLastIndex((line) => line.trimStart().startsWith(`"${subject}": {`));
      return [
        tell('HIGH', 'contract-differs', { file, line: last === -1 ? undefined : last + 1, subject }, { says, wants }),
      ];
    });
  });
}

/** What is defined, each by its name, and all else that is said, by its path; nothing where the text is no schema. */
function promisesOf(text: string): ReadonlyMap<string, string> | undefined {
  if (text.length > limits.characters) return undefined;
  try {
    const schema = JSON.parse(text) as unknown;
    if (!isRecord(schema) || !isRecord(schema['definitions'])) return undefined;
    const { definitions, ...rest } = schema;
    const defined = Object.entries(definitions).map(([name, one]) => [name, JSON.stringify(sorted(one))] as const);
    return new Map([...leaves(rest, ''), ...defined]);
  } catch {
    return undefined;
  }
}

/** A list is what it holds, in any order. */
function leaves(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (Array.isArray(value)) return value.map((one) => [`${path}/${JSON.stringify(one)}`, 'named']);
  if (!isRecord(value)) return [[path, JSON.stringify(value)]];
  return Object.entries(value).flatMap(([key, one]) => leaves(one, `${path}/${key}`));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  const keys = Object.keys(value).toSorted();
  return Object.fromEntries(keys.map((key) => [key, sorted(ownValue(value, key))]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
