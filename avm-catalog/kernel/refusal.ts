import { ownValue } from '../../src/bicep/own.ts';
import { said, type ArgumentsOf, type Code, type Said } from '../../src/findings/finding.ts';

/** A zod issue that names its finding; `key` places it at the key rather than at the value. */
export type Refusal = Said & { readonly key: boolean };

// zod asks for an index signature, which an interface does not have.
type RefusalIssue = { code: 'custom'; path: string[]; params: { [key: string]: unknown } };

export function refusal<C extends Code>(
  code: C,
  path: readonly string[],
  args: ArgumentsOf<C>,
  key = false,
): RefusalIssue {
  return refusalOf(said(code, args), path, key);
}

export function refusalOf({ code, args }: Said, path: readonly string[] = [], key = false): RefusalIssue {
  return { code: 'custom', path: [...path], params: { refusal: { code, args, key } } };
}

/** The refusal that an issue of `refusal` carries: zod hands on what it was given, and knows nothing of its type. */
export function refusalIn(params: Readonly<Record<string, unknown>> | undefined): Refusal | undefined {
  return ownValue(params, 'refusal') as Refusal | undefined;
}
