import type { MessageTemplate } from '../describe.ts';

/** What waivers cover, and when they end. */
export const waivers: Readonly<Record<string, MessageTemplate>> = {
  'rule-waived': ({ rule, title, what, waiver, until, approvedBy, reason }) => ({
    message: `${rule} (${title}) is waived: ${what}. ${waiver} waives it until ${until}`,
    remedy: `${approvedBy} approved it: ${reason}`,
  }),
  'waiver-expired': ({ waiver, rule, until }) => ({
    message: `${waiver} ran out on ${until}, so ${rule} counts again`,
    remedy: `Follow ${rule} and take ${waiver} out, or have it approved anew with a later day.`,
  }),
  'waiver-expiring': ({ waiver, rule, until, days }) => ({
    message: `${waiver} runs out ${days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`}, on ${until}`,
    remedy: `Follow ${rule} by then, or have it approved anew with a later day.`,
  }),
  'waiver-unused': ({ waiver, rule, why }) => ({
    message: `${waiver} waives nothing: ${why}`,
    remedy: `Take ${waiver} out, or correct its rule (${rule}), environments and resources.`,
  }),
};
