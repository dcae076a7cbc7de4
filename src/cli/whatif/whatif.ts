import { relative, resolve } from 'node:path';
import { componentNamed } from '../../../avm-catalog/components/index.ts';
import { hasError } from '../../findings/finding.ts';
import { assess } from '../../whatif/assess.ts';
import { digestOf, type Inputs } from '../../whatif/digest.ts';
import { parseWhatIf } from '../../whatif/parse.ts';
import { judge, type Forbidden } from '../../whatif/policy.ts';
import { reportOf } from '../../whatif/report.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import { UsageFailure } from '../shared/failure.ts';
import { todayOf } from '../shared/today.ts';
import { standardInput } from '../shared/text.ts';
import type { Terminal } from '../shared/terminal.ts';
import { inForce } from '../../resolve/waivers.ts';
import { knownOf, type Known } from './expected.ts';
import { readJson, readText } from './read-file.ts';
import { unreadableFailure } from './unreadable.ts';
import type { Format } from './formats.ts';
import { write } from './write.ts';

export interface WhatIfOptions {
  readonly env?: string;
  readonly template?: string;
  readonly parameters?: string;
  readonly flags?: string;
  readonly modules?: string;
  /** False where it is forbidden. */
  readonly delete: boolean;
  readonly replace: boolean;
  readonly detach: boolean;
  readonly roleAssignment: boolean;
  readonly publicAccess: boolean;
  readonly unknown: boolean;
  /** YYYY-MM-DD */
  readonly today?: string;
  /** Digest of the result that a person approved. */
  readonly approve?: string;
  readonly format: Format;
  readonly json?: boolean;
  readonly output?: string;
}

export async function runWhatIf(file: string, options: WhatIfOptions, terminal: Terminal): Promise<ExitCode> {
  const { approve = '' } = options;
  const today = todayOf(options.today);
  refuseCombination(options);
  const shown = file === '-' ? standardInput : file;
  const parsed = parseWhatIf(await readText(file, terminal));
  if ('unreadable' in parsed) throw unreadableFailure(parsed.unreadable, shown);
  const inputs = await inputsOf(options, terminal);
  const known = await knownOf(parsed.result, { ...pick(options), compiled: inputs.compiled }, terminal);
  const digest = digestOf(parsed.result, inputs.digested);
  const assessment = assess(parsed.result, known.inventory);
  const isApproved = approve.toLowerCase() === digest;
  const findings = judge(assessment, {
    forbidden: forbiddenBy(options),
    isApproved,
    digest,
    environment: known.environment,
    constitution: known.built && { ...known.built.spec, waivers: inForce(known.built.spec.waivers, today) },
    at: (one) => known.at(one.origin?.symbol),
  });
  const report = reportOf(assessment, titlesOf(known));
  const exitCode = hasError(findings) ? exit.failed : exit.clean;
  await write(
    {
      told: { report, digest, environment: known.environment, because: known.because },
      stack: parsed.result.stack,
      findings,
      rules: known.built?.spec.rules ?? [],
      approval: approve === '' ? 'none' : isApproved ? 'given' : 'other',
      file: fallbackOf(file, terminal.cwd),
      exitCode,
    },
    options,
    terminal,
  );
  return exitCode;
}

const pick = ({ env, modules }: WhatIfOptions) => ({ env, modules });

function refuseCombination({ template, parameters, approve, json, format }: WhatIfOptions): void {
  if ((template === undefined) !== (parameters === undefined))
    throw new UsageFailure(
      '--template and --parameters belong together.',
      'Specify both compiled files: --template FILE --parameters FILE',
    );
  if (approve !== undefined && !/^[0-9a-f]{64}$/i.test(approve))
    throw new UsageFailure(
      `'${approve}' is not a digest.`,
      'Specify the 64 characters behind “Digest” of the result that was approved.',
      '--approve',
    );
  if (json && format !== 'text' && format !== 'json')
    throw new UsageFailure(`--json and --format ${format} are two formats.`, 'Specify one of them.');
}

async function inputsOf({ template, parameters, flags }: WhatIfOptions, terminal: Terminal) {
  const read = async (file: string | undefined) => (file === undefined ? undefined : await readJson(file, terminal));
  const [one, two, three] = [await read(template), await read(parameters), await read(flags)];
  const digested: Inputs = {
    ...(one ? { template: one.json } : {}),
    ...(two ? { parameters: two.json } : {}),
    ...(three ? { flags: three.json } : {}),
  };
  return { digested, compiled: one && two ? { template: one.text, parameters: two.text } : undefined };
}

function forbiddenBy(options: WhatIfOptions): readonly Forbidden[] {
  const all: readonly (readonly [Forbidden, boolean])[] = [
    ['delete', options.delete],
    ['replace', options.replace],
    ['detach', options.detach],
    ['role-assignment', options.roleAssignment],
    ['public-access', options.publicAccess],
    ['unknown', options.unknown],
  ];
  return all.flatMap(([what, isAllowed]) => (isAllowed ? [] : [what]));
}

function titlesOf({ built }: Known): ReadonlyMap<string, string> {
  const names = built?.plan.components.map(({ name, title }) => [name, title] as const) ?? [];
  return new Map(names.map(([name, title]) => [name, title || (componentNamed(name)?.title ?? name)]));
}

/** The file as SARIF names it: a path inside the current folder. */
function fallbackOf(file: string, cwd: string): string {
  if (file === '-') return 'what-if.json';
  const path = relative(cwd, resolve(cwd, file)).replaceAll('\\', '/');
  return path.startsWith('../') || /^[A-Za-z]:/.test(path) ? (path.split('/').at(-1) ?? path) : path;
}
