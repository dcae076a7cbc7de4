import type * as zod from 'zod';
import type { Zod } from '../../avm-catalog/kernel/context.ts';
import type { Answers } from './answers.ts';
import { asWritten } from './as-written.ts';

const most = 50;

/** By path of a setting: why the value is not a secret, although it looks like one. */
export function notSecretsSchema(z: Zod): zod.ZodType<Readonly<Record<string, string>>> {
  return z
    .record(
      z.string().regex(/^[^\s.].{0,299}$/, 'must be the path of a setting, such as workload.description'),
      z
        .string()
        .min(10)
        .max(500)
        .regex(/^\S(.*\S)?$/, 'must neither begin nor end with a space'),
    )
    .refine((given) => Object.keys(given).length <= most, `must have ${most} entries or fewer`)
    .describe('Settings that look like secrets and are not, by path, with the reason');
}

/** Every text of the answers, by its path. */
export function textsByPath(value: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [...textsByPath(inner, path === '' ? key : `${path}.${key}`)]),
  );
}

/** The texts that are declared to be no secrets. */
export function declaredTexts(answers: Answers): readonly string[] {
  const paths = Object.keys(answers.notSecrets ?? {});
  if (paths.length === 0) return [];
  const texts = textsByPath({ ...asWritten(answers), notSecrets: {} });
  return paths.flatMap((path) => texts.get(path) ?? []);
}
