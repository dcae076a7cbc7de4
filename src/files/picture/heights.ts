import { headingRoom } from './frames.ts';
import { contentsOf, type Contents } from './contents.ts';
import type { Port } from './ports.ts';
import type { Routes } from './routes.ts';
import type { Row, Rows } from './rows.ts';
import { tracksOf, type Tracks } from './tracks.ts';

/** From top to bottom. */
export interface Reach {
  readonly y: number;
  readonly bottom: number;
}

export interface Heights {
  readonly rows: readonly Reach[];
  readonly frames: ReadonlyMap<string, Reach>;
  readonly contents: ReadonlyMap<string, Contents>;
  /** Where the line of an edge goes from left to right in a channel. */
  readonly trackOf: Tracks['yOf'];
  readonly bottom: number;
}

const gap = 14;
const pad = 12;
const lineHeight = 14;
const trackHeight = 9;

export function heightsOf(
  { rows }: Rows,
  routes: Routes,
  heads: ReadonlyMap<string, Contents>,
  notes: ReadonlyMap<string, readonly string[]>,
  top: number,
): Heights {
  const contents = new Map(
    rows.flatMap(({ cells }) =>
      cells.flatMap(({ id, node, x, right }) =>
        node ? [[id, contentsOf(node, right - x, notes.get(id) ?? [])] as const] : [],
      ),
    ),
  );
  const tracks = tracksOf(routes.routes);
  const pile = new Pile(heads, top);
  const starts: number[] = [];
  const reaches = rows.map((row, index) => {
    pile.enter(row, rows[index - 1]);
    starts.push(pile.y);
    const count = tracks.countIn(index);
    const labels = Math.max(0, ...row.cells.map(({ id }) => linesAt(routes.ports.get(id))));
    const isEntered = row.cells.some(({ id }) => routes.ports.has(id));
    pile.y += (count === 0 ? 0 : 6 + count * trackHeight) + labels * lineHeight + (isEntered ? 8 : 0);
    return pile.place(Math.max(0, ...row.cells.map(({ id }) => contents.get(id)?.height ?? 0)));
  });
  const bottom = pile.finish(rows.at(-1));
  const trackOf: Tracks['yOf'] = (channel, edge) =>
    (starts[channel] ?? 0) + 8 + tracks.yOf(channel, edge) * trackHeight;
  return { rows: reaches, frames: pile.frames, contents, trackOf, bottom };
}

const linesAt = (ports: readonly Port[] = []): number => Math.max(0, ...ports.map(({ label }) => label.length));

/** Closes and opens frames on the way down. */
class Pile {
  y: number;
  readonly frames = new Map<string, Reach>();
  private readonly heads: ReadonlyMap<string, Contents>;

  constructor(heads: ReadonlyMap<string, Contents>, top: number) {
    this.heads = heads;
    this.y = top;
  }

  enter(row: Row, before: Row | undefined): void {
    const [old, now] = [before?.frames ?? [], row.frames];
    const closed = old.filter((one) => !now.includes(one)).toReversed();
    const opened = now.filter((one) => !old.includes(one));
    closed.forEach((one, index) => this.close(one, index === 0 && before?.border === 'bottom'));
    const isAtBorder = before?.border === 'top';
    if (!isAtBorder && before) this.y += gap;
    for (const [index, one] of opened.entries()) {
      const outer = now[now.indexOf(one) - 1];
      if (outer !== undefined && !(isAtBorder && index === 0)) this.clear(outer);
      this.frames.set(one, { y: this.y, bottom: this.y });
    }
    if (opened.length > 0) this.y += pad;
    const inner = now.at(-1);
    if (row.border && inner !== undefined) this.clear(inner);
  }

  place(height: number): Reach {
    const reach = { y: this.y, bottom: this.y + height };
    this.y = reach.bottom;
    return reach;
  }

  finish(row: Row | undefined): number {
    for (const [index, one] of (row?.frames ?? []).toReversed().entries())
      this.close(one, index === 0 && row?.border === 'bottom');
    return this.y;
  }

  /** Below the heading. */
  private clear(frame: string): void {
    const { y } = this.frames.get(frame) ?? { y: this.y };
    this.y = Math.max(this.y, y + headingRoom(this.heads.get(frame)));
  }

  private close(frame: string, isAtBorder: boolean): void {
    if (!isAtBorder) this.y += pad;
    this.clear(frame);
    const { y } = this.frames.get(frame) ?? { y: this.y };
    this.frames.set(frame, { y, bottom: this.y });
  }
}
