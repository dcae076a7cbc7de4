import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { project } from '../package/tarball.ts';
import { parts, partsFolder, partText, partYaml } from './parts.ts';
import { extension, preset, workflow } from './schemas.ts';
import { isMissing, toolPath, type Tool } from '../support/tools.ts';

const read = {
  extension: extension.parse(partYaml('extension/extension.yml')),
  preset: preset.parse(partYaml('preset/preset.yml')),
  workflow: workflow.parse(partYaml('workflow/workflow.yml')),
};

/** What stands between the lines at the beginning of a command, and what comes after it. */
function command(path: string): { readonly head: Readonly<Record<string, unknown>>; readonly body: string } {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(partText(path)) ?? [];
  return { head: parse(head) as Record<string, unknown>, body };
}

describe('the extension', () => {
  const { commands } = read.extension.provides;

  it('has a file for each command, named after it, and no other', () => {
    for (const { name, file } of commands) expect(file).toBe(`commands/${name}.md`);
    const there = parts.filter((path) => path.startsWith('extension/commands/'));
    expect(there).toEqual(commands.map(({ file }) => `extension/${file}`).toSorted());
  });

  it('calls by hooks and events only what it has; what an event calls has a script', () => {
    const names = commands.map(({ name }) => name);
    const events = Object.values(read.extension.events);
    for (const one of [...Object.values(read.extension.hooks), ...events]) expect(names).toContain(one.command);
    for (const { command: name } of events) {
      const { scripts } = command(`extension/commands/${name}.md`).head as { scripts: { sh: string } };
      expect(statSync(join(partsFolder, 'extension', scripts.sh)).mode & 0o111).toBe(0o111);
    }
  });
});

describe('the preset', () => {
  it('has a file for each template and command', () => {
    const there = parts.filter((path) => /^preset\/(commands|templates)\//.test(path));
    expect(there).toEqual(read.preset.provides.templates.map(({ file }) => `preset/${file}`).toSorted());
    for (const one of read.preset.provides.templates.filter(({ type }) => type === 'command'))
      expect(one.file).toBe(`commands/${one.name}.md`);
  });

  it('wraps with the text of Spec Kit in it once, and replaces without', () => {
    for (const one of read.preset.provides.templates)
      expect(partText(`preset/${one.file}`).split('{CORE_TEMPLATE}').length - 1, one.file).toBe(
        one.strategy === 'wrap' ? 1 : 0,
      );
  });

  it('keeps the hooks of implement, and asks Spec Kit for the folder', () => {
    const { head, body } = command('preset/commands/speckit.implement.md');
    for (const word of [
      '.specify/extensions.yml',
      'hooks.before_implement',
      'hooks.after_implement',
      'EXECUTE_COMMAND',
    ])
      expect(body).toContain(word);
    expect(body).toContain('{SCRIPT}');
    expect(Object.keys(head['scripts'] as object)).toEqual(['sh', 'ps', 'py']);
  });
});

describe('the workflow', () => {
  const steps = read.workflow.steps.flatMap((one) => (one.type === 'if' ? [one, ...one.then, ...one.else] : [one]));

  it('has steps of different names, and uses only inputs that it has', () => {
    expect(new Set(steps.map((one) => one.id)).size).toBe(steps.length);
    for (const [, name = ''] of JSON.stringify(steps).matchAll(/\binputs\.(\w+)/g))
      expect(Object.keys(read.workflow.inputs)).toContain(name);
    for (const one of Object.values(read.workflow.inputs)) expect(one.enum).toContain(one.default);
  });
});

describe('every part', () => {
  const commands = parts.filter((path) => path.includes('/commands/'));

  it.each(commands)('%s says in its head what its manifest may say, and takes what the user says', (path) => {
    const { head, body } = command(path);
    expect(head['description']).toMatch(/^[A-Z].{10,}[^.]$/);
    expect(body).toMatch(/^\{CORE_TEMPLATE\}$|\$ARGUMENTS/m);
    expect(body.split(/\s+/).length, 'short').toBeLessThan(420);
  });

  it.each(['extension', 'preset', 'workflow'])('%s has its license, and says how it is installed', (part) => {
    expect(partText(`${part}/LICENSE`)).toBe(readFileSync(join(project, 'LICENSE'), 'utf8'));
    const [, folder] =
      new RegExp(`^specify ${part} add --dev node_modules/${manifest.name}/(.+)$`, 'm').exec(
        partText(`${part}/README.md`),
      ) ?? [];
    expect(existsSync(join(project, folder ?? 'nowhere', `${part}.yml`))).toBe(true);
  });

  it('links to files that are there', () => {
    for (const path of parts.filter((one) => one.endsWith('.md')))
      for (const [, link = ''] of partText(path).matchAll(/\]\((?!https:)([^)]*)\)/g))
        expect(existsSync(join(partsFolder, dirname(path), link)), `${path}: ${link}`).toBe(true);
  });

  const run = (tool: Tool, ...args: string[]): string =>
    execFileSync(toolPath(tool) ?? tool, args, { cwd: partsFolder, encoding: 'utf8' });

  it.skipIf(isMissing('shellcheck'))('passes shellcheck', () => {
    expect(run('shellcheck', ...parts.filter((path) => path.endsWith('.sh')))).toBe('');
  });

  it.skipIf(isMissing('yamllint'))('passes yamllint', () => {
    const rules = '{extends: default, rules: {line-length: disable, document-start: disable}}';
    expect(run('yamllint', '--strict', '-d', rules, '.')).toBe('');
  });
});
