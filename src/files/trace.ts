import type { Reason } from '../bicep/value.ts';
import type { TraceRun } from './file-set.ts';

const mark = /\u0002(\d+)\u0003/g;

/** Reasons met while a file is rendered, and the marks that stand for them at line ends until it is assembled. */
export class Tracer {
  readonly #reasons: Reason[] = [];
  readonly #known = new Map<string, number>();
  readonly #same = new Map<Reason, string>();

  readonly marker = (reason: Reason): string => {
    const met = this.#same.get(reason);
    if (met !== undefined) return met;
    const key = JSON.stringify([reason.ids, reason.component, reason.answers]);
    const index = this.#known.get(key) ?? this.#reasons.push(reason) - 1;
    this.#known.set(key, index);
    const found = `\u0002${index}\u0003`;
    this.#same.set(reason, found);
    return found;
  };

  /** Takes the marks out; lines without one exist for the reason of the whole file. */
  assemble(marked: string, whole: Reason): { readonly text: string; readonly trace: readonly TraceRun[] } {
    const runs: { from: number; to: number; reason: Reason }[] = [];
    const lines = marked.split('\n');
    while (lines.at(-1) === '') lines.pop();
    for (const [index, line] of lines.entries()) {
      const start = line.indexOf('\u0002');
      const reason = start === -1 ? whole : (this.#reasons[markedIndex(line, start)] ?? whole);
      const last = runs.at(-1);
      if (last?.reason === reason) last.to = index + 1;
      else runs.push({ from: index + 1, to: index + 1, reason });
      lines[index] = (start === -1 ? line : line.replace(mark, '')).trimEnd();
    }
    return { text: `${lines.join('\n')}\n`, trace: runs };
  }
}

function markedIndex(line: string, start: number): number {
  return Number(line.slice(start + 1, line.indexOf('\u0003', start)));
}
