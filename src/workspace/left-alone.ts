import type { Change } from './compare.ts';

/** A file of a person's that a run leaves as it is, though the tool would write another text or none. */
export interface LeftAlone {
  readonly path: string;
  /**
   * `edited`: changed since it was written; `foreign`: never written by the tool;
   * `released`: edited, and no longer generated, so that it is the person's from now on.
   */
  readonly kind: 'edited' | 'foreign' | 'released';
  /** An earlier run said so, and the generated text is the same since. */
  readonly isKnown: boolean;
  /** The generated text differs from the edited one, or from the one that an earlier run reported. */
  readonly hasNewText: boolean;
}

/** Whether a change is of a file that is written or deleted only where a person names it. */
export function isTouchy({ kind }: Pick<Change, 'kind'>): boolean {
  return kind === 'edited' || kind === 'foreign';
}

/** What a run leaves alone, of the changes that it was not told to overwrite or to keep. */
export function leftAlone(changes: readonly Change[], decided: Decided = {}): readonly LeftAlone[] {
  const named = new Set([...(decided.overwrite ?? []), ...(decided.keep ?? [])]);
  return changes.filter((change) => isTouchy(change) && !named.has(change.path)).map(describe);
}

/** Files that a person named. */
export interface Decided {
  /** Edited and foreign files to overwrite, or to delete where they are no longer generated. */
  readonly overwrite?: readonly string[] | undefined;
  /** Edited and foreign files to leave as they are, which needs no word then. */
  readonly keep?: readonly string[] | undefined;
}

function describe({ path, kind, generated, base, known }: Change): LeftAlone {
  const before = known ?? base;
  return {
    path,
    kind: generated === undefined ? 'released' : kind === 'edited' ? 'edited' : 'foreign',
    isKnown: known !== undefined && known === generated,
    hasNewText: before !== undefined && generated !== undefined && before !== generated,
  };
}
