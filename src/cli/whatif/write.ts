import type { Rule } from '../../../avm-catalog/constitution/rule.ts';
import type { Finding } from '../../findings/finding.ts';
import type { WhatIf } from '../../whatif/model.ts';
import { printEnvelope } from '../shared/envelope.ts';
import type { ExitCode } from '../shared/exit.ts';
import { findingJson, findingLines } from '../shared/findings-text.ts';
import { writeOutput } from '../shared/output-file.ts';
import { sarifText } from '../shared/sarif-text.ts';
import type { Paint, Terminal } from '../shared/terminal.ts';
import type { Format } from './formats.ts';
import { whatIfMarkdown } from './whatif-markdown.ts';
import { whatIfLines, type Told } from './whatif-text.ts';

interface Outcome {
  readonly told: Told;
  readonly stack: WhatIf['stack'];
  readonly findings: readonly Finding[];
  /** Rules of the workspace. */
  readonly rules: readonly Rule[];
  /** Whether the digest that was approved is that of this result. */
  readonly approval: 'none' | 'given' | 'other';
  /** Where a finding is that is about no line of the workspace. */
  readonly file: string;
  readonly exitCode: ExitCode;
}

interface Target {
  readonly format: Format;
  readonly json?: boolean;
  readonly output?: string;
}

/** Prints the result in its format, or writes it to a file. */
export async function write(outcome: Outcome, { format, json, output }: Target, terminal: Terminal): Promise<void> {
  const form = json ? 'json' : format;
  if (output === undefined) return print(outcome, form, terminal);
  const lines: string[] = [];
  const paint: Paint = (_, text) => text;
  await print(outcome, form, { ...terminal, out: (line = '') => void lines.push(line), paint });
  await writeOutput(output, `${lines.join('\n')}\n`, terminal);
}

async function print(outcome: Outcome, form: Format, terminal: Terminal): Promise<void> {
  const { told, findings, exitCode } = outcome;
  if (form === 'json')
    return printEnvelope(terminal, { data: dataOf(outcome), findings: findings.map(findingJson), exitCode });
  if (form === 'sarif') {
    const { changes, counts } = told.report;
    const evidence = { digest: told.digest, changes, counts };
    return terminal.out(await sarifText(findings, { evidence, fallbackFile: outcome.file, rules: outcome.rules }));
  }
  if (form === 'markdown') return terminal.out([whatIfMarkdown(told), verdictText(outcome)].join('\n\n'));
  for (const line of whatIfLines(told, terminal.paint)) terminal.out(line);
  const refused = findings.filter(({ severity }) => severity === 'error');
  if (refused.length > 0) for (const line of ['', ...findingLines(refused, terminal.paint)]) terminal.out(line);
  terminal.out('');
  terminal.out(verdictText(outcome));
}

/** Whether the policy allows the deployment, in one sentence. */
function verdictText({ findings, approval }: Outcome): string {
  const refused = findings.filter(({ severity }) => severity === 'error').length;
  const approved = {
    none: '',
    given: ' This result was approved.',
    other: ' The approved result is another one: it has a different digest.',
  }[approval];
  if (refused === 0) return `Allowed by the policy.${approved}`;
  return `Refused by the policy: ${refused === 1 ? '1 change needs' : `${refused} changes need`} approval.${approved}`;
}

function dataOf({ told, stack, findings, approval }: Outcome): object {
  const { report, digest, environment, because } = told;
  const { form, status, changes, ...rest } = report;
  return {
    digest,
    changes,
    form,
    status,
    environment: environment ?? null,
    notAttributed: because === '' ? null : because,
    stack: stack ?? null,
    ...rest,
    policy: {
      allowed: findings.every(({ severity }) => severity !== 'error'),
      approval,
      refused: findings
        .filter(({ severity }) => severity === 'error')
        .map(({ code, where, ids }) => ({ code, resource: where.resource ?? null, ids })),
    },
  };
}
