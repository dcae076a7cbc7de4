import { nameOfStep, type Placed, type Placement, type Step } from './place.ts';

interface Node {
  readonly step: Step;
  /** Of the resource, or of what the nested deployment is. */
  readonly id: string;
}

/** Decides what Resource Manager deploys before what, across nested deployments. */
export class Precedence {
  /** Nodes of each deployment, by the steps to it. */
  readonly #templates = new Map<string, Map<string, Node>>();
  /** What a node waits for, directly and through others; by template and node. */
  readonly #before = new Map<string, ReadonlySet<string>>();

  constructor({ placed, deployments }: Placement) {
    for (const { resource, steps } of placed) this.#add(steps, resource.id);
    for (const steps of deployments) {
      const { deployment = '' } = steps.at(-1) ?? {};
      this.#add(steps, `/Microsoft.Resources/deployments/${deployment}`);
    }
  }

  #add(steps: readonly Step[], id: string): void {
    const last = steps.at(-1);
    if (!last) return;
    const template = pathOf(steps.slice(0, -1));
    const nodes = this.#templates.get(template) ?? new Map<string, Node>();
    this.#templates.set(template, nodes.set(nameOfStep(last), { step: last, id: id.toLowerCase() }));
  }

  /** True if the first is complete before Resource Manager begins with the second. */
  precedes(first: Placed, second: Placed): boolean {
    const parted = first.steps.findIndex((step, index) => {
      const other = second.steps[index];
      return other === undefined || nameOfStep(step) !== nameOfStep(other);
    });
    const [before, after] = [first.steps[parted], second.steps[parted]];
    if (before === undefined || after === undefined) return false;
    return this.#beforeOf(pathOf(first.steps.slice(0, parted)), nameOfStep(after)).has(nameOfStep(before));
  }

  /** Nodes that wait for themselves, each as template and symbolic name. */
  circles(): readonly (readonly [template: string, name: string])[] {
    return [...this.#templates].flatMap(([template, nodes]) =>
      [...nodes.keys()]
        .filter((name) => this.#beforeOf(template, name).has(name))
        .map((name) => [template, name] as const),
    );
  }

  #beforeOf(template: string, name: string): ReadonlySet<string> {
    const key = `${template}\n${name}`;
    const known = this.#before.get(key);
    if (known) return known;
    const found = new Set<string>();
    const nodes = this.#templates.get(template) ?? new Map<string, Node>();
    const open = [name];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      for (const wanted of nodes.get(one)?.step.after ?? [])
        for (const met of meantBy(wanted, nodes)) if (found.size < found.add(met).size) open.push(met);
    }
    this.#before.set(key, found);
    return found;
  }
}

/** Nodes that a dependency names: one, or all of a loop. What isn’t deployed isn’t waited for. */
function meantBy(wanted: string, nodes: ReadonlyMap<string, Node>): readonly string[] {
  if (nodes.has(wanted)) return [wanted];
  const id = wanted.toLowerCase();
  const isId = id.startsWith('/');
  return [...nodes].flatMap(([name, node]) =>
    (isId ? id === node.id || (id.endsWith(node.id) && node.step.deployment !== '') : node.step.key === wanted)
      ? [name]
      : [],
  );
}

export const pathOf = (steps: readonly Step[]): string => steps.map(nameOfStep).join('/');
