import { makeFinding, type ArgumentsOf, type Code } from '../findings/finding.ts';
import { passes, severities, weights, type AnalysisFinding, type Pass, type SpecKitSeverity } from './analysis.ts';
import { digest, idsIn, told } from './text.ts';

/** `no-task`; its prose has the code `analysis/no-task`. */
type ShortCode = Code extends infer C ? (C extends `analysis/${infer Short}` ? Short : never) : never;

/** Arguments of a message; what it is about and where are given to each. */
type ToldArguments<C extends ShortCode> = Omit<ArgumentsOf<`analysis/${C}`>, 'subject' | 'file'>;

/** What a pass says, before it has an id. */
export interface PassResult {
  readonly pass: Pass;
  readonly code: ShortCode;
  readonly weight: SpecKitSeverity;
  readonly file: string;
  readonly line?: number;
  /** What it is about: an id, a name. */
  readonly subject: string;
  readonly args: object;
  /** Left out where another pass tells of the same line or subject of the file what is wrong with it. */
  readonly secondary?: true;
}

/** Findings of a pass. */
export function teller(pass: Pass) {
  return <C extends ShortCode>(
    weight: SpecKitSeverity,
    code: C,
    at: { readonly file: string; readonly line?: number | undefined; readonly subject: string },
    ...[args]: object extends ToldArguments<C> ? [args?: ToldArguments<C>] : [args: ToldArguments<C>]
  ): PassResult => ({
    pass,
    code,
    weight,
    file: at.file,
    subject: at.subject,
    args: args ?? {},
    ...(at.line === undefined ? {} : { line: at.line }),
  });
}

/** In order, each with an id of its own; the second of the same pass, code and subject has `-2` after it. */
export function numbered(all: readonly PassResult[]): readonly AnalysisFinding[] {
  const order = Object.keys(passes);
  const sorted = withoutEchoes(all).toSorted(
    (a, b) =>
      order.indexOf(a.pass) - order.indexOf(b.pass) ||
      weights.indexOf(a.weight) - weights.indexOf(b.weight) ||
      compare(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      compare(a.code, b.code) ||
      compare(a.subject, b.subject),
  );
  const met = new Map<string, number>();
  return sorted.map((one) => {
    const base = `${passes[one.pass]}-${slug(one.subject)}-${one.code}`;
    const count = (met.get(base) ?? 0) + 1;
    met.set(base, count);
    return finding(one, count === 1 ? base : `${base}-${count}`);
  });
}

function withoutEchoes(all: readonly PassResult[]): readonly PassResult[] {
  const lines = new Set<string>();
  const subjects = new Set<string>();
  for (const one of all) {
    if (one.secondary || one.pass === 'duplication' || one.pass === 'ambiguity') continue;
    lines.add(`${one.file}:${one.line ?? 0}`);
    subjects.add(`${one.file} ${one.subject}`);
  }
  return all.filter(
    (one) =>
      !one.secondary || !(lines.has(`${one.file}:${one.line ?? 0}`) || subjects.has(`${one.file} ${one.subject}`)),
  );
}

function finding({ pass, code, weight, file, line, subject, args }: PassResult, id: string): AnalysisFinding {
  const shown = Object.entries(args).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'string' ? told(value) : value,
  ]);
  // `teller` saw to it that these are the arguments of the code.
  const all = { subject: told(subject), file, ...Object.fromEntries(shown) } as ArgumentsOf<`analysis/${ShortCode}`>;
  const where = { file, ...(line === undefined ? {} : { line }) };
  return {
    id,
    pass,
    weight,
    ...makeFinding(`analysis/${code}`, severities[weight], all, where, [...new Set(idsIn(subject))]),
  };
}

/** What is plain stays readable; anything else is told by its digest. */
function slug(subject: string): string {
  const isPlain = subject.length <= 60 && /^\w[\w./-]*$/.test(subject) && !subject.includes('..');
  return isPlain ? subject.replaceAll('/', '.') : digest(subject);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
