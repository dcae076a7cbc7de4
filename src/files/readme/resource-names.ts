import { namingRule, windowsComputerName, type NamingRule } from '../../../avm-catalog/azure/naming.ts';
import type { NamePatternParameters } from '../../../avm-catalog/constitution/rules/name-pattern.ts';
import { ownValue } from '../../bicep/own.ts';
import { ruleReason } from '../documents/subject.ts';
import { differencesOf, limitOf } from './name-limits.ts';
import type { Workspace } from './sides.ts';

const group = 'Microsoft.Resources/resourceGroups';

/** The names of NAM-001: an example of each type in the workspace, and what limits of Azure leave of the pattern. */
export function resourceNames(workspace: Workspace) {
  if (!workspace.on('NAM-001')) return null;
  const is = workspace.rules.parameters<NamePatternParameters>('NAM-001');
  const { environment } = workspace.default;
  return {
    reason: ruleReason('NAM-001'),
    pattern: is.pattern,
    computerName: is.computerName,
    globalPattern: is.globalPattern,
    environment,
    codes: codesOf(workspace, is),
    rows: examplesIn(workspace).map(({ rule, name }) => {
      const { workload } = workspace.default;
      const differences = differencesOf({ name, rule, workload, environment }, is).join(', ');
      return {
        isComputer: rule === windowsComputerName,
        type: rule.type,
        name,
        limit: limitOf(rule),
        differences: differences === '' ? 'None' : `${differences.charAt(0).toUpperCase()}${differences.slice(1)}`,
      };
    }),
  };
}

interface Example {
  readonly rule: NamingRule;
  readonly name: string;
}

/** The shortest name of each type that the catalog has limits for, in the default environment; none that a setting gives. */
function examplesIn({ plan, default: side }: Workspace): readonly Example[] {
  const names = plan.names.flatMap(({ type, values, given = [] }): readonly Example[] => {
    const rule = type === windowsComputerName.type ? windowsComputerName : namingRule(type);
    const name = ownValue(values, side.environment);
    return rule && name !== undefined && !given.includes(side.environment) ? [{ rule, name }] : [];
  });
  const groups = namingRule(group);
  const all = [...(groups ? [{ rule: groups, name: side.group }] : []), ...names].toSorted(
    (a, b) => a.name.length - b.name.length,
  );
  const types = [...new Set(all.map(({ rule }) => rule.type))].toSorted();
  return types.flatMap((type) => all.find(({ rule }) => rule.type === type) ?? []);
}

/** Codes that stand for other words in names. */
function codesOf({ spec }: Workspace, { regionCodes, environmentCodes }: NamePatternParameters) {
  const regions = new Set(spec.views.map(({ core }) => core.location.region));
  const environments = new Set(spec.views.map(({ environment }) => environment));
  return [
    ...Object.entries(environmentCodes).filter(([name]) => environments.has(name)),
    ...Object.entries(regionCodes).filter(([name]) => regions.has(name)),
  ].map(([name, code]) => ({ name, code }));
}
