import type { Markdown } from '../../read/markdown.ts';
import { idsIn, said } from '../../text.ts';

/** Something that a document says of something, which another version of it can say otherwise. */
export interface DocumentFact {
  readonly subject: string;
  readonly value: string;
  readonly line: number;
  /** The heading it stands under. */
  readonly under: string;
  /** The line, for one that is no longer there. */
  readonly told: string;
  /** Said in passing: an item of a list. */
  readonly isWeak: boolean;
}

const task = /^[-*] \[[ xX]\] (T\d{3,6})\b(.*)$/;
const labeled = /^(?:- )?\*\*((?:\\.|[^*\\]){1,200})\*\*(.*)$/;
const item = /^[-*] (?:\[[ xX]\] )?(.*)$/;
const clarified = /^- Q: (.{1,600}) → A: (.*)$/;
const numbered = /^(\d{1,4})\. (.*)$/;
const heading = /^(#{2,6}) +(User Story \d+)?(.*)$/;

/** Rows of tables, tasks, labeled lines, numbered and other items, and headings; by what they are about. */
export function factsOf({ prose, rows }: Markdown): ReadonlyMap<string, DocumentFact> {
  const facts = new Map<string, DocumentFact>();
  const counts = new Map<string, number>();
  const add = (key: string, subject: string, value: string, { line, text, under, isWeak = false }: At): void => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    facts.set(`${key}|${count}`, { subject: said(subject), value: said(value), line, told: text, under, isWeak });
  };
  for (const row of rows) {
    const [name = '', ...cells] = row.cells;
    const at = { ...row, under: row.section };
    for (const one of namesIn(name)) {
      const subject = idsIn(one)[0] ?? one;
      cells.forEach((cell, index) => add(`row|${row.section}|${said(one)}|${index}`, subject, cell, at));
    }
  }
  let under = '';
  for (const { text, line } of prose) {
    if (text.startsWith('|')) continue;
    const [, marks, story, title = ''] = heading.exec(text) ?? [];
    if (marks !== undefined) under = story ?? title;
    const at = { text, line, under };
    if (marks !== undefined) add(`heading|${under}`, under, story === undefined ? '' : title, at);
    else addLine(add, at);
  }
  return facts;
}

/** A row may be about several ids, and each stays what it is when another one leaves the row. */
const severalIds = /^[A-Z]{2,4}-\d{3}(?:, [A-Z]{2,4}-\d{3})+$/;
const namesIn = (name: string): readonly string[] => (severalIds.test(name) ? name.split(', ') : [name]);

interface At {
  readonly text: string;
  readonly line: number;
  readonly under: string;
  readonly isWeak?: boolean;
}

function addLine(add: (key: string, subject: string, value: string, at: At) => void, at: At): void {
  const { text, under } = at;
  const [, id, what = ''] = task.exec(text) ?? [];
  if (id !== undefined) return add(`task|${id}`, id, what, at);
  const [, label, words = ''] = labeled.exec(text) ?? [];
  if (label !== undefined) return add(`label|${under}|${label}`, idsIn(label)[0] ?? label, words.replace(/^:/, ''), at);
  const [, question, answer = ''] = clarified.exec(text) ?? [];
  if (question !== undefined) return add(`question|${said(question)}`, question, answer, at);
  const [, number, step = ''] = numbered.exec(text) ?? [];
  if (number !== undefined)
    return add(`number|${under}|${number}`, `${under.replace(/^User Story /, 'US')}/AC${number}`, step, at);
  const [, point] = item.exec(text) ?? [];
  if (point !== undefined) add(`item|${under}|${said(point)}`, point, point, { ...at, isWeak: true });
}
