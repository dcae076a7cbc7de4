import { readDeclarations, type Declaration } from '../../bicep/declarations.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Plan } from '../../plan/plan.ts';
import { isOfLinter, isQuoted } from './written.ts';

/**
 * What the compiler says of a value that a person gave to a module names the setting: only a resource provider knows
 * the types of some parameters, so that no interface could refuse the value. `template` is the text of main.bicep.
 */
export function ofSettings(findings: readonly Finding[], template: () => string, plan: Plan): readonly Finding[] {
  const isInTemplate = (one: Finding): boolean =>
    isQuoted(one) && !isOfLinter(one) && one.where.file === 'main.bicep' && one.where.line !== undefined;
  if (!findings.some(isInTemplate)) return findings;
  const declarations = readDeclarations(template().split('\n'));
  return findings.map((finding) => {
    const { line = 0 } = finding.where;
    const declared = isInTemplate(finding) && declarations.find(({ from, to }) => from <= line && line <= to);
    const setting = declared ? settingOf(declared, line, plan) : undefined;
    if (setting === undefined || !isQuoted(finding)) return finding;
    return { ...finding, where: { ...finding.where, answer: setting }, args: { ...finding.args, setting } };
  });
}

function settingOf({ kind, name, code }: Declaration, line: number, plan: Plan): string | undefined {
  const variable = kind === 'var' ? plan.variables.find((one) => one.name === name) : undefined;
  const symbol = variable?.of ?? name;
  const called = plan.resources.find((one) => one.symbol === symbol);
  const answers = called?.kind === 'module' || called?.kind === 'file' ? called.answers : undefined;
  if (answers === undefined || kind === 'var') return answers;
  const parameter = code
    .filter((one) => one.line <= line)
    .map(({ text }) => /^ {4}(\w+):/.exec(text)?.[1])
    .findLast((one) => one !== undefined);
  return parameter === undefined ? answers : `${answers}.${parameter}`;
}
