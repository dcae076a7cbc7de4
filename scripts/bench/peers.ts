import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand, type Command } from './measure.ts';

/** A file of our workspace, to be written by others too. */
export interface Text {
  readonly path: string;
  readonly text: string;
}

/** A tool with a generator of its own, made for the bench. */
export interface Peer {
  readonly name: string;
  readonly write: (target: string) => Command;
}

/** Newest that run on Node 20. */
const packages = [
  'hygen@6',
  'plop@4',
  'yeoman-environment@6',
  'yeoman-generator@8',
  '@yeoman/adapter@4',
  '@yeoman/types@1',
  'mem-fs@4',
];

/** Installs the peers into a folder and gives each the files as templates, with the workload’s name as their one variable. */
export function installPeers(folder: string, files: readonly Text[], workload: string): readonly Peer[] {
  write(folder, 'package.json', '{ "name": "peers", "private": true, "type": "module" }\n');
  runCommand({
    program: 'npm',
    args: ['install', '--no-audit', '--no-fund', '--no-save', '--ignore-scripts', '--loglevel=error', ...packages],
    cwd: folder,
  });
  return [hygen(folder, files, workload), plop(folder, files, workload), yeoman(folder, files, workload)];
}

function hygen(folder: string, files: readonly Text[], workload: string): Peer {
  files.forEach(({ path, text }, index) => {
    const body = ejs(text).replaceAll(workload, '<%= name %>');
    write(folder, `_templates/workspace/new/${index}.ejs.t`, `---\nto: ${path}\n---\n${body}`);
  });
  const bin = join(folder, 'node_modules/hygen/dist/bin.js');
  const env = { HYGEN_TMPLS: join(folder, '_templates') };
  return {
    name: 'hygen',
    write: (target) => ({
      program: process.execPath,
      args: [bin, 'workspace', 'new', '--name', workload],
      cwd: target,
      env,
    }),
  };
}

function plop(folder: string, files: readonly Text[], workload: string): Peer {
  const actions = files.map(({ path, text }, index) => {
    const templateFile = `plop/${index}.hbs`;
    write(folder, templateFile, text.replaceAll('{{', '\\{{').replaceAll(workload, '{{{name}}}'));
    return { type: 'add', path, templateFile };
  });
  const prompts = "[{ type: 'input', name: 'name', message: 'Name' }]";
  const generator = `plop.setGenerator('workspace', { prompts: ${prompts}, actions: ${JSON.stringify(actions)} })`;
  write(folder, 'plopfile.js', `export default (plop) => {\n  ${generator};\n};\n`);
  const bin = join(folder, 'node_modules/plop/bin/plop.js');
  const args = (target: string): readonly string[] => [
    bin,
    '--plopfile',
    join(folder, 'plopfile.js'),
    '--dest',
    target,
    'workspace',
    workload,
  ];
  return { name: 'plop', write: (target) => ({ program: process.execPath, args: args(target), cwd: target }) };
}

/** By its environment, without the command line that looks for generators first. */
function yeoman(folder: string, files: readonly Text[], workload: string): Peer {
  const copies = files.map(({ path, text }, index) => {
    write(folder, `yeoman/app/templates/${index}.ejs`, ejs(text).replaceAll(workload, '<%= name %>'));
    return `this.fs.copyTpl(this.templatePath('${index}.ejs'), this.destinationPath(${JSON.stringify(path)}), this.options);`;
  });
  const body = `  writing() {\n    ${copies.join('\n    ')}\n  }`;
  write(
    folder,
    'yeoman/app/index.js',
    `import Generator from 'yeoman-generator';\nexport default class extends Generator {\n${body}\n}\n`,
  );
  const steps = [
    "import { createEnv } from 'yeoman-environment';",
    'const env = createEnv({ cwd: process.argv[2], skipInstall: true });',
    `env.register(${JSON.stringify(join(folder, 'yeoman/app/index.js'))}, { namespace: 'workspace:app' });`,
    "await env.run('workspace:app', { name: process.argv[3], force: true, skipInstall: true });",
  ];
  write(folder, 'yeoman/run.js', `${steps.join('\n')}\n`);
  return {
    name: 'yeoman',
    write: (target) => ({
      program: process.execPath,
      args: [join(folder, 'yeoman/run.js'), target, workload],
      cwd: target,
    }),
  };
}

function ejs(text: string): string {
  return text.replaceAll('<%', '<%%');
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
