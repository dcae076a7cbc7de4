import { cis2Controls, cis3Controls, mcsbControls } from '../azure/benchmark-controls.ts';
import type { Controls } from './category.ts';
import { controlsOf, type Rule } from './rule.ts';
import { azure, mcsbOverview, type Source } from './sources.ts';

interface Benchmark {
  readonly key: keyof Controls;
  readonly title: string;
  /** For a column or a label. */
  readonly short: string;
  /** The benchmark, and what assigns definitions of Azure Policy to its controls. */
  readonly sources: readonly Source[];
  /** Titles of the controls that rules correspond to, by ID, in the order of the benchmark. */
  readonly controls: Readonly<Record<string, string>>;
}

const initiatives = 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policySetDefinitions';
const cis: Source = { title: 'CIS Benchmarks for Azure', url: 'https://www.cisecurity.org/benchmark/azure' };

/**
 * A rule corresponds to a control if an initiative assigns its definition of Azure Policy to the control, or if the text
 * of the control requires the same. Where an initiative and the title of a control differ, the title decides.
 */
export const benchmarks: readonly Benchmark[] = [
  {
    key: 'mcsb',
    title: 'Microsoft cloud security benchmark v1',
    short: 'MCSB v1',
    sources: [
      mcsbOverview,
      azure('Initiative: Microsoft cloud security benchmark', 'governance/policy/samples/azure-security-benchmark'),
    ],
    controls: mcsbControls,
  },
  {
    key: 'cis2',
    title: 'CIS Microsoft Azure Foundations Benchmark v2.0.0',
    short: 'CIS v2.0.0',
    sources: [
      cis,
      azure(
        'Initiative: CIS Microsoft Azure Foundations Benchmark v2.0.0',
        'governance/policy/samples/cis-azure-2-0-0',
      ),
    ],
    controls: cis2Controls,
  },
  {
    key: 'cis3',
    title: 'CIS Microsoft Azure Foundations Benchmark v3.0.0',
    short: 'CIS v3.0.0',
    sources: [
      cis,
      {
        title: 'Initiative: CIS Azure Foundations v3.0.0',
        url: `${initiatives}/Regulatory%20Compliance/CIS_Azure_Foundations_v3.0.0.json`,
      },
    ],
    controls: cis3Controls,
  },
];

interface ControlGroup {
  readonly short: string;
  readonly ids: readonly string[];
}

/** The controls that a rule corresponds to, by baseline. */
export function controlGroups(rule: Pick<Rule, 'definition' | 'parameters'>): readonly ControlGroup[] {
  const all = controlsOf(rule);
  const groups = [...benchmarks, { key: 'other', short: 'Other baselines' } as const];
  return groups.flatMap(({ key, short }) => {
    const ids = all[key] ?? [];
    return ids.length === 0 ? [] : [{ short, ids }];
  });
}

/** The same, each with its baseline: `MCSB v1 NS-2`. */
export function controlLabels(rule: Pick<Rule, 'definition' | 'parameters'>): readonly string[] {
  const { other = [] } = controlsOf(rule);
  const known = controlGroups(rule).filter(({ ids }) => ids !== other);
  return [...known.flatMap(({ short, ids }) => ids.map((id) => `${short} ${id}`)), ...other];
}

/** The same in one text: `MCSB v1 NS-2, DP-8; CIS v2.0.0 3.10`; empty for none. */
export function controlsText(rule: Pick<Rule, 'definition' | 'parameters'>): string {
  return textOf(controlGroups(rule));
}

/** The same for documents, with the newer of two versions of a baseline. The report has both. */
export function newestControlsText(rule: Pick<Rule, 'definition' | 'parameters'>): string {
  const groups = controlGroups(rule);
  const isOlder = ({ short }: ControlGroup): boolean =>
    short.startsWith('CIS v2') && groups.some((one) => one.short.startsWith('CIS v3'));
  return textOf(groups.filter((one) => !isOlder(one)));
}

function textOf(groups: readonly ControlGroup[]): string {
  return groups.map(({ short, ids }) => `${short} ${ids.join(', ')}`).join('; ');
}
