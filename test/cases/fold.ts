import { isDeepStrictEqual } from 'node:util';
import { ruleDefinition } from '../../avm-catalog/constitution/rules/index.ts';
import type { Rule } from '../../avm-catalog/constitution/rule.ts';
import { applyRule } from '../../src/answers/defaults.ts';
import { version } from '../../src/files/tool.ts';
import type { GeneratedFile } from '../../src/files/file-set.ts';
import type { Generated } from '../../src/files/generate.ts';

/** Its documents are compared whole: every component is on, so that whatever a rule is about is there. */
export const wholeCase = 'everything-on';

/** Cases that compare the files of delivery whole; the others compare their paths, so that a changed script changes few. */
const deliveryCases: readonly string[] = ['defaults', wholeCase, 'data-store'];
const delivery = /^(?:\.azuredevops|\.devcontainer|\.githooks|\.github|\.ps-rule|\.vscode|catalog|deploy|tests)\/|^(?:azure|ps-rule)\.yaml$/;

/** Files whose text a case compares, and the paths of those whose text others compare. */
export function comparedFiles(name: string, files: readonly GeneratedFile[]) {
  const isListed = ({ path }: GeneratedFile): boolean => delivery.test(path) && !deliveryCases.includes(name);
  return { whole: files.filter((file) => !isListed(file)), listed: files.filter(isListed).map(({ path }) => path) };
}

/** What a case compares of a file: the other cases leave out what only lists rules, so that one more changes none of them. */
export function comparedIn(name: string, generated: Generated): (file: GeneratedFile) => string {
  const ordinary = ordinaryRules(generated);
  return (file) => withoutVersion(name === wholeCase ? file.text : folded(file, ordinary));
}

/** A release changes no case. */
function withoutVersion(text: string): string {
  return text.replaceAll(`create-avm@${version}`, 'create-avm@VERSION').replaceAll(`\`avm\` ${version}`, '`avm` VERSION');
}

/** Rules that are as in the catalog, with nothing found or waived: the case is not about them. */
export function ordinaryRules({ spec, findings }: Generated): ReadonlySet<string> {
  const told = new Set([...findings.flatMap(({ ids }) => ids), ...spec.waivers.map(({ rule }) => rule)]);
  const ordinary = spec.rules.filter((rule) => isAsInCatalog(rule) && !told.has(rule.definition.id));
  return new Set(ordinary.map(({ definition }) => definition.id));
}

function isAsInCatalog(rule: Rule): boolean {
  const definition = ruleDefinition(rule.definition.id);
  return definition !== undefined && isDeepStrictEqual(rule, applyRule(definition, undefined));
}

/** A document without what it says of ordinary rules. */
function folded({ path, text, trace }: GeneratedFile, ordinary: ReadonlySet<string>): string {
  if (!/\.(?:md|Rule\.yaml)$/.test(path)) return text;
  const lines = text.split('\n');
  const runs = trace.flatMap(({ from, to, reason }) => {
    const run = lines.slice(from - 1, to).join('\n');
    const rules = rulesOf(reason.answers ?? []);
    return rules.length === 0 ? [run] : foldedRun(run, rules, ordinary);
  });
  return `${runs.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

/** Lines about rules: a list keeps the others, a heading stays above them without its number, and a count goes. */
function foldedRun(run: string, rules: readonly string[], ordinary: ReadonlySet<string>): readonly string[] {
  const others = rules.filter((id) => !ordinary.has(id));
  if (others.some((id) => run.includes(id))) return [run.replace(rules.join(', '), others.join(', '))];
  return others.length > 0 && run.startsWith('#') ? [run.replace(/ [IVX]+\./, ' ….')] : [];
}

/** Empty where one of the answers is about something else. */
function rulesOf(answers: readonly string[]): readonly string[] {
  const rules = answers.flatMap((path) => /^constitution\.(?:rules|own)\.([^.]+)$/.exec(path)?.[1] ?? []);
  return rules.length === answers.length ? rules : [];
}
