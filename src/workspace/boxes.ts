import { sha256 } from './disk.ts';

const box = /^( *- \[)([ xX])(?=\] )/gm;

/** The states of the boxes of a text in their order: ` ` open, `x` ticked. */
export function boxesOf(text: string): string {
  return [...text.matchAll(box)].map(([, , state]) => state?.toLowerCase()).join('');
}

/** What was written last of a file whose boxes people tick. */
export interface Written {
  /** SHA-256 of its text. */
  readonly hash: string;
  readonly boxes: string;
}

/**
 * A text with the boxes as a person left them on disk; nothing where more than boxes was changed since it was written.
 * A line is known again by its words: numbers of tasks move when others come and go.
 */
export function carryBoxes(text: string, disk: string, written: Written): string | undefined {
  const left = boxesOf(disk);
  if (left.length !== written.boxes.length || sha256(withBoxes(disk, written.boxes)) !== written.hash) return undefined;
  const own = new Map<string, string>();
  let index = 0;
  const keyOnDisk = keys();
  for (const line of linesWithBoxes(disk)) {
    const key = keyOnDisk(line);
    if (left[index] !== written.boxes[index]) own.set(key, line.match(/\[(.)\]/)?.[1] ?? ' ');
    index += 1;
  }
  if (own.size === 0) return text;
  const keyOf = keys();
  const states = linesWithBoxes(text).map((line) => own.get(keyOf(line)) ?? boxesOf(line));
  return withBoxes(text, states.join(''));
}

function withBoxes(text: string, states: string): string {
  let index = 0;
  return text.replace(box, (_, before: string) => before + (states[index++] ?? ' '));
}

function linesWithBoxes(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.search(box) === 0);
}

/** Makes of each line in turn what it is known by; lines of the same words are told apart by their order. */
function keys(): (line: string) => string {
  const seen = new Map<string, number>();
  return (line) => {
    const words = line
      .replace(/^ *- \[.\] /, '')
      .replace(/\b(?:T|CHK)\d{3,}\b/g, '')
      .replace(/[ ,]+/g, ' ');
    const count = (seen.get(words) ?? 0) + 1;
    seen.set(words, count);
    return `${words}\n${count}`;
  };
}
