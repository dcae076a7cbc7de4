import { pathOf, type Point } from './shapes.ts';

type Stretch = readonly [Point, Point];

/** What is drawn of an edge. Each stretch is drawn once: dashes on dashes would fill each other’s gaps. */
export class Drawn {
  private readonly stretches: Stretch[] = [];

  /** The path of what is new in a line. */
  add(points: readonly Point[]): string {
    const runs: Point[][] = [];
    for (const [index, from] of points.entries()) {
      const to = points[index + 1];
      if (!to) break;
      for (const [a, b] of this.without(from, to)) {
        const last = runs.at(-1);
        const end = last?.at(-1);
        if (last && end?.x === a.x && end.y === a.y) last.push(b);
        else runs.push([a, b]);
      }
    }
    for (const run of runs) run.slice(1).forEach((to, index) => this.stretches.push([run[index] ?? to, to]));
    return runs.map(pathOf).join('');
  }

  private without(from: Point, to: Point): readonly Stretch[] {
    const isDown = from.x === to.x;
    const at = (point: Point): number => (isDown ? point.y : point.x);
    const point = (value: number): Point => (isDown ? { x: from.x, y: value } : { x: value, y: from.y });
    const sign = Math.sign(at(to) - at(from));
    const covered = this.stretches
      .filter(([a, b]) => (isDown ? a.x === from.x && b.x === from.x : a.y === from.y && b.y === from.y))
      .map(([a, b]) => [at(a) * sign, at(b) * sign].toSorted((one, other) => one - other) as [number, number])
      .toSorted(([a], [b]) => a - b);
    const left: Stretch[] = [];
    let start = at(from) * sign;
    const end = at(to) * sign;
    for (const [first, last] of covered) {
      if (first > start && start < end) left.push([point(start * sign), point(Math.min(first, end) * sign)]);
      start = Math.max(start, last);
    }
    if (start < end) left.push([point(start * sign), point(end * sign)]);
    return left;
  }
}
