import type { GapCategory } from '../../../avm-catalog/kernel/guess.ts';
import type { Category } from '../../../avm-catalog/constitution/category.ts';
import { components } from '../../../avm-catalog/components/index.ts';
import { ruleDefinition } from '../../../avm-catalog/constitution/rules/index.ts';
import { ownValue } from '../../bicep/own.ts';
import { belowSpec, isByEnvironment, sharedPath } from '../../answers/version.ts';
import { argumentOf, type Finding } from '../../findings/finding.ts';
import { environmentsOf, optionsAt, placesOf, questionAt, valueOf, type OpenPlace } from './places.ts';
import type { Clarifying, OpenQuestion } from './question.ts';

/** Findings about answers as questions, so that nothing that is found elsewhere is looked for a second time. */
export function fromFindings(findings: readonly Finding[], given: Clarifying | undefined): readonly OpenQuestion[] {
  const asked = findings.filter(({ where, severity }) => where.answer !== undefined && severity !== 'note');
  return grouped(asked).flatMap((group) => {
    const [finding] = group;
    if (!finding) return [];
    const needed = assignment(needsOf(finding));
    const answer = needed ? sharedPath(needed.path, given?.answers.version ?? 2) : (finding.where.answer ?? '');
    const path = isByEnvironment(answer) ? belowSpec(answer) : `/${answer}`;
    if (!given) return questionOf(finding, { about: answer, views: [] }, path, given);
    const { views } = given.spec;
    const named = group.flatMap(({ where }) => where.environment ?? []);
    const open = named.length === 0 ? views : views.filter(({ environment }) => named.includes(environment));
    return placesOf(path, open, given).map((place) => questionOf(finding, place, path, given));
  });
}

/** What several environments have wrong at the same answer, in the same way. */
function grouped(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.code, finding.where.answer, finding.args]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()];
}

function questionOf(
  finding: Finding,
  { about, views }: OpenPlace,
  path: string,
  given: Clarifying | undefined,
): OpenQuestion {
  const { code, severity, ids } = finding;
  const [view] = views;
  const value = given && view ? valueOf(path, view, given.spec) : undefined;
  const better = assignment(needsOf(finding))?.value ?? betterAt(path, finding);
  const label = questionAt(path)?.ask;
  const isError = severity === 'error';
  const wanted = [...(better === undefined ? [] : [better]), ...(isError ? [] : [value])];
  return {
    code: code === 'rule-broken' ? `${code}/${ids.join('')}` : code,
    about,
    environments: given ? environmentsOf(views, given.spec) : [],
    category: categoryOf(finding, path),
    impact: isError ? 3 : 2,
    uncertainty: isError ? 3 : 2,
    now: value,
    confirmable: !isError,
    ...(better === undefined ? {} : { recommended: better }),
    options: view ? optionsAt(path, view, wanted) : [],
    ids,
    finding,
    args: label === undefined ? {} : { label },
  };
}

/** `path=value`, and also `path=value or more`; nothing where a remedy says more than one value. */
function assignment(text: string): { readonly path: string; readonly value: string } | undefined {
  const [, path, value] = /^([\w.]+)=([^\s,]+)(?: or (?:more|less))?$/.exec(text) ?? [];
  return path === undefined || value === undefined || value === '…' ? undefined : { path, value };
}

const needsOf = (finding: Finding): string => String(argumentOf(finding, 'needs') ?? '');

function betterAt(path: string, finding: Finding): string | undefined {
  const instead = assignment(String(argumentOf(finding, 'instead') ?? ''));
  if (instead?.path === path) return instead.value;
  const near = argumentOf(finding, 'nearest') ?? argumentOf(finding, 'canonical');
  return near === undefined ? undefined : String(near);
}

const byRule: Readonly<Partial<Record<Category, GapCategory>>> = {
  modules: 'Integration & External Dependencies',
  cost: 'Constraints & Tradeoffs',
  'regions-and-sizes': 'Constraints & Tradeoffs',
  naming: 'Terminology & Consistency',
  tags: 'Terminology & Consistency',
};

const byKey: Readonly<Record<string, GapCategory>> = {
  network: 'Integration & External Dependencies',
  location: 'Constraints & Tradeoffs',
  '/requirements': 'Completion Signals',
  ...Object.fromEntries(
    components.flatMap(({ inputs }) => (inputs?.category ? [[inputs.token.key, inputs.category] as const] : [])),
  ),
};

const byCode: Readonly<Record<string, GapCategory>> = Object.assign({}, ...components.map((one) => one.categories));

function categoryOf({ code, ids }: Finding, path: string): GapCategory {
  if (code === 'rule-broken') {
    const category = ruleDefinition(ids[0] ?? '')?.category;
    return (category && byRule[category]) ?? 'Non-Functional Quality Attributes';
  }
  const key = path.slice(0, Math.max(0, path.indexOf('.')));
  return ownValue(byCode, code) ?? ownValue(byKey, key) ?? 'Functional Scope & Behavior';
}
