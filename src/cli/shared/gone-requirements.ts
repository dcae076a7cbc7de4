import { sectionOf } from '../../answers/requirements.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Spec } from '../../resolve/spec.ts';
import { WorkspaceError } from '../../workspace/errors.ts';
import { readTrace } from '../../workspace/trace.ts';

/** IDs that existed when the workspace was last written, and now neither exist nor are retired. */
export function goneRequirements(root: string, { requirements, stories, retired }: Spec): readonly Finding[] {
  const known = new Set([...requirements.keys(), ...stories.map(({ id }) => id), ...retired]);
  return tracedIds(root)
    .filter((id) => !known.has(id))
    .map((id) => ({
      code: 'requirement-gone',
      severity: 'note',
      where: { file: 'avm.yaml', answer: 'requirements.retired' },
      ids: [id],
      args: { id },
    }));
}

/** Custom IDs that something implemented when the workspace was last written. */
export function tracedIds(root: string): readonly string[] {
  const trace = traceOf(root);
  const ids = [...(trace?.values() ?? [])].flatMap((runs) => runs.flatMap(({ reason }) => reason.ids));
  return [...new Set(ids)].filter((id) => sectionOf(id) !== undefined).toSorted();
}

/** A trace that cannot be read is written again by the next render. */
function traceOf(root: string): ReturnType<typeof readTrace> {
  try {
    return readTrace(root);
  } catch (error) {
    if (error instanceof WorkspaceError) return undefined;
    throw error;
  }
}
