import type { Data } from '../../../avm-catalog/kernel/component.ts';
import type { Reason } from '../../bicep/value.ts';
import type { PlanParameter } from '../../plan/plan.ts';
import type { Workspace } from './sides.ts';
import { commas } from '../../text/commas.ts';
import { ownValue } from '../../bicep/own.ts';

/** A parameter, or one property of it. */
interface Row {
  readonly name: string;
  readonly description: string;
  /** One in each environment. */
  readonly values: readonly Cell[];
  readonly reason: Reason;
}

/** What a table shows of a value: pieces of code with commas between, or a word. */
export interface Cell {
  readonly codes: readonly { readonly code: string; readonly comma: string }[];
  readonly word: string;
}

/** Parameters whose values differ, and those that are the same in every environment. */
export function parameterRows(workspace: Workspace): {
  readonly different: readonly Row[];
  readonly same: readonly (Row & { readonly value: Cell })[];
} {
  const rows = sideBySide(workspace);
  return {
    different: workspace.sides.length === 1 ? [] : rows.filter((row) => !agree(row)),
    same: rows.filter(agree).flatMap((row) => (row.values[0] ? [{ ...row, value: row.values[0] }] : [])),
  };
}

/** Every parameter, objects property by property, in the order of the plan. */
export function sideBySide(workspace: Workspace): readonly Row[] {
  const { plan, sides } = workspace;
  return plan.parameters.flatMap((parameter) =>
    rowsOf(
      { ...parameter, reason: { ...parameter.reason, ids: workspace.reason(parameter.reason.ids).ids } },
      parameter.name,
      sides.map((side) => ownValue(parameter.values, side.environment)),
    ),
  );
}

function agree({ values }: Row): boolean {
  return new Set(values.map((value) => JSON.stringify(value))).size === 1;
}

function rowsOf(parameter: PlanParameter, name: string, values: readonly (Data | undefined)[]): readonly Row[] {
  const keys = [...new Set(values.flatMap((value) => (isRecord(value) ? Object.keys(value) : [])))];
  if (keys.length > 0)
    return keys.flatMap((key) =>
      rowsOf(
        parameter,
        `${name}.${key}`,
        values.map((value) => (isRecord(value) ? ownValue(value, key) : undefined)),
      ),
    );
  return [{ name, description: parameter.description, values: values.map(cell), reason: parameter.reason }];
}

/** An item of a list at a time; what is nothing is `none`. */
export function cell(value: Data | undefined): Cell {
  const items: readonly (Data | undefined)[] = Array.isArray(value) ? value : [value];
  const codes = items.map(textOf).filter((text) => text !== '');
  return {
    codes: commas(codes),
    word: codes.length === 0 ? 'none' : '',
  };
}

function textOf(value: Data | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function isRecord(value: Data | undefined): value is { readonly [key: string]: Data | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
