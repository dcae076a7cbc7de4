import type { Numbers, Severity, Templates, Texts } from './message.ts';

/** Codes of findings that a waiver can cover. */
export type Breach = 'rule-broken' | 'constitution/broken' | 'constitution/untold';

/** The original finding stays in the arguments, so that it can be restored. */
type Waived = Texts<'rule' | 'title' | 'what' | 'instead' | 'waiver' | 'reason' | 'approvedBy' | 'until'> & {
  readonly code: Breach;
  readonly severity: Severity;
};
type Waiver = Texts<'waiver' | 'rule' | 'until' | 'approvedBy'>;

/** Findings about waivers. */
export const waivers = {
  'rule-waived': ({ rule, title, what, waiver, until, approvedBy, reason }: Waived) => ({
    message: `${rule} (${title}) is waived: ${what}. ${waiver} waives it until ${until}`,
    remedy: `${approvedBy} approved it: ${reason}`,
  }),
  'waiver-expired': ({ waiver, rule, until }: Waiver) => ({
    message: `The waiver ${waiver} expired on ${until}, so ${rule} applies again`,
    remedy: `Comply with ${rule} and remove ${waiver}, or get it approved again with a later date.`,
  }),
  'waiver-expiring': ({ waiver, rule, until, days }: Waiver & Numbers<'days'>) => ({
    message: `The waiver ${waiver} expires ${days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`}, on ${until}`,
    remedy: `Comply with ${rule} by then, or get it approved again with a later date.`,
  }),
  'waiver-unused': ({ waiver, rule, why }: Waiver & Texts<'why'>) => ({
    message: `The waiver ${waiver} waives nothing: ${why}`,
    remedy: `Remove ${waiver}, or correct its rule (${rule}), environments, and resources.`,
  }),
} satisfies Templates;
