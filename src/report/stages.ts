import type { CheckReport, Depth } from '../checks/check.ts';
import { origin } from '../checks/words.ts';
import { describe } from '../findings/describe.ts';
import type { Finding } from '../findings/finding.ts';
import { tally } from '../findings/tally.ts';
import type { Tone } from './words.ts';
import { ownValue } from '../bicep/own.ts';

export interface Stage {
  readonly title: string;
  /** What it holds against what. */
  readonly about: string;
  readonly tone: Tone;
  /** `Passed`, `1 error`, `Not evaluated`. */
  readonly result: string;
  /** Why it was not looked at; empty where it was. */
  readonly why: string;
}

type StageName = 'answers' | 'files' | 'compiler' | 'resources';

const stageOfCode: Readonly<Record<string, StageName>> = {
  files: 'files',
  compiler: 'compiler',
  modules: 'compiler',
  bicep: 'compiler',
  limits: 'compiler',
  snapshot: 'resources',
  constitution: 'resources',
};

/** What was held against what, from the shallowest proof to the deepest, and what was left out and why. */
export function stagesOf(check: CheckReport): readonly Stage[] {
  const { compiler, findings, depth, source } = check;
  const found = (name: StageName): readonly Finding[] => findings.filter((one) => stageOf(one) === name);
  const predicted = check.environments.every((name) => check.snapshots.some((one) => one.environment === name));
  return [
    stage('Answers and plan', 'Names, ranges, regions and sizes; rules; every module parameter against its interface', {
      found: found('answers'),
    }),
    stage('Files', 'Files on disk are as avm.yaml generates them', { found: found('files') }),
    stage(
      'Compiler',
      compiler === undefined
        ? 'The Bicep compiler and its linter, over the template and every parameter file'
        : `Bicep ${compiler.version} and its linter, over the template and every parameter file; modules from ${origin(source)}`,
      { found: found('compiler'), why: compiler === undefined ? withoutCompiler(check) : '' },
    ),
    stage('Predicted resources', 'The constitution, evaluated against the resources of each environment', {
      found: found('resources'),
      why: predicted ? '' : withoutPrediction(depth, compiler === undefined, source),
    }),
  ];
}

/** What is waived was found where what it was is found. */
function stageOf({ code: now, args }: Finding): StageName {
  const code = now === 'rule-waived' ? args.code : now;
  return (code.includes('/') ? ownValue(stageOfCode, code.split('/')[0] ?? '') : undefined) ?? 'answers';
}

function stage(
  title: string,
  about: string,
  { found, why = '' }: { readonly found: readonly Finding[]; readonly why?: string },
): Stage {
  const said = tally(found);
  if (why !== '')
    return { title, about, tone: found.length > 0 ? toneOf(found) : 'none', result: said || 'Not evaluated', why };
  return { title, about, tone: toneOf(found), result: said || 'Passed', why };
}

/** The tone of the worst of them. */
export function toneOf(findings: readonly Finding[]): Tone {
  if (findings.some(({ severity }) => severity === 'error')) return 'bad';
  return findings.some(({ severity }) => severity === 'warning') ? 'warn' : 'good';
}

const askedFor = (depth: Depth): string => `The check was asked for the depth ${depth} alone.`;

function withoutCompiler({ depth, findings }: CheckReport): string {
  if (depth === 'interface') return askedFor(depth);
  const [reason] = findings.filter((one) => stageOf(one) === 'compiler' && one.severity === 'error');
  return reason ? `${describe(reason).message}.` : 'The compiler was not reached.';
}

function withoutPrediction(depth: Depth, unreached: boolean, source: string | undefined): string {
  if (depth !== 'snapshot') return askedFor(depth);
  if (unreached) return 'The compiler was not reached.';
  if (source === 'interfaces') return 'Modules made of interfaces hold no resources.';
  return 'What is on disk does not compile, or does not evaluate.';
}
