import { addressSpacesText } from '../../avm-catalog/kernel/address-spaces.ts';
import type { State } from '../../avm-catalog/constitution/state.ts';
import { amount, limitNames } from '../checks/words.ts';
import { activeIds } from '../resolve/requirements.ts';
import { stagesOf } from './stages.ts';
import type { Subject } from './subject.ts';
import { signs } from './words.ts';

/** What was evaluated: stages, environments, components, and limits. */
export function evaluation(subject: Subject) {
  const { spec, plan, check } = subject.request;
  return {
    stages: stagesOf(check).map((one) => ({ ...one, sign: signs[one.tone] })),
    environments: subject.workspace.sides.map((side) => ({
      name: side.environment,
      region: side.region,
      group: side.group,
      range: addressSpacesText(side.core.network),
      predicted: String(subject.predicted(side.environment)?.length ?? 'Not evaluated'),
      broken: brokenIn(side.environment, subject),
    })),
    components: plan.components
      .filter((one) => one.environments.some((name) => subject.environments.includes(name)))
      .map((one) => ({
        title: one.title,
        summary: one.summary,
        where: subject.where(one.environments),
        ids: subject.ids(activeIds(one.ids, spec)),
      })),
    limits: check.limits.map((row) => ({
      name: limitNames[row.limit],
      used: amount(row.used, row.unit),
      allowed: amount(row.allowed, row.unit),
      percent: row.percent.toFixed(1),
      most: row.most
        .filter(({ name }) => name !== '')
        .slice(0, 2)
        .map(({ name, size }) => `${name} ${amount(size, row.unit)}`)
        .join(', '),
    })),
  };
}

function brokenIn(environment: string, { rules }: Subject): string {
  const here = rules.flatMap(({ environments }) => environments.filter((one) => one.environment === environment));
  const count = (state: State): number => here.filter((one) => one.state === state).length;
  const left = count('Not evaluated');
  return left === 0 ? String(count('Noncompliant')) : `${count('Noncompliant')} (${left} Not evaluated)`;
}
