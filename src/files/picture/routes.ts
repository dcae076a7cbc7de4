import type { Edge } from '../../../avm-catalog/kernel/drawing.ts';
import { Channels } from './channels.ts';
import type { Link } from './links.ts';
import { placesOf, portsOf, type Place, type Port } from './ports.ts';
import { content, gutter } from './page.ts';
import type { Cell } from './packing.ts';
import { type Rows } from './rows.ts';

/** The way of a line, from its upper end to its lower one: through channel `first`, past the rows between, through channel `last`. */
export interface Route {
  readonly link: Link;
  readonly upper: string;
  readonly lower: string;
  readonly first: number;
  readonly last: number;
  /** Where it leaves the upper end, passes rows, and enters the lower end. */
  readonly xs: readonly [number, number, number];
  /** Whether both ends are in one row, so that it goes over the boxes. */
  readonly isOver: boolean;
}

export interface Routes {
  readonly ports: ReadonlyMap<string, readonly Port[]>;
  readonly routes: readonly Route[];
  /** Links that there is no way for. */
  readonly words: readonly Link[];
}

const step = 3;
const margin = 10;
/** Off the round ends. */
const roundMargin = 26;

/** Finds each link its way; no two of different edges are given the same. */
export function routesOf({ rows, links }: Rows): Routes {
  const places = placesOf(rows);
  const ports = portsOf(links, places);
  const channels = new Channels(rows, ports);
  const finder = new Finder(channels);
  const drafts = links.map((link) => draftOf(link, places, ports));
  const routes = drafts
    .flatMap((one) => one ?? [])
    .toSorted((a, b) => a.last - a.first - (b.last - b.first))
    .flatMap((one) => finder.find(one) ?? []);
  const found = new Set(routes.map((one) => one.link));
  return { ports, routes, words: links.filter((one) => !found.has(one)) };
}

interface Draft extends Pick<Route, 'link' | 'first' | 'last' | 'isOver'> {
  readonly upper: Place;
  readonly lower: Place;
  /** Of the port of the lower end. */
  readonly x: number;
  /** Of the port of the upper end, where the line goes over both. */
  readonly from: number;
}

function draftOf(link: Link, places: ReadonlyMap<string, Place>, ports: Routes['ports']): Draft | undefined {
  const [a, b] = [places.get(link.cells?.[0] ?? ''), places.get(link.cells?.[1] ?? '')];
  if (!a || !b) return undefined;
  const [upper, lower] = a.row <= b.row ? [a, b] : [b, a];
  const portOf = ({ cell }: Place): Port | undefined => ports.get(cell.id)?.find(({ edge }) => edge === link.edge);
  const [port, over] = [portOf(lower), portOf(upper)];
  const isOver = a.row === b.row;
  if (!port || (isOver && !over)) return undefined;
  const first = isOver ? lower.row : upper.row + 1;
  return { link, upper, lower, first, last: lower.row, isOver, x: port.x, from: over?.x ?? port.x };
}

class Finder {
  private readonly channels: Channels;
  /** Where lines leave a box downwards. */
  private readonly exits = new Map<string, Map<Edge, number>>();

  constructor(channels: Channels) {
    this.channels = channels;
  }

  find(draft: Draft): Route | undefined {
    const { link, upper, lower, first, last, isOver, x } = draft;
    const route = { link, upper: upper.cell.id, lower: lower.cell.id, first, last, isOver };
    if (isOver) return { ...route, xs: [draft.from, x, x] };
    const pass = first === last ? x : this.passOf(draft);
    const exit = pass === undefined ? undefined : this.exitOf(draft, pass);
    if (pass === undefined || exit === undefined) return undefined;
    this.channels.take(pass, link.edge, first, last);
    this.channels.take(exit, link.edge, first, first);
    const exits = this.exits.get(upper.cell.id) ?? new Map<Edge, number>();
    this.exits.set(upper.cell.id, exits.set(link.edge, exit));
    return { ...route, xs: [exit, pass, x] };
  }

  /** The shortest way past the rows between, with few corners, and rather where the edge has a line already. */
  private passOf({ link: { edge }, upper, first, last, x }: Draft): number | undefined {
    const { cell } = upper;
    const costOf = (at: number): number =>
      Math.abs(at - x) +
      Math.abs(at - clamp(at, cell)) +
      (at === x ? 0 : 20) +
      (at === clamp(at, cell) ? 0 : Math.abs(at - clamp(at, cell)) < margin ? 200 : 20) -
      (this.channels.has(at, edge, first + 1, last) ? 120 : 0);
    let best: readonly [number, number] | undefined;
    const look = (at: number): void => {
      const cost = costOf(at);
      if ((!best || cost < best[1]) && this.channels.isFree(at, edge, first, last)) best = [at, cost];
    };
    look(x);
    const exit = this.exits.get(cell.id)?.get(edge);
    if (exit !== undefined) look(exit);
    for (let at = content.x + margin; at <= gutter; at += step) look(at);
    return best?.[0];
  }

  private exitOf({ link: { edge }, upper: { cell }, first }: Draft, pass: number): number | undefined {
    const known = this.exits.get(cell.id)?.get(edge);
    if (known !== undefined) return known;
    const wanted = clamp(pass, cell);
    for (let off = 0; off <= cell.right - cell.x; off += step)
      for (const at of [wanted - off, wanted + off])
        if (at === clamp(at, cell) && this.channels.isFree(at, edge, first, first)) return at;
    return undefined;
  }
}

function clamp(at: number, { x, right, node }: Cell): number {
  const away = node?.shape === 'round' ? roundMargin : margin;
  return Math.min(Math.max(at, x + away), right - away);
}
