import { makeFinding, type ArgumentsOf, type Code, type Finding } from '../../findings/finding.ts';

/** The compiler could not do its work; `finding` says it to people. */
export class CompilerError extends Error {
  override readonly name = 'CompilerError';
  readonly finding: Finding;

  constructor(finding: Finding, options?: ErrorOptions) {
    super(`${finding.code} ${JSON.stringify(finding.args)}`, options);
    this.finding = finding;
  }
}

/** The compiler answered a request with an error of its own, as for a template that can't be expanded. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
}

export function compilerError<C extends Code>(code: C, args: ArgumentsOf<C>, options?: ErrorOptions): CompilerError {
  return new CompilerError(makeFinding(code, 'error', args), options);
}
