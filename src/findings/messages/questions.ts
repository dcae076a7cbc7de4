import type { Arguments } from './message.ts';

/** The question, why it matters, and how to answer it; each is a sentence. */
export interface Phrased {
  readonly question: string;
  readonly why: string;
  readonly advice: string;
}

type Template = (args: Arguments) => Phrased;

/** Questions by code; the caller adds the environments. */
export const questions: Readonly<Record<string, Template>> = {
  guess: ({ question, why, advice }) => ({ question: String(question), why: String(why), advice: String(advice) }),
  'rule-broken': ({ rule, title, what, instead, level }) => ({
    question: `${rule} (${title}) is noncompliant: ${what}. What should the value be`,
    why:
      level === 'error'
        ? 'The rule is a MUST, so nothing is written until the settings comply.'
        : 'The rule is a SHOULD, so noncompliance must be a deliberate decision.',
    advice: `To comply, set ${instead}.`,
  }),
  'answer-missing': ({ label, why, about }) => ({
    question: `What is the answer to “${label ?? about}”`,
    why: `A value is required, because ${why}.`,
    advice: 'If you do not know it, ask the team that operates the workload.',
  }),
  'waiver-ended': ({ waiver, rule, until }) => ({
    question: `Until when is ${waiver} extended (the waiver of ${rule}, which expired on ${until})`,
    why: 'An expired waiver has no effect.',
    advice: `Comply with ${rule} and remove the waiver, or get a new date approved.`,
  }),
  'ranges-overlap': ({ here, there, range, other }) => ({
    question: `Which address range does the network have (${range} in ${here} overlaps ${other} in ${there})`,
    why: 'Networks that overlap cannot be peered with each other or with the same hub.',
    advice: 'Use the next free range, if the team that plans IP addresses agrees.',
  }),
  'weaker-in-production': ({ subject, there, value, other }) => ({
    question: `What should ${subject} be (now ${value}, and ${other} in ${there})`,
    why: 'The production environment has less than a test environment.',
    advice: `Use at least the value of ${there}.`,
  }),
  'default-is-production': ({ here }) => ({
    question: `Which environment is main.bicepparam for (now ${here})`,
    why: 'A deployment without an explicit environment goes to that one.',
    advice: 'Choose an environment where a failed deployment does no harm.',
  }),
  'backup-in-window': ({ time, start, duration }) => ({
    question: `When do backups start (now at ${time}, in the maintenance window from ${start} for ${duration})`,
    why: 'The backup can fail if the VM restarts for updates.',
    advice: 'Choose an hour before the window opens.',
  }),
  'shutdown-in-window': ({ time, start }) => ({
    question: `At which time is the VM shut down (now at ${time}, and the maintenance window begins at ${start})`,
    why: 'Updates aren’t installed on a VM that is off.',
    advice: 'Choose a time after the window, or move the window to a time when the VM runs.',
  }),
  'probe-elsewhere': ({ port, ports }) => ({
    question: `Which port does the health probe use (now ${port}, and clients connect to ${Array.isArray(ports) ? ports.join(', ') : String(ports)})`,
    why: 'If the probe gets no response, the load balancer sends no traffic to the VM.',
    advice: 'Use the port that the application listens on, unless it has a separate health port.',
  }),
};
