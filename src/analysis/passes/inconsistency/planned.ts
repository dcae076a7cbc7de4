import type { View } from '../../../../avm-catalog/kernel/view.ts';
import type { PlanResource } from '../../../plan/plan.ts';
import { sizingColumns, type PlacedColumn } from '../../../resolve/components.ts';
import type { Sources } from '../../analysis.ts';
import type { Documents } from '../../documents.ts';
import type { Row } from '../../read/markdown.ts';
import { teller, type PassResult } from '../../tell.ts';
import { said } from '../../text.ts';

const tell = teller('inconsistency');

/** Compares the tables of plan.md and data-model.md with the plan. */
export function planned({ plan: text, dataModel }: Documents, { plan, spec }: Sources): readonly PassResult[] {
  const parameters = plan.parameters.map((one) => ({ name: one.name, cells: [] }));
  const columns = sizingColumns(spec);
  const environments = spec.views.map((view) => ({
    name: view.environment,
    cells: [[1, view.core.location.region] as const, ...columns.flatMap((one, index) => cellsOf(one, 3 + index, view))],
  }));
  return [
    ...(text ? table(text.path, inSection(text.rows, 'Architecture'), plan.resources.map(resourceRow)) : []),
    ...(text ? table(text.path, inSection(text.rows, 'Region and SKU Validation'), environments) : []),
    ...(dataModel ? table(dataModel.path, inSection(dataModel.rows, 'Parameters'), parameters) : []),
    ...(dataModel ? table(dataModel.path, inSection(dataModel.rows, 'Outputs'), plan.outputs.map(named)) : []),
  ];
}

const inSection = (rows: readonly Row[], section: string): readonly Row[] =>
  rows.filter((one) => one.section === section);
const named = ({ name }: { readonly name: string }) => ({ name, cells: [] });

/** What the row of a thing must say: the number of a cell, and how it begins. */
interface Wanted {
  readonly name: string;
  readonly cells: readonly (readonly [cell: number, begins: string])[];
}

/** Cells that a component says the beginning of, where it is on. */
function cellsOf({ component, begins }: PlacedColumn, index: number, view: View): Wanted['cells'] {
  return begins && component.enabled(view) ? [[index, begins(view)]] : [];
}

function resourceRow(one: PlanResource): Wanted {
  const [by, version] = madeBy(one);
  return {
    name: one.symbol,
    cells: [
      [2, by],
      [3, version],
    ],
  };
}

function madeBy(one: PlanResource): readonly [by: string, version: string] {
  if (one.kind === 'module') return [one.module, one.version];
  return [one.kind === 'file' ? one.file.path : `${one.kind} ${one.type}`, 'Not applicable'];
}

function table(file: string, rows: readonly Row[], wanted: readonly Wanted[]): readonly PassResult[] {
  const byName = new Map(rows.map((row) => [said(row.cells[0] ?? ''), row]));
  const names = new Set(wanted.map(({ name }) => name));
  return [
    ...wanted.flatMap(({ name, cells }) => {
      const row = byName.get(name);
      if (!row) return [tell('MEDIUM', 'row-missing', { file, subject: name })];
      return cells
        .filter(([index, begins]) => !startsWithWord(said(unlinked(row.cells[index] ?? '')), begins))
        .map(([index, wants]) =>
          tell(
            'HIGH',
            'row-differs',
            { file, line: row.line, subject: name },
            {
              column: said(row.head[index] ?? ''),
              says: row.cells[index] ?? '',
              wants,
            },
          ),
        );
    }),
    ...[...byName]
      .filter(([name]) => !names.has(name))
      .map(([name, row]) => tell('MEDIUM', 'row-unknown', { file, line: row.line, subject: name })),
  ];
}

/** Markdown with the text of each link only. */
const unlinked = (cell: string): string => cell.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');

function startsWithWord(text: string, begins: string): boolean {
  return text === begins || text.startsWith(`${begins},`);
}
