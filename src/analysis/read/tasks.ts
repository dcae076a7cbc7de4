import { idsIn } from '../text.ts';
import type { Markdown } from './markdown.ts';

export interface TaskLine {
  /** Empty where a line has a box and no number. */
  readonly id: string;
  readonly done: boolean;
  /** All that follows the number. */
  readonly text: string;
  readonly line: number;
  readonly story: string | undefined;
  /** The story of its phase. */
  readonly phase: string | undefined;
  readonly ids: readonly string[];
  readonly after: readonly string[];
  readonly hasFile: boolean;
  readonly accept: string;
}

const taskPattern = /^[-*] \[([ xX])\] (?:(T\d{3,6})\b)?(.*)$/;

export function readTasks({ prose }: Markdown): readonly TaskLine[] {
  return prose.flatMap(({ text, line, section }) => {
    const [, tick, id = '', rest = ''] = taskPattern.exec(text) ?? [];
    if (tick === undefined) return [];
    const ends = rest.lastIndexOf('done when ');
    const body = ends === -1 ? rest : rest.slice(0, ends);
    return [
      {
        id,
        done: tick !== ' ',
        text: rest.trim(),
        line,
        story: /\[(US\d{1,6})\]/.exec(rest)?.[1],
        phase: storyOf(section),
        ids: [...idsIn(body), ...storyIn(body)],
        after: afterOf(body),
        hasFile: /\]\([^()\s]+\)|`[^`./]*[./][^`]*`|(?:^| )[\w.-]+\/[\w./-]+/.test(body),
        accept: ends === -1 ? '' : rest.slice(ends + 'done when '.length),
      },
    ];
  });
}

/** The story that a task is for, where no requirement of it is. */
function storyIn(body: string): readonly string[] {
  return /\((US\d{1,6})\)/.exec(body)?.slice(1) ?? [];
}

function storyOf(section: string): string | undefined {
  const number = /User Story (\d{1,6})\b/.exec(section)?.[1];
  return number === undefined ? undefined : `US${number}`;
}

function afterOf(body: string): readonly string[] {
  const begins = body.lastIndexOf(', after ');
  return begins === -1 ? [] : (body.slice(begins).match(/\bT\d{3,6}\b/g) ?? []);
}
