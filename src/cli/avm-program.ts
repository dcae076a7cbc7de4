import { Option, type Command } from 'commander';
import type { ExitCode } from './exit.ts';
import { collect, jsonOption, newProgram } from './program.ts';
import type { Terminal } from './terminal.ts';
import { todayOption } from './today.ts';

type Done = (code: ExitCode) => void;

const examples = `
Examples:
  avm add nat-gateway                        let the machine reach the internet
  avm set virtualMachine.size=Standard_D4s_v5 --env prod
  avm render --dry-run                       show what an edited avm.yaml would change
  avm check --depth snapshot                 compile, predict, and hold it against the constitution
  avm trace main.bicep:120                   say why a line is there`;

/** The arguments of `avm`; each command is loaded when it is run. */
export function avmProgram(terminal: Terminal, done: Done): Command {
  const program = newProgram('avm', terminal)
    .description('Work in a workspace of Azure Verified Modules.')
    .addHelpText('after', examples);
  changing(program, terminal, done);
  looking(program, terminal, done);
  tracing(program, terminal, done);
  catalog(program, terminal, done);
  return program;
}

function changing(program: Command, terminal: Terminal, done: Done): void {
  const writes = (command: Command): Command =>
    command
      .option('--dry-run', 'show the files and lines that would change, write nothing')
      .option('--overwrite <file>', 'overwrite this file although it was edited by hand (repeatable)', collect)
      .option('--keep <file>', 'leave this file as it was edited by hand (repeatable)', collect)
      .addOption(jsonOption());
  writes(
    program
      .command('add')
      .summary('add a component, a data disk or an environment')
      .argument('[what]', 'component, data-disk or environment; asked for in a terminal')
      .argument('[name]', 'name of a new environment'),
  )
    .description('Add a component, a data disk or an environment to avm.yaml, and write what follows from it.')
    .option('--env <name>', 'in this environment only')
    .option('--set <path=value>', 'answer of what is added (repeatable)', collect)
    .option('--from <environment>', 'environment that the new one begins like')
    .addHelpText(
      'after',
      '\nExamples:\n  avm add internal-load-balancer --env prod\n  avm add data-disk --set name=data --set sizeGb=256\n  avm add environment uat --from test',
    )
    .action(async (what, name, options) =>
      done(await (await import('./commands/add.ts')).runAdd(what, name, options, terminal)),
    );
  writes(
    program
      .command('set')
      .summary('change answers')
      .argument('<path=value...>', 'answers, such as network.addressSpace=10.30.0.0/22'),
  )
    .description('Change answers in avm.yaml, all of them or none, and write what follows from it.')
    .option('--env <name>', 'in this environment only (repeatable)', collect)
    .addHelpText(
      'after',
      '\nExamples:\n  avm set backup.retentionDays=30 lock=CanNotDelete --env prod\n  avm set SEC-009.mode=required customerManagedKeys.enabled=true',
    )
    .action(async (given, options) => done(await (await import('./commands/set.ts')).runSet(given, options, terminal)));
  writes(program.command('render').summary('write what follows from avm.yaml'))
    .description(
      'Write every file that follows from avm.yaml. Files edited by hand are named, never overwritten unasked.',
    )
    .action(async (options) => done(await (await import('./commands/render.ts')).runRender(options, terminal)));
}

function looking(program: Command, terminal: Terminal, done: Done): void {
  program
    .command('check')
    .summary('prove the workspace')
    .description('Check the workspace: its answers, with the Bicep compiler, and what it would deploy.')
    .option('--env <name>', 'check this environment (repeatable; all by default)', collect)
    .addOption(
      new Option('--depth <depth>', 'how deep').choices(['interface', 'module', 'snapshot']).default('snapshot'),
    )
    .option(
      '--modules <source>',
      'folder of modules, registry, or interfaces (default: AVM_MODULES_DIR, then the registry)',
    )
    .option('--sarif [file]', 'print findings as SARIF, or write them to a file')
    .option(...todayOption)
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExamples:\n  avm check --depth interface            in a moment, with no compiler\n  avm check --env prod --sarif out.sarif\n  avm check --depth module --modules interfaces   with no registry at hand',
    )
    .action(async (options) => done(await (await import('./commands/check.ts')).runCheck(options, terminal)));
  program
    .command('plan')
    .summary('show what is planned')
    .description('Show components, resources and names that the answers come to.')
    .addOption(jsonOption())
    .action(async (options) => done(await (await import('./commands/plan.ts')).runPlan(options, terminal)));
  program
    .command('schema')
    .description('Print the JSON Schema of avm.yaml.')
    .action(async () => done(await (await import('./commands/schema.ts')).runSchema(terminal)));
  program
    .command('doctor')
    .summary('say whether this machine can check')
    .description('Look for what the checks need, and say how to get what is missing.')
    .option('--install', 'get the pinned Bicep compiler')
    .addOption(jsonOption())
    .action(async (options) => done(await (await import('./commands/doctor.ts')).runDoctor(options, terminal)));
}

function tracing(program: Command, terminal: Terminal, done: Done): void {
  program
    .command('trace')
    .summary('say why a line is there, or what an id accounts for')
    .argument('<what>', 'lines of a file (main.bicep:120, main.bicep:120-140), an id (SEC-004), or a component')
    .description(
      'Lead lines back to rules, requirements and answers, or show all that an id or a component is there for.',
    )
    .option('--check', 'with an id or a component: compile, and say whether its rules hold in each environment')
    .option('--modules <source>', 'where --check gets modules, as for avm check')
    .option(...todayOption)
    .addOption(jsonOption())
    .addHelpText('after', '\nExamples:\n  avm trace main.bicep:120\n  avm trace SEC-004 --check\n  avm trace bastion')
    .action(async (what, options) =>
      done(await (await import('./commands/trace.ts')).runTrace(what, options, terminal)),
    );
  program
    .command('rules')
    .summary('list and explain the rules of the constitution')
    .argument('[rule]', 'id of a rule to explain, such as SEC-004')
    .description(
      'List the rules that hold in this workspace, or explain one. Outside a workspace: those of the catalog.',
    )
    .option('--all', 'list rules that are off too')
    .addOption(jsonOption())
    .action(async (rule, options) =>
      done(await (await import('./commands/rules.ts')).runRules(rule, options, terminal)),
    );
}

function catalog(program: Command, terminal: Terminal, done: Done): void {
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
        done(await (await import('./commands/catalog-list.ts')).runList(kind as never, word, options, terminal)),
      );
  }
  group
    .command('show')
    .argument('<module>', 'such as network/nat-gateway, with @version where not the newest is meant')
    .description('Print the interface of a module.')
    .addOption(jsonOption())
    .action(async (module, options) =>
      done(await (await import('./commands/catalog-show.ts')).runShow(module, options, terminal)),
    );
  group
    .command('sync')
    .argument('<source>', 'folder of compiled modules: <module>/<version>/main.json')
    .option('--dry-run', 'print what would change, write nothing')
    .addOption(jsonOption())
    .description('Take newer modules into the catalog, and print what changed.')
    .action(async (source, options) =>
      done(await (await import('./commands/catalog-sync.ts')).runSync(source, options, terminal)),
    );
}
