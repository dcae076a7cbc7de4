import { arrayOf, int, object, string } from '../../../src/bicep/type.ts';
import { item, type Value } from '../../../src/bicep/value.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { fieldOf } from '../../kernel/patterns.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import type { View } from '../../kernel/view.ts';
import { budgetDefinition } from './definition.ts';
import { budgetDocs } from './docs.ts';
import { drawing } from './drawing.ts';
import { budgetEmails, budgetInputs, budgetRoles, hasBudget } from './inputs.ts';

export const budget = component({
  name: 'budget',
  title: 'Budget',
  summary: 'Notifications of the cost of a month',
  serves: ['CST-006'],
  drawing,
  inputs: budgetDefinition,
  docs: budgetDocs,
  switchedBy: ['budget.amount', 'budget.startMonth'],
  enabled: hasBudget,
  check: unfinished,
  compose: (c) => {
    const is = settingsOf(c);
    const name = (qualifier: string): Value => c.nameValue({ type: 'Microsoft.Consumption/budgets', qualifier });
    // The module has one kind of threshold for all notifications of a budget.
    const kinds = [
      { name: name('actual'), thresholdType: 'Actual', thresholds: is('actualPercent') },
      { name: name('forecast'), thresholdType: 'Forecasted', thresholds: is('forecastPercent') },
    ];
    c.module({
      symbol: 'budgets',
      module: 'consumption/budget/rg-scope',
      comment: 'Budgets of the resource group, which notify of its cost',
      loop: {
        item: 'kind',
        in: c.variable('budgetKinds', kinds, { description: 'Budgets for the actual cost and for the forecast' }),
      },
      params: {
        name: item('kind', 'name'),
        amount: is('amount'),
        startDate: is('startDate'),
        endDate: is('endDate'),
        thresholdType: item('kind', 'thresholdType'),
        thresholds: item('kind', 'thresholds'),
        contactEmails: is('emails'),
        contactRoles: is('roles'),
      },
    });
  },
});

function settingsOf(c: Composer): (key: string) => Value {
  const given = c.choose({
    name: 'budget',
    type: object({
      amount: int,
      startDate: string,
      endDate: string,
      actualPercent: arrayOf(int),
      forecastPercent: arrayOf(int),
      emails: arrayOf(string),
      roles: arrayOf(string),
    }),
    description: 'Budget of a month, its dates, its thresholds in percent, and its receivers',
    value: (view) => ({
      amount: budgetInputs.of(view).amount ?? 1,
      ...datesOf(view),
      actualPercent: budgetInputs.of(view).actualPercent,
      forecastPercent: budgetInputs.of(view).forecastPercent,
      emails: budgetEmails(view),
      roles: budgetRoles(view),
    }),
    answers: ['budget', 'alerts.enabled', 'alerts.emails'],
  });
  return (key) => fieldOf(given, key);
}

/** Ten years, as the module's documentation says of its default, which sends an empty date. */
function datesOf(view: View): { readonly startDate: string; readonly endDate: string } {
  const [year = '', month = ''] = budgetInputs.of(view).startMonth.split('-');
  return { startDate: `${year}-${month}-01T00:00:00Z`, endDate: `${Number(year) + 10}-${month}-01T00:00:00Z` };
}

function unfinished(view: View): readonly AnswerProblem[] {
  const { amount, startMonth } = budgetInputs.of(view);
  return amount === null || startMonth !== ''
    ? []
    : [
        problem(
          'answer-needs',
          'budget.startMonth',
          { what: 'Notifications of a budget', needs: 'budget.startMonth, the month of the first deployment' },
          'warning',
        ),
      ];
}
