import { describe, expect, it } from 'vitest';
import { blueprints } from '../../avm-catalog/blueprints/index.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { buildPlan } from '../../src/plan/build.ts';
import { checkBlueprint } from '../../src/plan/check-blueprint.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { cases, readCase } from '../cases/cases.ts';
import { catalog } from './support.ts';

describe.each(blueprints)('the blueprint $name', (blueprint) => {
  const spec = resolve(startAnswers({ name: 'demo' }, blueprint));
  const planned = buildPlan(spec, catalog);
  if (!('plan' in planned)) throw new Error('the default answers have no plan');
  const { plan } = planned;

  it('creates nothing outside its boundary, and declares every output', () => {
    expect(checkBlueprint(plan, { blueprint: blueprint, components: [], views: [] })).toEqual([]);
  });

  it('reports what it does not allow', () => {
    const strict = { ...blueprint, boundary: { ...blueprint.boundary, providers: ['Microsoft.Network'] }, outputs: [] };
    const codes = checkBlueprint(plan, { blueprint: strict, components: [], views: [] }).map((one) => one.code);
    expect(new Set(codes)).toEqual(new Set(['boundary-provider', 'output-undeclared']));
  });
});

it('what is written into another resource group is outside, unless the blueprint says so', () => {
  const { plan, spec } = readCase('hub-and-spoke').generated;
  if (!plan) throw new Error('the case has no plan');
  const { blueprint } = spec;
  expect(checkBlueprint(plan, { blueprint: blueprint, components: [], views: [] })).toEqual([]);
  const inside = { ...blueprint, boundary: { ...blueprint.boundary, reachesOut: [] } };
  expect(checkBlueprint(plan, { blueprint: inside, components: [], views: [] }).map((one) => one.code)).toContain(
    'boundary-scope',
  );
});

it('every output that a blueprint declares is given in some case, or with everything its components can be', () => {
  for (const blueprint of blueprints.filter(({ name }) => name === 'windows-vm')) {
    const given = new Set(
      cases.flatMap((name) => {
        const { plan } = readCase(name).generated;
        const own = plan?.outputs.filter(({ reason }) => blueprint.components.includes(reason.component ?? '')) ?? [];
        return plan?.blueprint.startsWith(blueprint.name) ? own.map((one) => one.name) : [];
      }),
    );
    expect([...given].toSorted()).toEqual([...blueprint.outputs].toSorted());
  }
});
