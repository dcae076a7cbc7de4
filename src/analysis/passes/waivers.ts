import type { Waiver } from '../../resolve/spec.ts';
import type { Sources } from '../analysis.ts';
import { documentPaths, type Documents } from '../documents.ts';
import type { Row } from '../read/markdown.ts';
import { teller, type PassResult } from '../tell.ts';
import { plain, said } from '../text.ts';

const tell = teller('constitution');

/** Compares the waivers in the constitution and the plan with the settings, the only place for an approval. */
export function waivers({ constitution: read, plan, folder }: Documents, { spec }: Sources): readonly PassResult[] {
  const rows = read?.text.rows.filter(({ section }) => section === 'Waivers') ?? [];
  const known = new Set(spec.waivers.map(({ id }) => id));
  const tracked = plan?.rows.filter(({ section }) => section === 'Complexity Tracking').map(({ text }) => text);
  const file = documentPaths(folder).plan;
  return [
    ...spec.waivers.flatMap((one) => [
      ...(read ? waiver(read.path, rows, one) : []),
      ...(tracked === undefined || tracked.some((text) => text.includes(`waived by ${one.id} `))
        ? []
        : [tell('HIGH', 'waiver-untracked', { file, subject: one.id }, { rule: one.rule })]),
    ]),
    ...rows
      .filter(({ cells }) => !known.has(said(cells[0] ?? '')))
      .map(({ cells, line, text }) =>
        tell(
          'CRITICAL',
          'waiver-not-answered',
          { file: read?.path ?? '', line, subject: said(cells[0] ?? '') },
          { says: text },
        ),
      ),
  ];
}

/** The rule of a waiver, its approver, and its expiration date. */
function waiver(file: string, rows: readonly Row[], { id, rule, approvedBy, until }: Waiver): readonly PassResult[] {
  const row = rows.find(({ cells }) => said(cells[0] ?? '') === id);
  if (!row) return [tell('HIGH', 'waiver-missing', { file, subject: id }, { rule })];
  const [, whose = '', , , by = '', day = ''] = row.cells.map(said);
  const at = { file, line: row.line, subject: id };
  return [
    ...(whose.startsWith(rule) ? [] : [tell('HIGH', 'waiver-differs', at, { says: whose, wants: rule })]),
    ...(by === plain(approvedBy) ? [] : [tell('HIGH', 'waiver-differs', at, { says: by, wants: approvedBy })]),
    ...(day === until ? [] : [tell('HIGH', 'waiver-differs', at, { says: day, wants: until })]),
  ];
}
