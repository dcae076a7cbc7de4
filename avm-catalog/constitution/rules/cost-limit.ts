import type { View } from '../../kernel/view.ts';
import { ruleWith, type RuleDefinition } from '../rule.ts';
import { limitWords, withinLimit, type CostLimits } from './cost-limit-checks.ts';

const limitOf = ({ environment }: View, is: CostLimits): number | null =>
  is.environments.includes(environment) ? is.usd : is.usdElsewhere;

/** Off until a person sets a limit, which nobody else can know. */
export const costLimit: readonly RuleDefinition[] = [
  ruleWith<CostLimits>({
    id: 'CST-007',
    category: 'cost',
    title: 'Fixed cost limit',
    level: 'off',
    parameters: {
      schema: (z) => {
        const usd = z.number().positive().nullable();
        return z.strictObject({
          environments: z.array(z.string().min(1)).min(1),
          usd: usd.describe('Maximum of a month in these environments, in USD; null for no limit'),
          usdElsewhere: usd.describe('Maximum of a month in all other environments, in USD; null for no limit'),
        });
      },
      defaults: { environments: ['prod'], usd: null, usdElsewhere: null },
    },
    statement: (is) =>
      `The workload SHOULD keep charges by time, at list prices, within a monthly limit: ${limitWords(is)}.`,
    rationale: 'Charges by time are the same every month, used or not, and are known before the deployment.',
    shapes: 'A report lists what Azure charges for in each environment, and the source of each price.',
    appliesTo: [],
    notApplicable: (view, is) => (limitOf(view, is) === null ? `no limit is set for ${view.environment}` : undefined),
    check: (estate, is, view) => withinLimit(estate, limitOf(view, is)),
    exceptions: [
      {
        what: 'Charges by use, such as those for logs, stored data, and data transfer.',
        why: 'Nobody knows the quantity before the deployment. A report names these charges.',
      },
      {
        what: 'Prices of other regions, reservations, discounts, and taxes.',
        why: 'Each price is a list price of one region and one day, from a public source.',
      },
    ],
  }),
];
