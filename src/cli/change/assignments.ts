import { UsageFailure } from '../shared/failure.ts';

export interface Assignment {
  readonly path: string;
  /** As it was typed. */
  readonly value: string;
}

/** `path=value`; the value may contain equals signs. */
export function parseAssignment(text: string): Assignment {
  const at = text.indexOf('=');
  const path = text.slice(0, at).trim();
  if (at < 1 || path === '')
    throw new UsageFailure(
      `'${text}' is not a setting.`,
      'Write it as PATH=VALUE, such as network.addressSpace=10.30.0.0/22',
    );
  return { path, value: text.slice(at + 1) };
}
