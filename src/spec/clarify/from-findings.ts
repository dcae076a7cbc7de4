import type { GapCategory } from '../../../avm-catalog/guess.ts';
import type { Category } from '../../../avm-catalog/rule.ts';
import { ruleDefinition } from '../../../avm-catalog/rules/index.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Spec } from '../spec.ts';
import { belowSpec, optionsAt, questionAt, valueOf } from './places.ts';
import type { OpenQuestion } from './question.ts';

/** Findings about answers as questions, so that nothing that is found elsewhere is looked for a second time. */
export function fromFindings(findings: readonly Finding[], spec: Spec | undefined): readonly OpenQuestion[] {
  return findings
    .filter(({ where, severity }) => where.answer !== undefined && severity !== 'note')
    .map((one) => asked(one, spec));
}

function asked(finding: Finding, spec: Spec | undefined): OpenQuestion {
  const { code, severity, ids, where } = finding;
  const needed = assignment(String(finding.args['needs'] ?? ''));
  const about = placeOf(needed ? `spec.${needed.path}` : (where.answer ?? ''), where.environment);
  const path = /^(spec|environments)\./.test(about) ? belowSpec(about) : `/${about}`;
  const view = spec?.views.find((one) => where.environment === undefined || one.environment === where.environment);
  const value = spec && view ? valueOf(path, view, spec) : undefined;
  const better = needed?.value ?? betterAt(path, finding);
  const label = questionAt(path)?.ask;
  const isError = severity === 'error';
  return {
    code: code === 'rule-broken' ? `${code}/${ids.join('')}` : code,
    about,
    environments: where.environment === undefined ? [] : [where.environment],
    category: categoryOf(finding, path),
    impact: isError ? 3 : 2,
    uncertainty: isError ? 3 : 2,
    now: value,
    confirmable: !isError,
    ...(better === undefined ? {} : { recommended: better }),
    options: view
      ? optionsAt(path, view, [...(better === undefined ? [] : [better]), ...(isError ? [] : [value])])
      : [],
    ids,
    finding,
    args: label === undefined ? {} : { label },
  };
}

/** What one environment has wrong is mended in that environment. */
function placeOf(answer: string, environment: string | undefined): string {
  return environment !== undefined && answer.startsWith('spec.')
    ? `environments.${environment}.${belowSpec(answer)}`
    : answer;
}

/** `path=value`, and also `path=value or more`; nothing where a remedy says more than one value. */
function assignment(text: string): { readonly path: string; readonly value: string } | undefined {
  const [, path, value] = /^([\w.]+)=([^\s,]+)(?: or (?:more|less))?$/.exec(text) ?? [];
  return path === undefined || value === undefined || value === '…' ? undefined : { path, value };
}

function betterAt(path: string, { args }: Finding): string | undefined {
  const instead = assignment(String(args['instead'] ?? ''));
  if (instead?.path === path) return instead.value;
  const near = args['nearest'] ?? args['canonical'];
  return near === undefined ? undefined : String(near);
}

const byRule: Readonly<Partial<Record<Category, GapCategory>>> = {
  modules: 'Integration & External Dependencies',
  cost: 'Constraints & Tradeoffs',
  'regions-and-sizes': 'Constraints & Tradeoffs',
  naming: 'Terminology & Consistency',
  tags: 'Terminology & Consistency',
};

const byPath: readonly (readonly [RegExp, GapCategory])[] = [
  [/^(network|privateDns)\./, 'Integration & External Dependencies'],
  [/^(location|virtualMachine)\./, 'Constraints & Tradeoffs'],
  [/^loadBalancer\./, 'Interaction & UX Flow'],
  [/^\/requirements\./, 'Completion Signals'],
];

function categoryOf({ code, ids }: Finding, path: string): GapCategory {
  if (code === 'rule-broken') {
    const category = ruleDefinition(ids[0] ?? '')?.category;
    return (category && byRule[category]) ?? 'Non-Functional Quality Attributes';
  }
  return byPath.find(([pattern]) => pattern.test(path))?.[1] ?? 'Functional Scope & Behavior';
}
