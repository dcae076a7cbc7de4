import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { beforeWorkspace } from '../../src/findings/before-workspace.ts';

const folder = new URL('../../src/findings/messages/', import.meta.url);

/** Told of a workspace that is on disk, or of what was made of one: no creation that is refused gets there. */
const later = [
  'checks.ts',
  'deployment.ts',
  'what-if.ts',
  'workspace.ts',
  'analysis.ts',
  'analysis-of-constitution.ts',
  'analysis-of-template.ts',
];

/** Commands of `avm` that need no workspace. */
const anywhere = /^avm (?:rules|schema|catalog (?:show|modules|regions|images|components|blueprints|list)|doctor)\b/;

/** Told by commands that change a workspace, and so never before there is one. */
const ofChanges = [
  /avm trace/,
  /Change the settings it depends on/,
  /If it is specific to that environment/,
  /In the workspace that has the file, run: avm render/,
];

/** Every line of the messages that has a command, with a word for each of its parts. */
function texts(): readonly string[] {
  const lines = readdirSync(folder)
    .filter((file) => !later.includes(file))
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split('\n'));
  return lines
    .filter((line) => /(?<!create-|return `)\bavm [a-z]/.test(line))
    .map((line) =>
      line
        .replaceAll(/\$\{set\b[^}]*\}/g, 'a.b=c')
        .replaceAll(/\$\{[^}]*\}/g, 'part')
        .replaceAll(/^[^`'"]*[`'"]|[`'"][,;)]*$/g, ''),
    );
}

describe('remedies before there is a workspace', () => {
  it.each(texts().filter((text) => !ofChanges.some((one) => one.test(text))))('%s', (text) => {
    const told = beforeWorkspace(text, 'option');
    const commands = told.match(/(?<!create-)\bavm [a-z]+(?: [a-z]+)?/g) ?? [];
    expect(commands.filter((one) => !anywhere.test(one))).toEqual([]);
    expect(beforeWorkspace(text, 'question')).not.toMatch(/avm (?:set|add|env|render|remove)|--set|\u0000/);
  });

  it.each([
    [
      'To change it there too, run: avm set virtualMachine.size=VALUE --env dev --env test',
      'To change it there too, add: --set environments.dev.virtualMachine.size=VALUE --set environments.test.virtualMachine.size=VALUE',
      'To change it there too, set environments.dev.virtualMachine.size=VALUE environments.test.virtualMachine.size=VALUE',
    ],
    [
      "To fix it, run this with your own address: avm set 'alerts.emails=[operations@example.com]'",
      "To fix it, add this with your own address: --set 'alerts.emails=[operations@example.com]'",
      'To fix it, set this with your own address: alerts.emails=[operations@example.com]',
    ],
    [
      "Run avm set 'maintenance.recurEvery=Week Sunday' or another day, or let the alert wait longer: avm set a.b=30",
      "Add --set 'maintenance.recurEvery=Week Sunday' or another day, or let the alert wait longer: --set a.b=30",
      'Set maintenance.recurEvery=Week Sunday or another day, or let the alert wait longer: a.b=30',
    ],
    [
      String.raw`To set it, run: avm set 'tags.owner=it'\''s us' tags.costCenter=4711, and again.`,
      String.raw`To set it, add: --set 'tags.owner=it'\''s us' --set tags.costCenter=4711, and again.`,
      "To set it, set tags.owner=it's us tags.costCenter=4711, and again.",
    ],
    [
      'Use dev, or add it: avm env add qa',
      "Use dev, or add it: --set 'environments.qa={}'",
      'Use dev, or add it: environments.qa={}',
    ],
    [
      'To list all rules, run: avm rules --all',
      'To list all rules, run: avm rules --all',
      'To list all rules, run: avm rules --all',
    ],
  ])('%s', (remedy, option, question) => {
    expect(beforeWorkspace(remedy, 'option')).toBe(option);
    expect(beforeWorkspace(remedy, 'question')).toBe(question);
  });
});
