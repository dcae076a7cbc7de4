import { controlLabels } from '../../../avm-catalog/constitution/benchmarks.ts';
import type { Rule } from '../../../avm-catalog/constitution/rule.ts';
import type { Finding } from '../../findings/finding.ts';
import { UsageFailure } from './failure.ts';
import { writeOutput } from './output-file.ts';
import type { Terminal } from './terminal.ts';
import { version } from '../../files/tool.ts';
import { jsonText } from '../../findings/characters.ts';

/** True for standard output, or a file. */
export type SarifTarget = true | string;

export function refuseBoth({ json, sarif }: { readonly json?: boolean; readonly sarif?: SarifTarget }): void {
  if (json && sarif === true)
    throw new UsageFailure('--json and --sarif both print to standard output.', 'Write SARIF to a file: --sarif FILE');
}

interface Evidence {
  /** Added to the log as properties. */
  readonly evidence?: object | undefined;
  /** Their controls are tags of the results. */
  readonly rules?: readonly Rule[] | undefined;
  /** Where a finding is that names no file; @default avm.yaml */
  readonly fallbackFile?: string;
}

/** Findings as a SARIF log. */
export async function sarifText(
  findings: readonly Finding[],
  { evidence, rules = [], fallbackFile }: Evidence,
): Promise<string> {
  const [{ toSarif }, { sentences }] = await Promise.all([
    import('../../checks/sarif.ts'),
    import('../../findings/describe.ts'),
  ]);
  const log = toSarif(findings, {
    toolVersion: version,
    ...(evidence ? { properties: evidence } : {}),
    ...(fallbackFile === undefined ? {} : { fallbackFile }),
    controls: new Map(rules.map((rule) => [rule.definition.id, controlLabels(rule)])),
    describe: sentences,
  });
  return jsonText(log);
}

/** `evidence` is added to the log as properties, and the controls of each rule to its results as tags. */
export async function writeSarif(
  findings: readonly Finding[],
  target: SarifTarget,
  terminal: Terminal,
  evidence?: object,
  rules: readonly Rule[] = [],
): Promise<void> {
  const text = await sarifText(findings, { evidence, rules });
  if (target === true) return terminal.out(text);
  await writeOutput(target, `${text}\n`, terminal);
}
