import { createHash } from 'node:crypto';
import { isAbsolute, join, resolve } from 'node:path';
import type { CheckReport } from '../../checks/check.ts';
import type { Depth } from '../../checks/depth.ts';
import type { Catalog } from '../../plan/draft.ts';
import { withWaivers } from '../../resolve/check.ts';
import type { Basis } from '../../resolve/states.ts';
import { attestationsOn } from '../../resolve/check-declared.ts';
import { reportedOnce } from '../../resolve/once.ts';
import { inForce, waiverFindings } from '../../resolve/waivers.ts';
import { readWritten } from '../shared/answers-text.ts';
import { commitOf } from './commit.ts';
import { withProgress } from '../shared/progress.ts';
import type { Terminal } from '../shared/terminal.ts';
import { placedIn, type Built } from '../shared/workspace.ts';
import { ownValue } from '../../bicep/own.ts';
import { readDisk } from '../../workspace/disk.ts';

export interface Checking {
  readonly root: string;
  readonly built: Built;
  readonly catalog: Catalog;
  readonly environments: readonly string[];
  readonly depth: Depth;
  readonly modules?: string | undefined;
  /** The as-of date for waivers. */
  readonly today: string;
}

/** A check with its basis. */
export interface CheckedReport extends CheckReport {
  readonly basis: Basis;
}

const steps: Readonly<Record<string, string>> = {
  modules: 'Restoring modules',
  reach: 'Connecting to',
  restore: 'Restoring modules from',
  compile: 'Compiling',
  snapshot: 'Predicting',
  order: 'Placing the resources of',
  types: 'Comparing with the definitions of Azure',
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
    today,
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
  const found = [
    ...reportedOnce([...withWaivers(built.findings, built.spec, waivers), ...report.findings]),
    ...attestationsOn(built.spec, today),
  ];
  const predicted = report.snapshots.map((one) => one.environment);
  const findings = [...found, ...waiverFindings(built.spec, found, predicted, today)];
  const text = built.files.find(({ path }) => path === 'avm.yaml')?.text;
  return { ...report, findings: text === undefined ? findings : await placedIn(text, findings), basis };
}

/** Digests are of the files on disk, so that other tools compute the same ones. */
function basisOf(root: string, asOf: string): Basis {
  const text = readWritten(join(root, 'avm.yaml'), 'avm.yaml');
  const template = readDisk(join(root, 'main.bicep'), 'main.bicep')?.hash ?? null;
  return { asOf, answers: createHash('sha256').update(text).digest('hex'), template, commit: commitOf(root) };
}

/** A folder of modules, relative to the current one; a keyword stays as it is. */
export function modulesFrom(given: string | undefined, cwd: string): string | undefined {
  const isWord = given === undefined || ['registry', 'interfaces'].includes(given);
  return isWord || isAbsolute(given) ? given : resolve(cwd, given);
}
