import type { Flow } from '../../../avm-catalog/kernel/drawing.ts';
import { across, edge } from './across.ts';
import { headsOf, nodeBoxes, placesOf } from './boxes.ts';
import { faces } from './contents.ts';
import { down } from './down.ts';
import { labelFace } from './labels.ts';
import { lanesOf } from './lanes.ts';
import { linesOf } from './lines.ts';
import type { Scene } from './scene.ts';
import { seat } from './seats.ts';
import type { Box, Line, Text } from './shapes.ts';
import { shorten, widthOf } from './text.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly heading: Text;
  readonly places: readonly Box[];
  readonly nodes: readonly Box[];
  readonly lines: readonly Line[];
  readonly legend: readonly Sample[];
}

/** What a kind of line means. */
interface Sample {
  readonly flow: Flow;
  readonly path: string;
  readonly text: Text;
}

/** Lays out what an environment has. */
export function pictureOf(scene: Scene): Picture {
  const seating = seat(scene);
  const lanes = lanesOf(scene, seating);
  const at = across(scene, seating, lanes);
  const heads = headsOf(scene, at);
  const to = down(scene, seating, lanes, at, heads);
  const nodes = nodeBoxes(scene, seating, at, to);
  const places = placesOf(scene, seating, at, to, heads);
  const boxes = new Map(nodes.map((one) => [one.id, one]));
  const peer = places.find((one) => one.id === 'peer');
  const lines = linesOf(lanes, { scene, at, to, boxes, peer, focus: boxes.get(seating.focus?.id ?? '') });
  const width = at.region.right + edge;
  const legend = legendOf(lines, width, to.region.bottom + 28);
  const heading = shorten(`${scene.workload}, ${scene.environment}`, width - 2 * edge, faces.heading);
  return {
    width,
    height: (legend.at(-1)?.text.y ?? to.region.bottom) + 22,
    heading: { x: edge, y: 42, text: heading, style: 'heading', anchor: 'start' },
    places,
    nodes,
    lines,
    legend,
  };
}

const meanings: Readonly<Record<Flow, string>> = {
  access: 'Administration',
  traffic: 'Traffic',
  data: 'Data and keys',
  monitoring: 'Monitoring',
  control: 'Configuration',
};

/** Of the kinds of lines that are drawn, in as many rows as it takes. */
function legendOf(lines: readonly Line[], width: number, top: number): readonly Sample[] {
  let [x, y] = [edge, top];
  return (Object.entries(meanings) as [Flow, string][])
    .filter(([flow]) => lines.some((one) => one.flow === flow))
    .map(([flow, text]) => {
      const needed = 46 + widthOf(text, labelFace) + 28;
      if (x > edge && x + needed > width) [x, y] = [edge, y + 22];
      const sample = { flow, path: `M${x} ${y - 4}L${x + 38} ${y - 4}`, text: { ...label, x: x + 46, y, text } };
      x += needed;
      return sample;
    });
}

const label = { style: 'label', anchor: 'start' } as const;
