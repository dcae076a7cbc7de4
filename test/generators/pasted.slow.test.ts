import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { folder, workspace } from '../cli/run.ts';
import { inTerminal, keys } from './pty.ts';

const { enter, down, clear, interrupt } = keys;

describe('lines that are pasted into a question', () => {
  it.each([
    ['as keys', (text: string) => text],
    ['in brackets', (text: string) => `\x1b[200~${text}\x1b[201~`],
  ])('answer the questions that follow, lists too, %s', async (_, paste) => {
    const at = await folder();
    const terminal = inTerminal('create-avm', ['demo', '--no-check', '--no-git'], at.path);
    await terminal.when('What do you want to build?', down + enter);
    const lines = ['wages', 'Wages of Contoso', 'dev, prod', 'no', '', 'northeurope', 'n'];
    await terminal.when('Name of the workload', clear + paste(lines.join(enter)));
    await terminal.when('Description, in one line: Wages of Contoso');
    await terminal.when('Environments, in deployment order: dev, prod');
    await terminal.when('Use the recommended constitution?');
    await terminal.when('Which rules do you want to change?: none');
    await terminal.when('Azure region: northeurope');
    await terminal.when('❯ None', interrupt);
    expect(await terminal.exit).toBe(130);
  });

  it('are told where one of them is no answer, and never create the workspace', async () => {
    const at = await folder();
    const terminal = inTerminal('create-avm', ['demo', '--no-check', '--no-git'], at.path);
    await terminal.when('What do you want to build?', `a virtual machine${enter}second${enter}`);
    await terminal.when("The pasted line 'a virtual machine' does not answer 'What do you want to build?'");
    await terminal.when("These pasted lines were not used: 'second'.");
    await terminal.when('What do you want to build?', down + enter);
    await terminal.when('Name of the workload', `${clear}Bad Name${enter}Wages${enter}dev${enter}`);
    await terminal.when('pasted lines were not used', `${clear}wages${enter}Of us${enter}Dev${enter}x`);
    await terminal.when('Description, in one line: Of us');
    await terminal.when("The pasted line 'Dev' does not answer");
    await terminal.when('Environments, in deployment order', `dev${enter}`);
    const rest = ['', '', '', 'CanNotDelete', 'team', '4711', '', '', ''];
    await terminal.when('Use the recommended', ['yes', ...rest, 'create it', ''].join(enter));
    await terminal.when("These pasted lines were not used: 'create it'");
    await terminal.when('Create this workspace?', `create it${enter}`);
    await terminal.when("These pasted lines were not used: 'create it'");
    await terminal.when('Create this workspace?', enter);
    expect(await terminal.exit).toBe(0);
    expect(await readFile(at.getPath('demo/avm.yaml'), 'utf8')).toMatch(/name: wages[^]*lock: CanNotDelete/);
  });
});

describe('lines that are pasted into avm clarify', () => {
  it('answer the questions that follow, and are told where one is no answer', async () => {
    const { cwd, file } = await workspace();
    const terminal = inTerminal('avm', ['clarify', '--today', '2026-11-25'], cwd);
    const lines = ['keep kv-demo-dev-ops', 'kv-shared-test', 'enter an answer …', 'kv--prod', 'kv-shared-prod', ''];
    await terminal.when('password in dev?', lines.join(enter));
    await terminal.when('password in test?: kv-shared-test');
    await terminal.when('password in prod?: enter an answer …');
    await terminal.when("The pasted line 'kv--prod' does not answer 'Your answer (empty to go back)'");
    await terminal.when("These pasted lines were not used: 'kv-shared-prod'.");
    await terminal.when('Your answer', ['kv-shared-prod', 'no more questions', 'write', ''].join(enter));
    await terminal.when("These pasted lines were not used: 'write'.");
    await terminal.when('Write the answers?', enter);
    expect(await terminal.exit).toBe(0);
    expect(await file('avm.yaml')).toMatch(/vaultName: kv-shared-test[^]*vaultName: kv-shared-prod/);
  });
});

describe('lines that are pasted into avm add', () => {
  it('are told where no question is left for them', async () => {
    const { cwd } = await workspace();
    const terminal = inTerminal('avm', ['add', 'requirement'], cwd);
    await terminal.when('What must be true', ['Files are kept.', '', '', 'Look after them.', 'more', ''].join(enter));
    await terminal.when('Which manual task');
    await terminal.when("These pasted lines were not used: 'more'.");
    await terminal.when('written.');
    expect(await terminal.exit).toBe(0);
  });
});
