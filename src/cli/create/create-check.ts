import type { installing } from '../../checks/bicep/installer.ts';
import { deepest, type Depth } from '../../checks/depth.ts';
import { hasError } from '../../findings/finding.ts';
import { check, type CheckedReport, type Checking } from '../check/checking.ts';
import type { Terminal } from '../shared/terminal.ts';

export interface CreatedCheck {
  readonly report: CheckedReport;
  readonly failed: boolean;
  /** Why the validation level is lower: there is no compiler, or modules cannot be restored. */
  readonly without?: 'compiler' | 'registry';
  /** How to install a compiler, if there is none. */
  readonly getting?: ReturnType<typeof installing>;
}

const unreachable = new Set(['modules/unreachable', 'modules/untrusted-registry']);

/** The check after creation, at the highest level that this computer supports unless one is given. */
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
  const report = await check({ ...checking, depth: deepest }, terminal);
  const why = report.findings.filter(({ code }) => unreachable.has(code));
  if (checking.modules !== undefined || why.length === 0) return judged(report);
  const less = await check({ ...checking, depth: 'module', modules: 'interfaces' }, terminal);
  const told = why.map((finding) => ({ ...finding, severity: 'warning' as const }));
  return { ...judged({ ...less, findings: [...less.findings, ...told] }), without: 'registry' };
}

function judged(report: CheckedReport): CreatedCheck {
  return { report, failed: hasError(report.findings) };
}
