import { alerts } from '../../avm-catalog/components/alerts/component.ts';
import { logAnalytics } from '../../avm-catalog/components/log-analytics/component.ts';
import type { ComponentDefinition } from '../../avm-catalog/kernel/component.ts';
import { catalog } from '../../test/plan/support.ts';
import { mainBicep, parameterFiles } from '../../src/files/bicep-files.ts';
import { buildPlan } from '../../src/plan/build.ts';
import { checkPlan } from '../../src/plan/check.ts';
import type { Spec } from '../../src/resolve/spec.ts';
import { takeTurns } from './measure.ts';
import { part } from './part.ts';
import { milliseconds, ratio, table, type Row } from './table.ts';

const times = [1, 10, 100];

/** Plan and its Bicep files in this process, for as many components as the default workspace has, and for more. */
export async function benchScale(spec: Spec, components: number, rounds: number): Promise<string> {
  const sizes = times.map((factor) => ({
    factor,
    count: factor * components,
    run: generation(spec, factor * components),
  }));
  for (const { run } of sizes.slice(0, 2)) for (let warm = 0; warm < 5; warm += 1) run();
  const taken = await takeTurns(
    sizes.map(({ factor, run }) => ({ name: String(factor), run })),
    rounds,
  );
  const each = sizes.map(({ factor, count }) => (taken.get(String(factor)) ?? Number.NaN) / count);
  const rows = sizes.map(({ factor, count }, index): Row => {
    const one = each[index] ?? Number.NaN;
    const aim = factor === 1 ? '' : 'about 1.00, or less';
    return [
      `${factor} times: ${count} components`,
      milliseconds(one * count),
      milliseconds(one),
      ratio(one / (each[0] ?? Number.NaN)),
      aim,
    ];
  });
  return table(
    `Plan and render in process; medians of ${rounds} turns`,
    ['', 'time', 'for each', 'of 1 time', 'aim'],
    rows,
  );
}

function generation(spec: Spec, count: number): () => void {
  const parts = Array.from({ length: count - 2 }, (_, index) => part(index));
  const from: readonly ComponentDefinition[] = [
    logAnalytics,
    ...parts,
    { ...(alerts as ComponentDefinition), enabled: () => true },
  ];
  const wide: Spec = { ...spec, blueprint: { ...spec.blueprint, components: from.map((one) => one.name) } };
  return () => {
    const planned = buildPlan(wide, catalog, from);
    if ('findings' in planned) throw new Error(JSON.stringify(planned.findings));
    const findings = checkPlan(planned.plan, catalog, { version: 2, spec: {}, environments: {} });
    if (findings.length > 0) throw new Error(JSON.stringify(findings[0]));
    mainBicep(planned.plan, wide);
    parameterFiles(planned.plan, wide);
  };
}
