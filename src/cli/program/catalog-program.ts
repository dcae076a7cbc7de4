import type { Command } from 'commander';
import { jsonOption, type Done } from './program.ts';
import type { Terminal } from '../shared/terminal.ts';

/** The arguments of `avm catalog`. */
export function catalog(program: Command, terminal: Terminal, done: Done): void {
  const group = program
    .command('catalog')
    .summary('show what can be built with')
    .description('Show what can be built with.');
  const kinds = {
    modules: 'Azure Verified Modules',
    components: 'components',
    blueprints: 'blueprints',
    rules: 'rules of the constitution',
    regions: 'Azure regions',
    sizes: 'sizes of machines',
    images: 'Windows Server images',
  };
  for (const [kind, title] of Object.entries(kinds)) {
    group
      .command(kind)
      .argument('[word]', 'only those that hold this word')
      .description(`List ${title}.`)
      .addOption(jsonOption())
      .action(async (word, options) =>
        done(await (await import('../catalog/catalog-list.ts')).runList(kind as never, word, options, terminal)),
      );
  }
  group
    .command('show')
    .argument('<module>', 'such as network/nat-gateway, with @version where not the newest is meant')
    .description('Print the interface of a module.')
    .addOption(jsonOption())
    .action(async (module, options) =>
      done(await (await import('../catalog/catalog-show.ts')).runShow(module, options, terminal)),
    );
  group
    .command('sync')
    .argument('<source>', 'folder of compiled modules: <module>/<version>/main.json')
    .option('--into <folder>', 'folder of a catalog to write (default: .avm/catalog.json of the workspace)')
    .option('--prune', 'also remove what the source does not have; what is used stays')
    .option('--dry-run', 'print what would change, write nothing')
    .addOption(jsonOption())
    .description(
      'Add newer modules to the catalog of the workspace, and print what changed. Nothing is removed unasked.',
    )
    .action(async (source, options) =>
      done(await (await import('../catalog/catalog-sync.ts')).runSync(source, options, terminal)),
    );
}
