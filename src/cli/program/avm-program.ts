import { Argument, Option, type Command } from 'commander';
import { deepest, depths } from '../../checks/depth.ts';
import { examples } from '../../../avm-catalog/blueprints/help.ts';
import { adding, removing, writes } from './adding-program.ts';
import { catalog } from './catalog-program.ts';
import { completing } from './completion-program.ts';
import { env } from './env-program.ts';
import { collect, jsonOption, newProgram, type Done } from './program.ts';
import { previewing } from './whatif-program.ts';
import type { Terminal } from '../shared/terminal.ts';
import { todayOption } from '../shared/today.ts';

const { component } = examples;

const first = `
Examples:
  ${`avm add ${component} --env prod`.padEnd(41)}  ${examples.componentGives}
  avm set ${examples.setting} --env prod
  avm render --dry-run                       preview what an edited avm.yaml changes
  avm check                                  compile, predict each deployment, and evaluate it
  avm report                                 write the results of the check to an HTML report
  avm trace main.bicep:120                   explain why a line exists`;

/** The arguments of `avm`; each command is loaded when it is run. */
export function avmProgram(terminal: Terminal, done: Done): Command {
  const program = newProgram('avm', terminal)
    .description('Change, check, and explain a workspace of Azure Verified Modules.')
    .addHelpText('after', first);
  adding(program, terminal, done);
  removing(program, terminal, done);
  env(program, terminal, done);
  changing(program, terminal, done);
  clarifying(program, terminal, done);
  looking(program, terminal, done);
  previewing(program, terminal, done);
  printing(program, terminal, done);
  reporting(program, terminal, done);
  tracing(program, terminal, done);
  catalog(program, terminal, done);
  completing(program, terminal, done);
  return program;
}

function changing(program: Command, terminal: Terminal, done: Done): void {
  writes(
    program
      .command('set')
      .summary('change settings')
      .argument('<path=value...>', 'settings, such as network.addressSpace=10.30.0.0/22'),
  )
    .description('Change settings in avm.yaml, all of them or none, and update the generated files.')
    .option('--env <name>', 'only for this environment (repeatable)', collect)
    .addHelpText('after', `\nExamples:\n  avm set ${examples.settings} --env prod\n  avm set ${examples.rule}`)
    .action(async (given, options) => done(await (await import('../change/set.ts')).runSet(given, options, terminal)));
  writes(program.command('update').summary('upgrade the workspace to this version of avm'))
    .description(
      'Upgrade avm.yaml to the latest version of its format, and the generated files to this version of avm. Settings keep their meaning, and resources keep their names and IDs.',
    )
    .action(async (options) => done(await (await import('../change/update.ts')).runUpdate(options, terminal)));
  writes(program.command('render').summary('generate the files from avm.yaml'))
    .description(
      'Generate every file from avm.yaml. Files that you edited are reported, and never overwritten without --overwrite.',
    )
    .action(async (options) => done(await (await import('../change/render.ts')).runRender(options, terminal)));
}

function clarifying(program: Command, terminal: Terminal, done: Done): void {
  writes(program.command('clarify').summary('ask about settings that are missing, guessed, or contradictory'))
    .description(
      'Ask the open questions about avm.yaml, most important first, and record the answers. Without a terminal, list them, and exit with code 1 while any is open.',
    )
    .option('--list', 'list the questions instead of asking them')
    .option('--answer <path=value>', 'answer the question about this setting (repeatable)', collect)
    .option('--today <day>', 'date to record with the answers, as YYYY-MM-DD (default: today)')
    .addHelpText('after', '\nExample:\n  avm clarify --answer tags.costCenter=4711 --today 2026-11-25')
    .action(async (options) => done(await (await import('../clarify/clarify.ts')).runClarify(options, terminal)));
}

