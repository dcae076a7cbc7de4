import { printEnvelope } from '../shared/envelope.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import { table } from '../shared/table.ts';
import type { Terminal } from '../shared/terminal.ts';

interface Listing {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The same rows as JSON values. */
  readonly values: readonly unknown[];
}

const listings = {
  modules: async (cwd) => {
    const { addedHere } = await import('./workspace-catalog.ts');
    const { loadIndex } = await import('../../../avm-catalog/modules/load.ts');
    const { modulePath, pins } = await import('../../../avm-catalog/modules/pins.ts');
    const pinned = new Map(
      Object.entries(pins).map(([name, version]) => [modulePath(name as keyof typeof pins), version as string]),
    );
    const values = Object.entries(loadIndex(addedHere(cwd))).map(([module, { held }]) => ({
      module,
      latest: held.at(-1) ?? '',
      used: pinned.get(module) ?? null,
    }));
    return listing(values, ['module', 'latest', 'used'], (one) => [one.module, one.latest, one.used ?? '']);
  },
  components: async () => {
    const { components } = await import('../../../avm-catalog/components/index.ts');
    const values = components.map(({ name, title, summary, serves, inputs }) => ({
      name,
      title,
      summary,
      serves,
      added: inputs?.switchOn !== undefined,
    }));
    return listing(values, ['component', 'can be added', 'description'], (one) => [
      one.name,
      one.added ? 'yes' : '',
      one.summary,
    ]);
  },
  blueprints: async () => {
    const { blueprints } = await import('../../../avm-catalog/blueprints/index.ts');
    return listing(blueprints, ['blueprint', 'title'], (one) => [`${one.name}@${one.version}`, one.title]);
  },
  rules: async () => {
    const { rules } = await import('../../../avm-catalog/constitution/rules/index.ts');
    const { controlsOf } = await import('../../../avm-catalog/constitution/rule.ts');
    const values = rules.map((definition) => {
      const { id, category, title, level, statement, rationale, shapes, elsewhere = {} } = definition;
      const parameters = definition.parameters.defaults;
      const controls = controlsOf({ definition, parameters });
      const text = statement(parameters);
      return { id, category, title, level, parameters, statement: text, rationale, shapes, elsewhere, controls };
    });
    return listing(values, ['rule', 'level', 'title', 'statement'], (one) => [
      one.id,
      one.level,
      one.title,
      one.statement,
    ]);
  },
  regions: async () => {
    const { regions } = await import('../../../avm-catalog/azure/regions.ts');
    const { offer, serviceNames } = await import('../../../avm-catalog/azure/services.ts');
    const values = regions.map((one) => ({
      ...one,
      offers: Object.fromEntries(serviceNames.map((service) => [service, offer(service, one.name)])),
    }));
    return listing(values, ['region', 'name', 'zones', 'Bastion in zones', 'paired with'], (one) => [
      one.name,
      one.displayName,
      one.zones === 0 ? '' : String(one.zones),
      offer('zonalBastion', one.name),
      one.pairedWith.join(', '),
    ]);
  },
  sizes: async () => {
    const { vmSizes } = await import('../../../avm-catalog/azure/sizes.ts');
    return listing(vmSizes, ['size', 'vCPUs', 'GiB', 'encryption at host', 'Trusted Launch'], (one) => [
      one.name,
      String(one.vCpus),
      String(one.memoryGiB),
      one.encryptionAtHost ? 'yes' : 'no',
      one.trustedLaunch ? 'yes' : 'no',
    ]);
  },
  images: async () => {
    const { images } = await import('../../../avm-catalog/azure/images.ts');
    return listing(images, ['image', 'generation', 'Trusted Launch', 'hotpatch', 'supported until'], (one) => [
      one.key,
      String(one.generation),
      one.trustedLaunch ? 'yes' : 'no',
      one.hotpatch ? 'yes' : 'no',
      one.supportEnds,
    ]);
  },
} satisfies Readonly<Record<string, (cwd: string) => Promise<Listing>>>;

function listing<T>(values: readonly T[], head: readonly string[], row: (value: T) => readonly string[]): Listing {
  return { head, values, rows: values.map(row) };
}

export async function runList(
  kind: keyof typeof listings,
  word: string | undefined,
  { json }: { readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const { out, err, paint, cwd } = terminal;
  const { head, rows, values } = await listings[kind](cwd);
  const shown = rows
    .map((row, index) => ({ row, value: values[index] }))
    .filter(({ row }) => word === undefined || row.join(' ').toLowerCase().includes(word.toLowerCase()));
  if (json) printEnvelope(terminal, { data: { entries: shown.map(({ value }) => value) } });
  else if (shown.length === 0) err(`No ${kind} contain '${word ?? ''}'.`);
  else {
    const [title = '', ...lines] = table([head, ...shown.map(({ row }) => row)]);
    out(paint('bold', title));
    for (const line of lines) out(line);
  }
  return exit.clean;
}
