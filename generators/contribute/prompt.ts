type Asked<A> = Readonly<Partial<A>>;

/** What is wrong with an answer, said so that one can act on it; nothing where it is right. */
export type Wrong<A> = (value: string, answers: Asked<A>) => string | undefined;

interface Choice {
  readonly value: string;
  readonly name: string;
}

interface Question<A> {
  readonly name: keyof A & string;
  readonly message: string;
  readonly wrong: Wrong<A>;
  readonly default?: string | ((answers: Asked<A>) => string | undefined);
}

/** A question of Plop's. It has no `when`: Plop takes no argument in place of a question that has one. */
export interface Prompt<A> extends Omit<Question<A>, 'wrong'> {
  readonly type: 'input' | 'list';
  readonly validate: (value: string, answers: Asked<A>) => true | string;
  readonly choices?: (answers: Asked<A>) => readonly Choice[];
  readonly bypass?: (value: string) => string;
  /** What becomes of an answer that is right. */
  readonly filter?: (value: string) => string;
}

export function input<A>({ wrong, ...rest }: Question<A>): Prompt<A> {
  return { type: 'input', ...rest, validate: (value, answers) => wrong(value, answers) ?? true };
}

/** A choice. Given as an argument, it is judged by `wrong`, which says more than Plop does of what is not among them. */
export function choice<A>(question: Question<A>, choices: (answers: Asked<A>) => readonly Choice[]): Prompt<A> {
  return { ...input(question), type: 'list', choices, bypass: (value) => value };
}