function looking(program: Command, terminal: Terminal, done: Done): void {
  program
    .command('check')
    .summary('validate the workspace')
    .description('Validate the settings, compile the Bicep files, predict each deployment, and evaluate the rules.')
    .option('--env <name>', 'check this environment (repeatable, default: all)', collect)
    .addOption(new Option('--depth <depth>', 'validation level').choices(depths).default(deepest))
    .option('--modules <source>', 'a folder, registry, or interfaces (default: AVM_MODULES_DIR, then registry)')
    .option('--sarif [file]', 'print findings as SARIF, or write them to a file')
    .option('--junit <file>', 'write each rule in each environment as a test of JUnit XML')
    .option(...todayOption)
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExamples:\n  avm check --depth interface            settings and plan only, without a compiler\n  avm check --env prod --sarif out.sarif\n  avm check --depth module --modules interfaces   compile without a registry',
    )
    .action(async (options) => done(await (await import('../check/check.ts')).runCheck(options, terminal)));
  program
    .command('analyze')
    .summary('compare the documents, the template, and avm.yaml')
    .description(
      'Read the documents and the template, with your edits, and report duplicates, vague or incomplete statements, conflicts with the constitution, requirements without a task, resources without a requirement, and disagreements with avm.yaml.',
    )
    .option('--sarif [file]', 'print findings as SARIF, or write them to a file')
    .addOption(jsonOption())
    .action(async (options) => done(await (await import('../analyze/analyze.ts')).runAnalyze(options, terminal)));
}

function printing(program: Command, terminal: Terminal, done: Done): void {
  program
    .command('plan')
    .summary('show the planned resources')
    .description('Show the components, resources, and names that avm.yaml resolves to.')
    .addOption(jsonOption())
    .action(async (options) => done(await (await import('../plan/plan.ts')).runPlan(options, terminal)));
  program
    .command('schema')
    .summary('print the JSON Schema of avm.yaml, or of what --json prints')
    .addArgument(
      new Argument('[of]', 'what the schema is of: avm.yaml, or what --json prints')
        .choices(['settings', 'output'])
        .default('settings'),
    )
    .description('Print the JSON Schema of avm.yaml, or of the document that --json prints.')
    .action(async (of) => done(await (await import('../schema/schema.ts')).runSchema(of, terminal)));
  program
    .command('doctor')
    .summary('verify the prerequisites on this computer')
    .description('Verify the prerequisites of the checks, and show how to install what is missing.')
    .option('--install', 'install the pinned Bicep compiler')
    .addOption(jsonOption())
    .action(async (options) => done(await (await import('../doctor/doctor.ts')).runDoctor(options, terminal)));
}

function reporting(program: Command, terminal: Terminal, done: Done): void {
  program
    .command('report')
    .summary('check, and write an HTML report')
    .description(
      'Check the workspace, and write one HTML file with the findings, the rules and their evidence, parameters, resources, and traceability.',
    )
    .option('-o, --output <file>', 'file to write', 'avm-report.html')
    .option('--force', 'overwrite the file even if it is not a report')
    .option('--env <name>', 'report on this environment (repeatable, default: all)', collect)
    .addOption(new Option('--depth <depth>', 'validation level').choices(depths).default(deepest))
    .option('--modules <source>', 'source of modules, as for avm check')
    .option(...todayOption)
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExamples:\n  avm report\n  avm report --depth interface --output ../payroll.html    without a compiler',
    )
    .action(async (options) => done(await (await import('../report/report.ts')).runReport(options, terminal)));
}

function tracing(program: Command, terminal: Terminal, done: Done): void {
  program
    .command('trace')
    .summary('explain why a line exists, or what implements an ID')
    .argument('<what>', 'lines of a file (main.bicep:120, main.bicep:120-140), an ID (SEC-004), or a component')
    .description(
      'Trace lines back to rules, requirements, and settings, or list everything that implements an ID or belongs to a component.',
    )
    .option('--check', 'for an ID or a component: compile, and evaluate its rules in each environment')
    .option('--modules <source>', 'source of modules for --check, as for avm check')
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
    .argument('[rule]', 'ID of a rule to explain, such as SEC-004')
    .description(
      'List the rules that apply to this workspace, or explain one. Outside a workspace, list the rules of the catalog.',
    )
    .option('--all', 'include rules that are off')
    .option(...todayOption)
    .addOption(jsonOption())
    .action(async (rule, options) => done(await (await import('../rules/rules.ts')).runRules(rule, options, terminal)));
}
