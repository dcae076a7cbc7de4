import type { ChangedSetting } from '../../answers/changed-settings.ts';
import { enumerate } from '../../text/enumerate.ts';
import type { Change } from '../../workspace/compare.ts';
import type { DescribedChange } from '../../workspace/dry-run.ts';
import { isTouchy, type LeftAlone } from '../../workspace/left-alone.ts';
import { counted } from './findings-text.ts';

/** What a change of a workspace does, or would do: the same for people and for programs. */
interface ChangeSummary {
  readonly created: number;
  readonly changed: number;
  readonly removed: number;
  /** Edited files that stay as they are. */
  readonly leftAlone: number;
  readonly settings: number;
}

interface Summarized {
  readonly summary: ChangeSummary;
  /** Those that are written or deleted. */
  readonly files: readonly DescribedChange[];
}

export async function summarize(
  changes: readonly Change[],
  leftAlone: readonly LeftAlone[],
  settings: readonly ChangedSetting[],
): Promise<Summarized> {
  const { describeChanges } = await import('../../workspace/dry-run.ts');
  const files = await describeChanges(changes.filter((change) => !isTouchy(change)));
  const count = (kind: Change['kind']): number => files.filter((one) => one.kind === kind).length;
  return {
    files,
    summary: {
      created: count('create'),
      changed: count('update'),
      removed: count('delete'),
      leftAlone: leftAlone.length,
      settings: settings.length,
    },
  };
}

/** `2 files would be created and 5 changed. 1 setting would change. Nothing was written.` */
export function summaryLine({ created, changed, removed, settings }: ChangeSummary): string {
  const said: readonly (readonly [count: number, what: string])[] = [
    [created, 'created'],
    [changed, 'changed'],
    [removed, 'removed'],
  ];
  const parts = said
    .filter(([count]) => count > 0)
    .map(([count, what], index) => (index === 0 ? `${counted(count, 'file')} would be ${what}` : `${count} ${what}`));
  if (parts.length === 0) return 'Nothing would change.';
  const about = settings > 0 ? ` ${counted(settings, 'setting')} would change.` : '';
  return `${enumerate(parts)}.${about} Nothing was written.`;
}

/** A change as JSON. */
export function fileJson({ path, kind, added, removed }: DescribedChange) {
  return { path, kind, added, removed };
}
