import type { CheckReport } from '../checks/check.ts';
import { depths, predicts, type Depth } from '../checks/depth.ts';
import { origin } from '../checks/words.ts';
import { describe } from '../findings/describe.ts';
import type { Finding } from '../findings/finding.ts';
import { tally } from '../findings/tally.ts';
import type { Tone } from './words.ts';
import { ownValue } from '../bicep/own.ts';

export interface Stage {
  readonly title: string;
  /** What it evaluates. */
  readonly about: string;
  readonly tone: Tone;
  /** `Passed`, `1 error`, `Not evaluated`. */
  readonly result: string;
  /** Why it wasn't evaluated; empty if it was. */
  readonly why: string;
}

type StageName = 'answers' | 'files' | 'compiler' | 'resources' | 'types' | 'order';

const stageOfCode: Readonly<Record<string, StageName>> = {
  files: 'files',
  compiler: 'compiler',
  modules: 'compiler',
  bicep: 'compiler',
  limits: 'compiler',
  snapshot: 'resources',
  constitution: 'resources',
  types: 'types',
  order: 'order',
};

/** The stages of validation, from the first to the last, with the reason for each that wasn't evaluated. */
export function stagesOf(check: CheckReport): readonly Stage[] {
  const { compiler, findings, depth, source } = check;
  const found = (name: StageName): readonly Finding[] => findings.filter((one) => stageOf(one) === name);
  const predicted = check.environments.every((name) => check.snapshots.some((one) => one.environment === name));
  return [
    stage(
      'Settings and plan',
      'Names, address ranges, regions, and sizes; rules; every module parameter against its interface',
      {
        found: found('answers'),
      },
    ),
    stage('Files', 'Files on disk match those that avm.yaml generates', { found: found('files') }),
    stage(
      'Compiler',
      compiler === undefined
        ? 'The Bicep compiler and its linter, for the template and every parameter file'
        : `Bicep ${compiler.version} and its linter, for the template and every parameter file; modules from ${origin(source)}`,
      { found: found('compiler'), why: compiler === undefined ? withoutCompiler(check) : '' },
    ),
    stage('Predicted resources', 'The constitution, evaluated against the predicted resources of each environment', {
      found: found('resources'),
      why: predicted ? '' : withoutPrediction(depth, compiler === undefined, source),
    }),
    stage('Types', 'Predicted resources, compared with Azure’s definitions of their types', {
      found: found('types'),
      why: predicted ? beyond(depth, 'types') : withoutPrediction(depth, compiler === undefined, source),
    }),
    stage('Order', 'Whether the deployment works in its order, can be repeated, and stays within its boundary', {
      found: found('order'),
      why: predicted ? beyond(depth, 'order') : withoutPrediction(depth, compiler === undefined, source),
    }),
  ];
}

/** A waived finding belongs to the stage of the original finding. */
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

const beyond = (depth: Depth, wanted: Depth): string =>
  depths.indexOf(depth) < depths.indexOf(wanted) ? askedFor(depth) : '';

const askedFor = (depth: Depth): string => `The check ran at validation level ${depth}.`;

function withoutCompiler({ depth, findings }: CheckReport): string {
  if (depth === 'interface') return askedFor(depth);
  const [reason] = findings.filter((one) => stageOf(one) === 'compiler' && one.severity === 'error');
  return reason ? `${describe(reason).message}.` : 'The compiler didn’t run.';
}

function withoutPrediction(depth: Depth, unreached: boolean, source: string | undefined): string {
  if (!predicts(depth)) return askedFor(depth);
  if (unreached) return 'The compiler didn’t run.';
  if (source === 'interfaces') return 'Modules that were built from interfaces contain no resources.';
  return 'The files on disk don’t compile, or their prediction failed.';
}
