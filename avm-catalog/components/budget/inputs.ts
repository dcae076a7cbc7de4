import { inputsToken } from '../../kernel/inputs.ts';
import type { View } from '../../kernel/view.ts';
import { alertsInputs } from '../alerts/inputs.ts';

interface BudgetInputs {
  /** A month, in the currency of the billing account; null for no budget. */
  readonly amount: number | null;
  /** `YYYY-MM`, the month of the first deployment; empty until a person gives it. */
  readonly startMonth: string;
  /** Percent of the amount that the actual cost exceeds. */
  readonly actualPercent: readonly number[];
  /** Percent of the amount that the forecast for the month exceeds. */
  readonly forecastPercent: readonly number[];
  readonly emails: readonly string[];
}

export const budgetInputs = inputsToken<BudgetInputs>('budget');

export function hasBudget(view: Pick<View, 'inputs'>): boolean {
  const { amount, startMonth } = budgetInputs.of(view);
  return amount !== null && startMonth !== '';
}

/** Its own addresses, or else those of the alerts. */
export function budgetEmails(view: View): readonly string[] {
  const own = budgetInputs.of(view).emails;
  const { enabled, emails } = alertsInputs.of(view);
  return own.length > 0 || !enabled ? own : emails;
}

/** A notification needs a receiver, and every subscription has an owner. */
export function budgetRoles(view: View): readonly string[] {
  return budgetEmails(view).length > 0 ? [] : ['Owner'];
}
