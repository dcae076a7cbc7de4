import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openCompiler } from '../../../src/checks/bicep/open.ts';
import type { BicepSession } from '../../../src/checks/bicep/session.ts';
import type { JsonObject } from '../../../src/checks/canonical.ts';
import { modulesOf } from '../../../src/checks/with-modules.ts';
import { prepareModules } from '../../../src/checks/modules/prepare.ts';
import { publicRegistry } from '../../../src/checks/modules/source.ts';
import { secretVaults } from '../../../src/checks/order/permissions.ts';
import { readPlaces, type Placement } from '../../../src/checks/order/place.ts';
import { predictPlaces } from '../../../src/checks/order/predict.ts';
import { madeUpScope, type Snapshot } from '../../../src/checks/snapshot.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { resourceGroupName } from '../../../src/plan/names.ts';
import type { Spec } from '../../../src/resolve/spec.ts';
import { bicepPath } from '../../support/bicep.ts';
import { filesOf, readCase } from '../../cases/cases.ts';

/** A template that a test may change as it likes. */
// oxlint-disable-next-line typescript/no-explicit-any -- the depth of a compiled template is not worth a type in tests
export type Loose = any;

export interface Predicted {
  readonly snapshot: Snapshot;
  readonly placement: Placement;
  readonly vaults: readonly string[];
}

/** A case, compiled with the real modules, for one of its environments. */
export class CompiledCase implements AsyncDisposable {
  readonly spec: Spec;
  readonly plan: Plan;
  readonly session: BicepSession;
  readonly template: string;
  readonly #environment: string;
  readonly #parameters: string;
  readonly #dispose: () => Promise<void>;

  private constructor(
    base: Pick<CompiledCase, 'spec' | 'plan' | 'session' | 'template'>,
    environment: string,
    parameters: string,
    dispose: () => Promise<void>,
  ) {
    this.spec = base.spec;
    this.plan = base.plan;
    this.session = base.session;
    this.template = base.template;
    this.#environment = environment;
    this.#parameters = parameters;
    this.#dispose = dispose;
  }

  static async open(name: string, environment: string, modules: string): Promise<CompiledCase> {
    const { plan, spec } = readCase(name).generated;
    if (!plan || !spec) throw new Error(`${name} has no plan`);
    const root = mkdtempSync(join(tmpdir(), 'compiled-case-'));
    for (const [path, text] of filesOf(name)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const prepared = await prepareModules(
      { kind: 'folder', folder: modules },
      { root, modules: modulesOf(plan), registry: publicRegistry, bicep: bicepPath() },
    );
    const { session } = await openCompiler({ environment: prepared.environment });
    const compiled = async (file: string): Promise<string> => (await session.compile(join(root, file))).contents ?? '';
    const template = await compiled('main.bicep');
    const parameters = await compiled(`main.${environment}.bicepparam`);
    return new CompiledCase({ spec, plan, session, template }, environment, parameters, async () => {
      await session.close();
      await prepared.dispose();
      rmSync(root, { recursive: true, force: true });
    });
  }

  /** Two deployments of the template, one after the other, after a change of it. */
  async predict(change: (template: Loose) => void = () => {}): Promise<Predicted> {
    const template = JSON.parse(this.template) as JsonObject;
    change(template);
    const view = this.spec.views.find((one) => one.environment === this.#environment);
    const resourceGroup = view ? resourceGroupName(this.spec, view) : madeUpScope.resourceGroup;
    const scope = { ...madeUpScope, resourceGroup };
    const deploy = async (deploymentName: string): Promise<Placement> =>
      readPlaces(
        await predictPlaces(this.session, JSON.stringify(template), this.#parameters, { ...scope, deploymentName }),
      );
    const first = await deploy('main');
    const resources = first.placed.map(({ resource }) => resource);
    const snapshot = { environment: this.#environment, scope, resources, outputs: {}, diagnostics: [] };
    return { snapshot, placement: await deploy('main-again'), vaults: secretVaults(this.#parameters) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#dispose();
  }
}

/** The template of a module that a template calls, by symbolic names from main.bicep down. */
export function templateAt(template: Loose, ...symbols: readonly string[]): Loose {
  return symbols.reduce((inner, symbol) => inner.resources[symbol].properties.template, template);
}
