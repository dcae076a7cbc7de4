import operations from './readme.md.hbs';
import { code, md } from '../../../src/text/markdown.ts';
import type { ComponentDocs, Limitation } from '../../kernel/docs.ts';
import { factOf, limited } from '../../kernel/documents.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { budgetEmails, budgetInputs, budgetRoles, hasBudget } from './inputs.ts';

export const budgetDocs: ComponentDocs = {
  operations,
  facts: ({ sides }) => ({ budgets: sides.map(budgetIn) }),
  limitations,
};

function budgetIn(side: Environment) {
  const { amount, startMonth, actualPercent, forecastPercent } = budgetInputs.of(side);
  return {
    environment: side.environment,
    amount,
    startMonth,
    actual: actualPercent.join(', '),
    forecast: forecastPercent.join(', '),
    receivers: [...budgetEmails(side), ...budgetRoles(side)],
  };
}

function limitations(workspace: DocumentedWorkspace): readonly Limitation[] {
  const none = workspace.among(
    workspace.sides.filter((side) => !hasBudget(side)),
    workspace.reason(['CST-006'], 'budget'),
  );
  return [
    ...limited(
      147,
      none,
      (where) =>
        md`Without a budget (${where}), nobody is notified of the cost. To add one, set ${code('budget.amount')} and ${code('budget.startMonth')}.`,
    ),
    ...limited(
      148,
      factOf(workspace, 'budget'),
      (where) =>
        md`A budget (${where}) notifies, and stops nothing. Azure lets nobody change its start month: to change ${code('budget.startMonth')}, delete the budget first.`,
    ),
  ];
}
