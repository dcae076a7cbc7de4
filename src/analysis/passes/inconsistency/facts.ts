import type { Markdown } from '../../read/markdown.ts';
import { said } from '../../text.ts';

/** Something that a document says of something, which another version of it can say otherwise. */
export interface Fact {
  readonly subject: string;
  readonly value: string;
  readonly line: number;
  /** The line, for one that is no longer there. */
  readonly told: string;
  /** Said in passing: an item of a list. */
  readonly isWeak: boolean;
}

const task = /^[-*] \[[ xX]\] (T\d{3,6})\b(.*)$/;
const labelled = /^(?:- )?\*\*([^*]{1,80})\*\*(.*)$/;
const item = /^[-*] (?:\[[ xX]\] )?(.*)$/;
const numbered = /^(\d{1,4})\. (.*)$/;
const heading = /^(#{2,6}) +(User Story \d+)?(.*)$/;

/** Rows of tables, tasks, labelled lines, numbered and other items, and headings; by what they are about. */
export function factsOf({ prose, rows }: Markdown): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>();
  const add = (
    key: string,
    subject: string,
    value: string,
    at: { line: number; text: string },
    isWeak = false,
  ): void => {
    const fact = { subject: said(subject), value: said(value), line: at.line, told: at.text, isWeak };
    for (let count = 1; ; count += 1) {
      if (facts.has(`${key}|${count}`)) continue;
      facts.set(`${key}|${count}`, fact);
      return;
    }
  };
  for (const row of rows) {
    const [name = '', ...cells] = row.cells;
    cells.forEach((cell, index) => add(`row|${row.section}|${said(name)}|${index}`, name, cell, row));
  }
  let under = '';
  for (const line of prose) {
    const { text } = line;
    if (text.startsWith('|')) continue;
    const [, marks, story, title = ''] = heading.exec(text) ?? [];
    const [, id, what = ''] = task.exec(text) ?? [];
    const [, label, said1 = ''] = labelled.exec(text) ?? [];
    const [, number, step = ''] = numbered.exec(text) ?? [];
    const [, point] = item.exec(text) ?? [];
    if (marks !== undefined) {
      under = story ?? title;
      add(`heading|${under}`, under, story === undefined ? '' : title, line);
    } else if (id !== undefined) add(`task|${id}`, id, what, line);
    else if (label !== undefined) add(`label|${under}|${label}`, label, said1, line);
    else if (number !== undefined) add(`number|${under}|${number}`, `${under} ${number}`, step, line);
    else if (point !== undefined) add(`item|${under}|${said(point)}`, said(point), '', line, true);
  }
  return facts;
}
