import type { Arguments } from './message.ts';

/** What a person is asked, why it matters, and how to answer; each a sentence. */
export interface Phrased {
  readonly question: string;
  readonly why: string;
  readonly advice: string;
}

type Template = (args: Arguments) => Phrased;

/** Questions by code; environments are named by whoever asks. */
export const questions: Readonly<Record<string, Template>> = {
  guess: ({ question, why, advice }) => ({ question: String(question), why: String(why), advice: String(advice) }),
  'rule-broken': ({ rule, title, what, instead, level }) => ({
    question: `${rule} (${title}) is not kept, because ${what}; what is to hold`,
    why:
      level === 'error'
        ? 'The rule binds, and nothing is written until it holds.'
        : 'Departing from a rule of level should is a decision, and somebody has to have taken it.',
    advice: `Answer ${instead}.`,
  }),
  'answer-missing': ({ label, why, about }) => ({
    question: `What is the answer to “${label ?? about}”`,
    why: `It is needed because ${why}.`,
    advice: 'Ask those who run it.',
  }),
  'waiver-ended': ({ waiver, rule, until }) => ({
    question: `Until when does ${waiver} go on (the waiver of ${rule}, which ended on ${until})`,
    why: 'A waiver that has run out allows nothing any more.',
    advice: `Mend what departs from ${rule} and take the waiver out, or have a new day approved.`,
  }),
  'ranges-overlap': ({ here, there, range, other }) => ({
    question: `Which range has the network (${range} in ${here} overlaps ${other} in ${there})`,
    why: 'Networks that overlap can be peered neither with each other nor with one hub.',
    advice: 'Take the next range that is free, if whoever plans addresses agrees.',
  }),
  'weaker-in-production': ({ subject, there, value, other }) => ({
    question: `What is ${subject} to be (it is ${value} now, and ${other} in ${there})`,
    why: 'What people rely on has less than what things are tried out on.',
    advice: `Give it what ${there} has, at least.`,
  }),
  'default-is-production': ({ here }) => ({
    question: `Which environment is main.bicepparam for (it is ${here} now)`,
    why: 'Deploying without naming an environment deploys that one.',
    advice: 'Take one that may be broken.',
  }),
  'backup-in-window': ({ time, start, duration }) => ({
    question: `When do backups begin (now at ${time}, within the maintenance window from ${start} for ${duration})`,
    why: 'A machine that restarts for updates is not backed up.',
    advice: 'Take an hour before the window opens.',
  }),
  'probe-elsewhere': ({ port, ports }) => ({
    question: `Which port is asked whether the application is well (${port} now; clients are sent to ${Array.isArray(ports) ? ports.join(', ') : String(ports)})`,
    why: 'Where the probe gets no answer, the load balancer sends nobody to the machine.',
    advice: 'Take the port that the application listens on, unless it has one for its health.',
  }),
};
