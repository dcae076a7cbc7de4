import { ownValue } from '../../src/bicep/own.ts';
import type { ComponentDocs } from './docs.ts';
import type { Draw, Drawing, Edge, Node } from './drawing.ts';
import type { NamedScope } from './named-scope.ts';
import type { DocumentedWorkspace, Environment } from './workspace.ts';

/** Documents of a named component: what operators do with it, and what only one environment at a time shows. */
export function namedDocs(docs: ComponentDocs, scope: NamedScope, kind: string): ComponentDocs {
  const { operations, facts, checks } = docs;
  const { limitations, permissions, prerequisites } = docs.collective ? ({} as Partial<ComponentDocs>) : docs;
  return {
    operations,
    facts: (note, workspace) => {
      const sides = note.sides.map((side) => sideOf(side, scope));
      const own = {
        sides,
        one: sideOf(note.one, scope),
        key: scope.path(note.key),
        symbol: (name: string) => scope.name(name),
      };
      return { ...own, ...facts?.({ ...note, ...own }, workspaceOf(workspace, scope)) };
    },
    ...(checks ? { checks: (side, workspace) => checks(sideOf(side, scope), workspace) } : {}),
    ...(limitations ? { limitations: (workspace) => limitations(workspaceOf(workspace, scope)) } : {}),
    ...(prerequisites
      ? {
          prerequisites: (workspace) =>
            prerequisites(workspaceOf(workspace, scope)).map((one) => ({
              ...one,
              kind,
              key: `${one.key}-${scope.id}`,
              model: { ...one.model, title: scope.title },
            })),
        }
      : {}),
    ...(permissions ? { permissions: (workspace) => permissions(workspaceOf(workspace, scope)) } : {}),
    ...(docs.removal?.after ? { removal: { after: docs.removal.after } } : {}),
  };
}

/** Nodes that components have in common. */
const people: readonly string[] = ['administrators', 'operators'];

/** Nodes of its own carry its name; edges to nodes of others lead there as those of the type do. */
export function namedDrawing(draw: Draw, scope: NamedScope): Draw {
  return (side, workspace): Drawing => {
    const { nodes = [], edges = [] } = draw(sideOf(side, scope), workspaceOf(workspace, scope));
    const own = new Set(nodes.map((one) => one.id).filter((id) => !people.includes(id)));
    const named = (id: string): string => (own.has(id) ? scope.name(id) : id);
    return {
      nodes: nodes.map((one): Node =>
        own.has(one.id)
          ? { ...one, id: named(one.id), title: titled(one, scope), like: { id: one.id, type: scope.type } }
          : one,
      ),
      edges: edges.map((one): Edge => ({ ...one, from: one.from.map(named), to: one.to.map(named) })),
    };
  };
}

function titled({ title, compact }: Node, { id }: NamedScope): string {
  return compact ? title : `${title} ${id}`;
}

/** With the names that it makes, and no others: all of them for each would be as many times as many. */
function sideOf(side: Environment, scope: NamedScope): Environment {
  const names = scope.made().map((key) => [key, ownValue(side.names, scope.name(key)) ?? ''] as const);
  return { ...scope.view(side), names: Object.fromEntries(names) };
}

function workspaceOf(workspace: DocumentedWorkspace, scope: NamedScope): DocumentedWorkspace {
  const id = (component: string): string => (component === scope.type ? scope.id : component);
  const own = (sides: readonly Environment[]): readonly Environment[] => sides.map((side) => sideOf(side, scope));
  return {
    get sides() {
      return own(workspace.sides);
    },
    get default() {
      return sideOf(workspace.default, scope);
    },
    rules: workspace.rules,
    mirror: workspace.mirror,
    omittedFirst: (side) => workspace.omittedFirst(side),
    with: (component) => own(workspace.with(id(component))),
    has: (component) => workspace.has(id(component)),
    isIn: (component, side) =>
      workspace.with(id(component)).some(({ environment }) => environment === side.environment),
    on: (rule) => workspace.on(rule),
    translations: () => workspace.translations(),
    resourcesOf: (component) => workspace.resourcesOf(id(component)),
    valuesOf: (parameter) => workspace.valuesOf(scope.name(parameter)) ?? workspace.valuesOf(parameter),
    reason: (ids, component) => workspace.reason(ids, component === undefined ? undefined : id(component)),
    because: (component) => workspace.because(id(component)),
    where: (sides) => workspace.where(sides),
    among: (sides, reason) => workspace.among(sides, reason),
  };
}
