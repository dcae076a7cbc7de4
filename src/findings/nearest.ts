/** The candidate a misspelled word most likely means; nothing when none is near, by `most` steps. Case does not count. */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  most = Math.max(2, Math.floor(word.length / 3)),
): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of candidates) {
    const steps = distance(wanted, candidate.toLowerCase(), least);
    // A word that shares no letter with it isn't near, however short both are.
    const sharesLetters = steps < Math.max(wanted.length, candidate.length);
    if (steps < least && sharesLetters) [best, least] = [candidate, steps];
  }
  return best;
}

/** The nearest word as an argument of a finding; none where there is none. */
export function suggestion(word: string, candidates: Iterable<string>, most?: number): { readonly nearest?: string } {
  const near = nearest(word, candidates, most);
  return near === undefined ? {} : { nearest: near };
}

/** Levenshtein distance; gives up with `limit` once it cannot be less. */
function distance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) >= limit) return limit;
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 0; i < left.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < right.length; j += 1) {
      const swap = (row[j] ?? 0) + (left[i] === right[j] ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    if (Math.min(...next) >= limit) return limit;
    row = next;
  }
  return row[right.length] ?? limit;
}
