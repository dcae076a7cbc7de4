import type { Asker, Choice, Problem } from '../../../generators/asker.ts';
import { Cancelled } from '../../../generators/session.ts';
import { describe } from '../../findings/describe.ts';
import type { Finding } from '../../findings/finding.ts';
import { phrase } from '../../resolve/clarify/phrase.ts';
import type { OpenQuestion } from '../../resolve/clarify/question.ts';
import { told, typed } from '../../resolve/clarify/told.ts';
import { standingWith, type AnswerGiven, type Round, type ClarifyState } from './clarifying.ts';
import { counted } from '../shared/findings-text.ts';

/** A question that was asked; without an answer if it was skipped. */
interface Step {
  readonly question: OpenQuestion;
  readonly given?: AnswerGiven;
}

type Move =
  | { readonly kind: 'value'; readonly value: string }
  /** The current value. */
  | { readonly kind: 'keep'; readonly value: undefined }
  | { readonly kind: 'type' | 'skip' | 'back' | 'finish' };

const keyOf = ({ code, about }: OpenQuestion): string => `${code} ${about}`;

/** Asks what is open in the text of avm.yaml, the most important first; nothing is written here. */
export async function askOpen(text: string, round: Round, ask: Asker): Promise<readonly AnswerGiven[]> {
  const steps: Step[] = [];
  for (;;) {
    const given = steps.flatMap((step) => step.given ?? []);
    const standing = accepted(text, given, round);
    const left = standing.questions.filter((one) => !steps.some((step) => keyOf(step.question) === keyOf(one)));
    const [question] = left;
    const step = question && (await put(question, left.length, { text, given, round, standing, steps }, ask));
    if (step === 'back') steps.pop();
    else if (step !== undefined && step !== 'finish') steps.push(step);
    else if (given.length === 0) return [];
    else if ((await confirmed(steps, standing, ask)) === 'write') return given;
    else steps.pop();
  }
}

function accepted(text: string, given: readonly AnswerGiven[], round: Round): ClarifyState {
  const standing = standingWith(text, given, round);
  if ('refused' in standing) throw new Error('an accepted answer was refused');
  return standing;
}

interface Asking {
  readonly text: string;
  readonly given: readonly AnswerGiven[];
  readonly round: Round;
  readonly standing: ClarifyState;
  readonly steps: readonly Step[];
}

/** Asks one question until the answer is valid. */
async function put(
  question: OpenQuestion,
  open: number,
  asking: Asking,
  ask: Asker,
): Promise<Step | 'back' | 'finish'> {
  const { question: message, why, advice } = phrase(question);
  ask.heading(`${question.category} (${counted(open, 'open question')})`);
  ask.say(`${why} ${advice}`);
  const problem = (value: string): Problem => problemOf({ question, value }, asking);
  for (;;) {
    const move = await ask.choose<Move>({
      message,
      ...movesOf(question, asking.steps.length > 0),
      problem: (one) => (one.kind === 'value' ? problem(one.value) : undefined),
      other: (value) => ({ kind: 'value', value }),
    });
    if (move.kind === 'back' || move.kind === 'finish') return move.kind;
    if (move.kind === 'skip') return { question };
    if ('value' in move) return { question, given: { question, value: move.value } };
    const value = await ask.text({
      message: 'Your answer (empty to go back)',
      problem: (given) => (given === '' ? undefined : problem(given)),
    });
    if (value !== '') return { question, given: { question, value } };
  }
}

function movesOf(
  question: OpenQuestion,
  hasBefore: boolean,
): { readonly choices: readonly Choice<Move>[]; readonly default?: Move } {
  const { now, confirmable, recommended, options } = question;
  const current = typed(now);
  const note = (value: string): string => (value === recommended ? ' (recommended)' : '');
  const values = options
    .filter(({ value }) => value !== current)
    .map(({ value, name }): Choice<Move> => ({
      value: { kind: 'value', value },
      name: `${name ?? value}${note(value)}`,
    }));
  const isListed = recommended === undefined || options.some(({ value }) => value === recommended);
  const named = options.find(({ value }) => value === current)?.name ?? told(now);
  const choices: readonly Choice<Move>[] = [
    ...(confirmable
      ? [{ value: { kind: 'keep' as const, value: undefined }, name: `keep ${named}${note(current)}` }]
      : []),
    ...(isListed || recommended === current
      ? []
      : [{ value: { kind: 'value' as const, value: recommended }, name: `${recommended} (recommended)` }]),
    ...values,
    { value: { kind: 'type' }, name: options.length > 0 ? 'another answer …' : 'enter an answer …' },
    { value: { kind: 'skip' }, name: 'leave it open' },
    ...(hasBefore ? [{ value: { kind: 'back' as const }, name: 'go back to the previous question' }] : []),
    { value: { kind: 'finish' }, name: 'no more questions' },
  ];
  const first =
    choices.find((one) => one.name.endsWith('(recommended)')) ?? choices.find((one) => one.value.kind === 'type');
  return { choices, ...(first && { default: first.value }) };
}

/** An error that an answer would cause; values that it requires are asked next. */
function problemOf(given: AnswerGiven, { text, given: before, round, standing }: Asking): Problem {
  const next = standingWith(text, [...before, given], round);
  const known = new Set(standing.findings.map((one) => JSON.stringify([one.code, one.where.answer, one.args])));
  const found = 'refused' in next ? next.refused : next.findings;
  const wrong = found.find(
    (one) =>
      one.severity === 'error' &&
      one.code !== 'answer-missing' &&
      !known.has(JSON.stringify([one.code, one.where.answer, one.args])),
  );
  return wrong && sentence(wrong);
}

function sentence(finding: Finding): string {
  const { message, remedy } = describe(finding);
  return `${message}. ${remedy}`;
}

/** A summary of the answers, before they are written. */
async function confirmed(
  steps: readonly Step[],
  { findings, questions }: ClarifyState,
  ask: Asker,
): Promise<'write' | 'back'> {
  const errors = [...new Set(findings.filter(({ severity }) => severity === 'error').map(sentence))];
  ask.heading('Summary');
  ask.say(
    [
      ...steps.flatMap(({ question, given }) =>
        given ? [`  ${phrase(question).question} → ${given.value ?? told(question.now)}`] : [],
      ),
      ...(questions.length > 0 ? [`  ${counted(questions.length, 'open question')} left`] : []),
      ...errors.map((one) => `  ✗ ${one}`),
      '',
    ].join('\n'),
  );
  const next = await ask.choose<'write' | 'back' | 'cancel'>({
    message: errors.length > 0 ? 'Resolve the errors first.' : 'Write the answers?',
    choices: [
      { value: 'write', name: 'write', ...(errors.length > 0 && { disabled: 'resolve the errors first' }) },
      { value: 'back', name: 'go back to the previous question' },
      { value: 'cancel', name: 'cancel (nothing is written)' },
    ],
    isLast: true,
  });
  if (next === 'cancel') throw new Cancelled('cancelled');
  return next;
}
