import { createHash } from 'node:crypto';
import { isAbsolute, join, resolve } from 'node:path';
import type { CheckReport, Depth } from '../../checks/check.ts';
import type { Catalog } from '../../plan/draft.ts';
import { withWaivers } from '../../resolve/check.ts';
import type { Basis } from '../../resolve/states.ts';
import { inForce, waiverFindings } from '../../resolve/waivers.ts';
import { readWritten } from '../shared/answers-text.ts';
import { commitOf } from './commit.ts';
import { withProgress } from '../shared/progress.ts';
import type { Terminal } from '../shared/terminal.ts';
import { placedIn, type Built } from '../shared/workspace.ts';
import { ownValue } from '../../bicep/own.ts';

export interface Checking {
  readonly root: string;
  readonly built: Built;
  readonly catalog: Catalog;
  readonly environments: readonly string[];
  readonly depth: Depth;
  readonly modules?: string | undefined;
  /** The day that waivers are held against. */
  readonly today: string;
}

/** A check with what it rests on. */
export interface CheckedReport extends CheckReport {
  readonly basis: Basis;
}

const steps: Readonly<Record<string, string>> = {
  modules: 'Getting the modules',
  compile: 'Compiling',
  snapshot: 'Predicting',
  constitution: 'Evaluating rules',
};

/** A check with its progress on standard error; findings of the interface depth are part of the report. */
export async function check(
  { root, built, catalog, environments, depth, modules, today }: Checking,
  terminal: Terminal,
): Promise<CheckedReport> {
  const { checkWorkspace } = await import('../../checks/check.ts');
  const basis = basisOf(root, today);
  const waivers = inForce(built.spec.waivers, today);
  const request = {
    root,
    spec: { ...built.spec, waivers },
    plan: built.plan,
    catalog,
    environments,
    depth,
    ...(modules === undefined ? {} : { modules }),
  };
  const report = await withProgress(terminal, (say) =>
    checkWorkspace({
      ...request,
      progress: (step) => {
        const [word = '', ...rest] = step.split(' ');
        say([ownValue(steps, word) ?? word, ...rest].join(' '));
      },
    }),
  );
  const found = [...withWaivers(built.findings, built.spec, waivers), ...report.findings];
  const predicted = report.snapshots.map((one) => one.environment);
  const findings = [...found, ...waiverFindings(built.spec, found, predicted, today)];
  const text = built.files.find(({ path }) => path === 'avm.yaml')?.text;
  return { ...report, findings: text === undefined ? findings : await placedIn(text, findings), basis };
}

/** The digest is of the file as it is on disk, which is what other tools make one of. */
function basisOf(root: string, asOf: string): Basis {
  const text = readWritten(join(root, 'avm.yaml'), 'avm.yaml');
  return { asOf, answers: createHash('sha256').update(text).digest('hex'), commit: commitOf(root) };
}

/** A folder of modules, seen from where the person is; a word for a source stays. */
export function modulesFrom(given: string | undefined, cwd: string): string | undefined {
  const isWord = given === undefined || ['registry', 'interfaces'].includes(given);
  return isWord || isAbsolute(given) ? given : resolve(cwd, given);
}
