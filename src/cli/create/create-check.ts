import type { installing } from '../../checks/bicep/installer.ts';
import type { Depth } from '../../checks/check.ts';
import { hasError } from '../../findings/finding.ts';
import { check, type CheckedReport, type Checking } from '../check/checking.ts';
import type { Terminal } from '../shared/terminal.ts';

export interface CreatedCheck {
  readonly report: CheckedReport;
  readonly failed: boolean;
  /** Why the check is less deep than it could be: there is no compiler, or no module can be fetched. */
  readonly without?: 'compiler' | 'registry';
  /** What gets a compiler here, where there is none. */
  readonly getting?: ReturnType<typeof installing>;
}

const unreachable = new Set(['modules/unreachable', 'modules/untrusted-registry']);

/** The check after bootstrap: as deep as this machine can, unless a depth was asked for. */
export async function checkCreated(
  checking: Omit<Checking, 'depth'>,
  depth: Depth | undefined,
  terminal: Terminal,
): Promise<CreatedCheck> {
  if (depth !== undefined) return judged(await check({ ...checking, depth }, terminal));
  const [{ searchBicep }, { thisMachine }, { installing: how }] = await Promise.all([
    import('../../checks/bicep/locate.ts'),
    import('../../checks/bicep/folders.ts'),
    import('../../checks/bicep/installer.ts'),
  ]);
  const { found, skipped } = searchBicep({ ...thisMachine(), workspace: checking.root });
  if (found.length === 0 && !skipped.some(({ origin }) => origin === 'BICEP_PATH'))
    return {
      ...judged(await check({ ...checking, depth: 'interface' }, terminal)),
      without: 'compiler',
      getting: how(),
    };
  const report = await check({ ...checking, depth: 'snapshot' }, terminal);
  if (checking.modules !== undefined || !report.findings.some(({ code }) => unreachable.has(code)))
    return judged(report);
  return {
    ...judged(await check({ ...checking, depth: 'module', modules: 'interfaces' }, terminal)),
    without: 'registry',
  };
}

function judged(report: CheckedReport): CreatedCheck {
  return { report, failed: hasError(report.findings) };
}
