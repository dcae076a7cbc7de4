import { arrayOf, bool, object, string } from '../../../src/bicep/type.ts';
import { call, each, item, spread, when, type Expression, type Value } from '../../../src/bicep/value.ts';
import { roles } from '../../azure/roles.ts';
import type { Composer } from '../../kernel/component.ts';
import type { View } from '../../kernel/view.ts';
import { asCondition, not } from '../../kernel/patterns.ts';
import { alertsInputs } from './inputs.ts';

/** An action group that alerts trigger. */
interface Group {
  readonly id: Value;
  readonly on: Expression | undefined;
}

const makesOwn = (view: View): boolean => {
  const is = alertsInputs.of(view);
  return is.actionGroupId === '' || is.emails.length > 0 || is.armRoles.length > 0;
};

/** The deployed action group, unless alerts use only an existing one; and the existing one. */
export function actionGroups(c: Composer): readonly Group[] {
  const own = c.choose({
    name: 'createActionGroup',
    decides: true,
    type: bool,
    description: 'Create an action group; false if alerts use only an existing one',
    value: makesOwn,
    answers: ['alerts.actionGroupId', 'alerts.emails', 'alerts.armRoles'],
  });
  const existing = c.choose({
    name: 'alertActionGroupId',
    type: string,
    description: 'Resource ID of an existing action group that alerts trigger; empty for none',
    value: (view) => alertsInputs.of(view).actionGroupId,
    answers: ['alerts.actionGroupId'],
  });
  if (own !== false) ownGroup(c, asCondition(own));
  const named = typeof existing === 'string' ? existing !== '' : not(call('empty', existing));
  return [
    ...(own === false ? [] : [{ id: c.id('actionGroup'), on: asCondition(own) }]),
    ...(named === false ? [] : [{ id: existing, on: asCondition(named) }]),
  ];
}

/** Each group as a value; conditional ones are spread in. */
export function called(groups: readonly Group[], value: (id: Value) => Value = (id) => id): Value[] {
  return groups.map(({ id, on }) => (on ? spread(when(on, [value(id)], [])) : value(id)));
}

function ownGroup(c: Composer, on: Expression | undefined): void {
  const emails = c.parameter({
    name: 'alertEmails',
    type: arrayOf(string),
    description: 'Email addresses that alerts notify',
    value: (view) => alertsInputs.of(view).emails,
    answers: ['alerts.emails'],
  });
  const holders = c.choose({
    name: 'alertRoles',
    type: arrayOf(object({ name: string, roleId: string })),
    description: 'Subscription roles that alerts notify by email',
    value: (view) => alertsInputs.of(view).armRoles.map((name) => ({ name, roleId: roles[name] })),
    answers: ['alerts.armRoles'],
  });
  c.module({
    symbol: 'actionGroup',
    module: 'insights/action-group',
    comment: 'Action group, which notifies operators',
    makes: ['actionGroup'],
    on,
    params: {
      name: c.reference('actionGroup'),
      groupShortName: c.reference('actionGroupShort'),
      emailReceivers: each('email', emails, {
        name: item('email'),
        emailAddress: item('email'),
        useCommonAlertSchema: true,
      }),
      armRoleReceivers: roleReceivers(holders),
    },
  });
}

function roleReceivers(holders: Value): Value | undefined {
  const schema = { useCommonAlertSchema: true };
  if (!Array.isArray(holders))
    return each('role', holders, { name: item('role', 'name'), roleId: item('role', 'roleId'), ...schema });
  return holders.length === 0 ? undefined : holders.map((one: object) => ({ ...one, ...schema }));
}
