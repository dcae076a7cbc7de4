import { expect, it } from 'vitest';
import { modulePath, pins } from '../../avm-catalog/modules/pins.ts';
import { describe } from '../../src/findings/describe.ts';
import { makeFinding } from '../../src/findings/finding.ts';
import { avm, workspace } from './run.ts';

/** The words after `avm` in the command that ends a remedy. */
const commandIn = (remedy: string): string[] => /\bavm (.+)$/.exec(remedy)?.[1]?.split(' ') ?? [];

it('an existing resource that nothing declares is declared by the command of its finding', async () => {
  const id =
    '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-hub/providers/Microsoft.OperationalInsights/workspaces/log-hub';
  const { remedy } = describe(makeFinding('order/undeclared', 'error', { from: 'vm', id }));
  const { cwd, file } = await workspace();
  expect(await avm({ cwd }, ...commandIn(remedy))).toMatchObject({ code: 0 });
  expect(await file('avm.yaml')).toContain(id);
});

it('the versions of a module that is at fault are listed by the command of its finding', async () => {
  const version = pins['storage/storage-account'];
  const args = { module: modulePath('storage/storage-account'), version, path: 'properties.x', message: 'Anything.' };
  const { remedy } = describe(makeFinding('types/module-fault', 'note', args));
  const { cwd } = await workspace();
  const { code, out } = await avm({ cwd }, ...commandIn(remedy));
  expect(code).toBe(0);
  expect(out).toContain(version);
});
