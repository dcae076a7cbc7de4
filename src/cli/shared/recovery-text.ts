import type { Recovery } from '../../workspace/recover.ts';
import { messageLines } from './message-lines.ts';
import type { Terminal } from './terminal.ts';

/** What was done about an earlier run that was interrupted. */
export function tellRecovery(recovered: Recovery | undefined, { err, paintErr }: Terminal): void {
  if (recovered === undefined) return;
  const done = recovered.kind === 'finished' ? 'Its changes are now complete.' : 'Its temporary files were removed.';
  const what = `An earlier run was interrupted. ${done}`;
  const left = recovered.kind === 'finished' ? recovered.left : [];
  const places = left.length > 0 ? [`Edited since, and left unchanged: ${left.join(', ')}`] : [];
  for (const line of messageLines({ severity: 'note', code: 'recovered', what, places }, paintErr)) err(line);
}
