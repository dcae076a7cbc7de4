import { describe, expect, it } from 'vitest';
import { cases } from '../cases/cases.ts';
import { asInPlan, byEnvironment, caseWorkspace, statedByCheck, statedByPlan, statedByReport } from './states.ts';

const withoutWaivers = (text: string): string => text.replaceAll(/ \((W-[^)]*)?\)/g, '');

describe.each(cases)('%s', (name) => {
  it('has the same states in plan.md, in avm check and in the report', async () => {
    const cwd = await caseWorkspace(name);
    const told = await statedByCheck(cwd, '--depth', 'interface');
    expect(told.length).toBeGreaterThan(0);
    const plan = Object.entries(statedByPlan(name)).map(([id, text]) => [id, withoutWaivers(text)]);
    expect(Object.fromEntries(plan)).toEqual(
      Object.fromEntries(told.map((one) => [one.id, withoutWaivers(asInPlan({ ...one }))])),
    );
    expect(await statedByReport(cwd, '--depth', 'interface')).toEqual(byEnvironment(told));
  });
});
