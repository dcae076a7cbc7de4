import type { Markdown } from '../../src/text/markdown.ts';
import type { Planned } from './planned.ts';
import type { View } from './view.ts';
import type { DocumentedWorkspace, Environment } from './workspace.ts';
import { grouped } from './documents.ts';

/** What the plan's table of regions and sizes shows of a component beside region and zone. */
export interface Sizing {
  /** Rules, and capabilities, that its columns are there for. */
  readonly ids: readonly string[];
  readonly columns: readonly SizingColumn[];
}

export interface SizingColumn {
  readonly title: string;
  readonly cell: (view: View) => Markdown;
  /** What stands first in the cell, where `avm analyze` holds the document against it. */
  readonly begins?: (view: View) => string;
}

/** A target of the workload for the table of the spec, and what the settings show of it. */
export interface TargetRow {
  /** Path of the setting, below `spec`. */
  readonly path: string;
  readonly title: string;
  readonly cell: (view: View) => Markdown;
  /** One or two sentences; what settings can't show, they leave to the organization. */
  readonly evidence: (workspace: DocumentedWorkspace) => Markdown | undefined;
}

/** Sections of the research of what a component is: what was decided, why, and what else there was. */
export interface Research {
  readonly template: TemplateSpecification;
  readonly model: (workspace: DocumentedWorkspace, plan: Planned) => object;
}

/** A value, with the environments that have it. */
interface Chosen {
  readonly value: string;
  readonly sides: readonly Environment[];
  readonly where: string;
}

/** Each value once. */
export function chosen(workspace: DocumentedWorkspace, valueOf: (side: Environment) => string): readonly Chosen[] {
  return grouped(workspace.sides, valueOf).map(([value, sides]) => ({ value, sides, where: workspace.where(sides) }));
}
