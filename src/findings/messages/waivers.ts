import type { Numbers, Severity, Templates, Texts } from './message.ts';

/** Codes of what says that a rule is broken; nothing else can be waived. */
export type Breach = 'rule-broken' | 'constitution/broken' | 'constitution/untold';

/** What it was stays in the arguments, so that it can be again. */
type Waived = Texts<'rule' | 'title' | 'what' | 'instead' | 'waiver' | 'reason' | 'approvedBy' | 'until'> & {
  readonly code: Breach;
  readonly severity: Severity;
};
type Waiver = Texts<'waiver' | 'rule' | 'until' | 'approvedBy'>;

/** What waivers cover, and when they end. */
export const waivers = {
  'rule-waived': ({ rule, title, what, waiver, until, approvedBy, reason }: Waived) => ({
    message: `${rule} (${title}) is waived: ${what}. ${waiver} waives it until ${until}`,
    remedy: `${approvedBy} approved it: ${reason}`,
  }),
  'waiver-expired': ({ waiver, rule, until }: Waiver) => ({
    message: `${waiver} ran out on ${until}, so ${rule} counts again`,
    remedy: `Follow ${rule} and take ${waiver} out, or have it approved anew with a later day.`,
  }),
  'waiver-expiring': ({ waiver, rule, until, days }: Waiver & Numbers<'days'>) => ({
    message: `${waiver} runs out ${days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`}, on ${until}`,
    remedy: `Follow ${rule} by then, or have it approved anew with a later day.`,
  }),
  'waiver-unused': ({ waiver, rule, why }: Waiver & Texts<'why'>) => ({
    message: `${waiver} waives nothing: ${why}`,
    remedy: `Take ${waiver} out, or correct its rule (${rule}), environments and resources.`,
  }),
} satisfies Templates;
