import { dayAfter } from '../../kernel/day.ts';
import type { Attestation } from './own-rule.ts';

/** The last day on which an attestation counts; nothing if it doesn’t expire or isn’t made yet. */
export function validUntil({ on, validFor }: Attestation): string | undefined {
  return on === undefined || validFor === undefined ? undefined : dayAfter(on, validFor);
}

/** The last attestation of a rule. */
export function attestationText(attestation: Attestation): string {
  const { by, on } = attestation;
  const until = validUntil(attestation);
  if (by === undefined) return 'not attested yet';
  return `attested by ${by} on ${on}${until === undefined ? '' : `, valid until ${until}`}`;
}
