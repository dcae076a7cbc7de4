import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import { readDeclarations } from '../../bicep/declarations.ts';
import { describe } from '../../findings/describe.ts';
import { nearest } from '../../findings/nearest.ts';
import type { Place } from '../../findings/finding.ts';
import { referenceOf, type Plan } from '../../plan/plan.ts';
import type { Placed, Placement } from '../../checks/order/place.ts';
import type { CompiledPair } from '../../checks/expect.ts';
import { Inventory, type ExpectedResource } from '../../whatif/inventory.ts';
import type { WhatIf } from '../../whatif/model.ts';
import { readTextFile } from '../shared/answers-text.ts';
import { UsageFailure } from '../shared/failure.ts';
import { findWorkspace, lookForWorkspace } from '../shared/find-workspace.ts';
import { withProgress } from '../shared/progress.ts';
import type { Terminal } from '../shared/terminal.ts';
import { buildWorkspace, type Built } from '../shared/workspace.ts';
import { modulesFrom } from '../check/checking.ts';

/** What is known of the template that a result is of. */
export interface Known {
  readonly environment: string | undefined;
  readonly inventory: Inventory | undefined;
  /** Why changes are attributed to no component; empty if they are. */
  readonly because: string;
  readonly built: Built | undefined;
  /** Where a declaration of main.bicep is. */
  readonly at: (symbol: string | undefined) => Place;
}

interface Asked {
  readonly env: string | undefined;
  readonly modules: string | undefined;
  readonly compiled: CompiledPair | undefined;
}

const nothing = { environment: undefined, inventory: undefined, built: undefined, at: () => ({}) };

/** What the workspace around sets in an environment; without one, nothing is known. */
export async function knownOf(result: WhatIf, asked: Asked, terminal: Terminal): Promise<Known> {
  if (lookForWorkspace(terminal.cwd) === undefined) {
    if (asked.env !== undefined) findWorkspace(terminal);
    return { ...nothing, because: 'this is not inside a workspace' };
  }
  const root = findWorkspace(terminal);
  const catalog = loadCatalog();
  const modules = modulesFrom(asked.modules, terminal.cwd);
  const built = await buildWorkspace(readTextFile(join(root, 'avm.yaml'), 'avm.yaml'), catalog, { root, modules });
  const environment = chosen(asked.env, built.plan.environments);
  if (environment === undefined)
    return { ...nothing, built, because: 'the workspace has several environments, and --env names none' };
  const { expectResources } = await import('../../checks/expect.ts');
  const { spec, plan } = built;
  const found = await withProgress(terminal, (say) =>
    expectResources({
      root,
      spec,
      plan,
      catalog,
      modules,
      environment,
      scope: scopeOf(result),
      compiled: asked.compiled,
      progress: (step) => say(step.startsWith('snapshot') ? `Predicting ${environment}` : 'Compiling'),
    }),
  );
  const at = placesIn(root);
  if ('findings' in found) {
    const why = found.findings.map((one) => describe(one).message)[0] ?? 'the template could not be compiled';
    return { environment, inventory: undefined, built, at, because: why };
  }
  return { environment, built, at, inventory: inventoryOf(found.placement, plan), because: '' };
}

function chosen(named: string | undefined, known: readonly string[]): string | undefined {
  if (named === undefined) return known.length === 1 ? known[0] : undefined;
  if (known.includes(named)) return named;
  const near = nearest(named, known);
  throw new UsageFailure(
    `There is no environment '${named}'.`,
    near ? `Did you mean ${near}?` : `Use ${known.join(', ')}.`,
  );
}

/** Subscription and resource group that most of a result is in. */
function scopeOf({ changes }: WhatIf): { readonly subscriptionId?: string; readonly resourceGroup?: string } {
  const counts = new Map<string, number>();
  for (const { id } of changes) {
    const [, subscription, group] = /^\/subscriptions\/([0-9a-f-]{36})\/resourceGroups\/([^/]+)/i.exec(id) ?? [];
    if (subscription === undefined || group === undefined) continue;
    const key = `${subscription}/${group}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (most === undefined) return {};
  const [subscriptionId = '', resourceGroup = ''] = most[0].split('/');
  return { subscriptionId, resourceGroup };
}

function inventoryOf({ placed }: Placement, plan: Plan): Inventory {
  const bySymbol = new Map(plan.resources.map((one) => [one.symbol, one]));
  const expected = ({ resource, steps: [first] }: Placed): ExpectedResource => {
    const made = bySymbol.get(first?.key ?? '');
    const origin = made && {
      components: made.components,
      module: referenceOf(made),
      symbol: made.symbol,
      ids: made.reason.ids,
    };
    return { id: resource.id, type: resource.type, resource, origin };
  };
  return new Inventory(placed.map(expected));
}

function placesIn(root: string): Known['at'] {
  const path = 'main.bicep';
  const text = existsSync(join(root, path)) ? readTextFile(join(root, path), path) : '';
  const lines = new Map(readDeclarations(text.split('\n')).map((one) => [one.name, one.line]));
  return (symbol) => {
    const line = lines.get(symbol ?? '');
    return line === undefined ? {} : { file: path, line, column: 1 };
  };
}
