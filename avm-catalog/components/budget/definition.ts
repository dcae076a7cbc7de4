import type { InputDefinition } from '../../kernel/component.ts';
import { budgetInputs } from './inputs.ts';

export const budgetDefinition: InputDefinition<ReturnType<typeof budgetInputs.of>> = {
  token: budgetInputs,
  category: 'Constraints & Tradeoffs',
  schema: (z) => {
    // The module takes five thresholds from 1 to 1,000, and whole amounts (avm/res/consumption/budget/rg-scope).
    const percent = z.array(z.int().min(1).max(1000)).min(1).max(5);
    return z.strictObject({
      amount: z
        .int()
        .min(1)
        .max(100_000_000)
        .nullable()
        .describe('Cost of a month, in the currency of the billing account; null for no budget'),
      startMonth: z
        .string()
        .regex(/^(20[2-9]\d-(0[1-9]|1[0-2]))?$/, 'must be a month such as 2026-12')
        .describe('Month of the first deployment, such as 2026-12. Azure doesn’t let you change it later'),
      actualPercent: percent.describe('Notify if the actual cost exceeds these percentages of the amount'),
      forecastPercent: percent.describe('Notify if the forecast exceeds these percentages of the amount'),
      emails: z
        .array(z.email())
        .max(20)
        .describe('Email addresses to notify; empty for those of alerts, and without any for the owners'),
    });
  },
  defaults: () => ({ amount: null, startMonth: '', actualPercent: [80, 100], forecastPercent: [100], emails: [] }),
  questions: [],
  guesses: [
    {
      path: 'amount',
      question: 'How much may the resources cost in a month, in the currency of the billing account',
      why: 'Without a budget, nobody is notified of an unexpected cost.',
      advice: 'Ask the owner of the cost center. Confirm null if the organization sets budgets elsewhere.',
      category: 'Constraints & Tradeoffs',
      impact: 2,
      uncertainty: 3,
      when: () => true,
    },
    {
      path: 'startMonth',
      question: 'In which month is the budget deployed for the first time',
      why: 'Azure rejects a first month that is over, and there is no budget without a month.',
      advice: 'Use the month of the first deployment, such as 2026-12, and keep it afterwards.',
      required: true,
      category: 'Constraints & Tradeoffs',
      impact: 2,
      uncertainty: 3,
      when: (view) => budgetInputs.of(view).amount !== null && budgetInputs.of(view).startMonth === '',
    },
  ],
};
