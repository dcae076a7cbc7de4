import {
  isUnresolved,
  read,
  readItems,
  readText,
  untold,
  type Estate,
  type Predicted,
  type Violation,
} from '../estate.ts';

const instead =
  'enable notifications of the kinds Actual and Forecasted, each with an email address, a role, or an action group';

/** One budget can have both kinds of notification, or each its own. */
export function budgetsNotify(estate: Estate): readonly Violation[] {
  const budgets = estate.ofType('Microsoft.Consumption/budgets');
  const [first] = budgets;
  if (!first) return [];
  if (budgets.some(isComputed))
    return [untold(first.id, 'only a deployment determines the notifications of the budget', instead)];
  const silent = budgets.filter((one) => kindsOf(one).length === 0);
  const kinds = budgets.flatMap(kindsOf);
  return [
    ...silent.map((one) => ({ resource: one.id, what: 'the budget notifies nobody', instead })),
    ...['actual', 'forecasted']
      .filter((kind) => !kinds.includes(kind))
      .map((kind) => ({ resource: first.id, what: `no budget notifies of the ${wordOf(kind)}`, instead })),
  ];
}

const receivers = ['contactEmails', 'contactRoles', 'contactGroups'];

const notificationsOf = (budget: Predicted): readonly unknown[] =>
  Object.values((read(budget, 'properties.notifications') ?? {}) as Readonly<Record<string, unknown>>);

/** Whether only a deployment determines what it notifies of. */
function isComputed(budget: Predicted): boolean {
  const parts = ['enabled', 'thresholdType', ...receivers];
  return (
    isUnresolved(read(budget, 'properties.notifications')) ||
    notificationsOf(budget).some((one) => isUnresolved(one) || parts.some((key) => isUnresolved(read(one, key))))
  );
}

const wordOf = (kind: string): string => (kind === 'actual' ? 'actual cost' : 'forecast');

/** Kinds of its notifications that reach somebody; Actual is the default of Azure. */
function kindsOf(budget: Predicted): readonly string[] {
  return notificationsOf(budget)
    .filter((one) => read(one, 'enabled') === true)
    .filter((one) => receivers.some((key) => readItems(one, key).length > 0))
    .map((one) => (readText(one, 'thresholdType') || 'Actual').toLowerCase());
}
