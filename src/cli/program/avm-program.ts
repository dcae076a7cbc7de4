import { Option, type Command } from 'commander';
import { examples } from '../../../avm-catalog/blueprints/help.ts';
import { adding, removing, writes } from './adding-program.ts';
import { catalog } from './catalog-program.ts';
import { collect, jsonOption, newProgram, type Done } from './program.ts';
import type { Terminal } from '../shared/terminal.ts';
import { todayOption } from '../shared/today.ts';

const { component } = examples;

const first = `
Examples:
  ${`avm add ${component} --env prod`.padEnd(41)}  ${examples.componentGives}
  avm set ${examples.setting} --env prod
  avm render --dry-run                       show what an edited avm.yaml would change
  avm check --depth snapshot                 compile, predict, and hold it against the constitution
  avm report                                 the same, as a page to hand on
  avm trace main.bicep:120                   say why a line is there`;

/** The arguments of `avm`; each command is loaded when it is run. */
export function avmProgram(terminal: Terminal, done: Done): Command {
  const program = newProgram('avm', terminal)
    .description('Work in a workspace of Azure Verified Modules.')
    .addHelpText('after', first);
  adding(program, terminal, done);
  removing(program, terminal, done);
  changing(program, terminal, done);
  clarifying(program, terminal, done);
  looking(program, terminal, done);
  reporting(program, terminal, done);
  tracing(program, terminal, done);
  catalog(program, terminal, done);
  return program;
}

function changing(program: Command, terminal: Terminal, done: Done): void {
  writes(
    program
      .command('set')
      .summary('change answers')
      .argument('<path=value...>', 'answers, such as network.addressSpace=10.30.0.0/22'),
  )
    .description('Change answers in avm.yaml, all of them or none, and write what follows from it.')
    .option('--env <name>', 'in this environment only (repeatable)', collect)
    .addHelpText('after', `\nExamples:\n  avm set ${examples.settings} --env prod\n  avm set ${examples.rule}`)
    .action(async (given, options) => done(await (await import('../change/set.ts')).runSet(given, options, terminal)));
  writes(program.command('render').summary('write what follows from avm.yaml'))
    .description(
      'Write every file that follows from avm.yaml. Files edited by hand are named, never overwritten unasked.',
    )
    .action(async (options) => done(await (await import('../change/render.ts')).runRender(options, terminal)));
}

function clarifying(program: Command, terminal: Terminal, done: Done): void {
  writes(program.command('clarify').summary('ask what is missing, guessed or contradictory'))
    .description(
      'Ask what is open in avm.yaml, the most important first, and record the answers. Without a terminal: list it, with exit code 1 while there is any.',
    )
    .option('--list', 'list the questions instead of asking them')
    .option('--answer <path=value>', 'answer the question about this path (repeatable)', collect)
    .option('--today <day>', 'day that answers are recorded with, as YYYY-MM-DD (default: today)')
    .addHelpText('after', '\nExample:\n  avm clarify --answer tags.costCenter=4711 --today 2026-11-25')
    .action(async (options) => done(await (await import('../clarify/clarify.ts')).runClarify(options, terminal)));
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
    .action(async (options) => done(await (await import('../check/check.ts')).runCheck(options, terminal)));
  program
    .command('analyze')
    .summary('hold documents, template and answers against one another')
    .description(
      'Read the documents and the template as they stand, edits among them: what is said twice, vaguely or too little, what breaks the constitution, has no task or serves nothing, and what no longer agrees with the answers.',
    )
    .option('--sarif [file]', 'print findings as SARIF, or write them to a file')
    .addOption(jsonOption())
    .action(async (options) => done(await (await import('../analyze/analyze.ts')).runAnalyze(options, terminal)));
  program
    .command('plan')
    .summary('show what is planned')
    .description('Show components, resources and names that the answers come to.')
    .addOption(jsonOption())
    .action(async (options) => done(await (await import('../plan/plan.ts')).runPlan(options, terminal)));
  program
    .command('schema')
    .summary('print the JSON Schema of avm.yaml')
    .description('Print the JSON Schema of avm.yaml.')
    .action(async () => done(await (await import('../schema/schema.ts')).runSchema(terminal)));
  program
    .command('doctor')
    .summary('say whether this machine can check')
    .description('Look for what the checks need, and say how to get what is missing.')
    .option('--install', 'get the pinned Bicep compiler')
    .addOption(jsonOption())
    .action(async (options) => done(await (await import('../doctor/doctor.ts')).runDoctor(options, terminal)));
}

function reporting(program: Command, terminal: Terminal, done: Done): void {
  program
    .command('report')
    .summary('check, and write what was found as a page')
    .description(
      'Check the workspace, and write one HTML file that says it all: findings, rules with their evidence, parameters, resources, traceability.',
    )
    .option('-o, --output <file>', 'where it is written', 'avm-report.html')
    .option('--force', 'write over a file that is no report')
    .option('--env <name>', 'report on this environment (repeatable; all by default)', collect)
    .addOption(
      new Option('--depth <depth>', 'how deep to check')
        .choices(['interface', 'module', 'snapshot'])
        .default('snapshot'),
    )
    .option('--modules <source>', 'where modules come from, as for avm check')
    .option(...todayOption)
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExamples:\n  avm report\n  avm report --depth interface --output ../payroll.html    with no compiler',
    )
    .action(async (options) => done(await (await import('../report/report.ts')).runReport(options, terminal)));
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
    .addHelpText(
      'after',
      `\nExamples:\n  avm trace main.bicep:120\n  avm trace SEC-004 --check\n  avm trace ${examples.traced}`,
    )
    .action(async (what, options) => done(await (await import('../trace/trace.ts')).runTrace(what, options, terminal)));
  program
    .command('rules')
    .summary('list and explain the rules of the constitution')
    .argument('[rule]', 'id of a rule to explain, such as SEC-004')
    .description(
      'List the rules that hold in this workspace, or explain one. Outside a workspace: those of the catalog.',
    )
    .option('--all', 'list rules that are off too')
    .option(...todayOption)
    .addOption(jsonOption())
    .action(async (rule, options) => done(await (await import('../rules/rules.ts')).runRules(rule, options, terminal)));
}
