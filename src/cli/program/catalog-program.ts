import type { Command } from 'commander';
import { jsonOption, type Done } from './program.ts';
import type { Terminal } from '../shared/terminal.ts';

const kinds = {
  modules: 'Azure Verified Modules',
  components: 'components',
  blueprints: 'blueprints',
  rules: 'rules of the constitution',
  regions: 'Azure regions',
  sizes: 'VM sizes',
  images: 'Windows Server images',
};

/** The arguments of `avm catalog`. */
export function catalog(program: Command, terminal: Terminal, done: Done): void {
  const group = program
    .command('catalog')
    .summary('list modules, components, regions, and more')
    .description('List the modules, components, blueprints, rules, regions, VM sizes, and images that avm supports.');
  for (const [kind, title] of Object.entries(kinds)) {
    group
      .command(kind)
      .argument('[word]', 'only entries that contain this word')
      .summary(`list ${title}`)
      .description(`List ${title}.`)
      .addOption(jsonOption())
      .action(async (word, options) =>
        done(await (await import('../catalog/catalog-list.ts')).runList(kind as never, word, options, terminal)),
      );
  }
  group
    .command('show')
    .argument(
      '<module>',
      'such as network/nat-gateway, or network/nat-gateway@2.1.0 for a version that is not the newest',
    )
    .summary('print the interface of a module')
    .description('Print the interface of a module.')
    .addOption(jsonOption())
    .action(async (module, options) =>
      done(await (await import('../catalog/catalog-show.ts')).runShow(module, options, terminal)),
    );
  group
    .command('sync')
    .summary('add newer modules to the catalog of the workspace')
    .argument('<source>', 'folder of compiled modules: <module>/<version>/main.json')
    .option('--into <folder>', 'catalog folder to write to (default: .avm/catalog.json of the workspace)')
    .option('--prune', 'also remove unused modules that the source does not have')
    .option('--dry-run', 'show what would change, and write nothing')
    .addOption(jsonOption())
    .description(
      'Add newer modules to the catalog of the workspace, and show what changed. Nothing is removed without --prune.',
    )
    .action(async (source, options) =>
      done(await (await import('../catalog/catalog-sync.ts')).runSync(source, options, terminal)),
    );
}
