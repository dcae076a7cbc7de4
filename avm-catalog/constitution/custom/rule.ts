import { Estate, type Predicted, type Violation } from '../estate.ts';
import { rule, type RuleDefinition } from '../rule.ts';
import type { Subject } from '../subject.ts';
import type { AttestedRule, OwnRule, Selection } from './condition.ts';
import { deadPaths } from './dead-paths.ts';
import { judge, onResource, type Judged } from './judge.ts';
import { countOf, isWithin, ofType } from './related.ts';
import type { Verdict } from './verdict.ts';
import { attestationText, boundsText, conditionText, countFact, namesFact, selectionText } from './words.ts';

/** A custom rule, as the constitution has rules. Nothing of it is run: it is data that `judge` reads, or that a person attests. */
export function ownRule(id: string, own: OwnRule | AttestedRule): RuleDefinition {
  return 'attest' in own ? attestedRule(id, own) : conditionRule(id, own);
}

function attestedRule(id: string, { title, level, category, statement, attest }: AttestedRule): RuleDefinition {
  const how = withoutStop(attest.how);
  const shapes = `Nothing is generated for it. A person attests it: ${how}. Not evaluated; ${attestationText(attest)}.`;
  return { ...rule({ id, category, title, level, statement: () => sentence(statement), shapes }), attested: attest };
}

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

function conditionRule(id: string, own: OwnRule): RuleDefinition {
  const { title, level, category, environments = [], elsewhere } = own;
  const where = environments.length === 0 ? 'each environment' : environments.join(', ');
  const definition = rule({
    id,
    category,
    title,
    level,
    statement: () => sentence(own.statement),
    shapes: `Nothing is made for it; it is held over what would be deployed in ${where}.`,
    ...(elsewhere ? { elsewhere } : {}),
    notApplicable: ({ environment }) =>
      environments.length > 0 && !environments.includes(environment) ? `the rule applies to ${where}` : undefined,
    appliesTo: subjectsOf(own),
    // To count is to look at everything.
    check: (estate) => violations(own, own.count ? new Estate(estate.resources) : estate),
  });
  return {
    ...definition,
    own: {
      resources: selectionText(own.resources),
      must: mustText(own),
      environments,
      types: [own.resources.type].flat(),
      forbids: own.count !== undefined && own.count.atLeast === undefined,
      looksAtAny: (estate) => own.count?.atLeast !== undefined || selected(own.resources, estate).length > 0,
      deadPaths: (estates) => deadPaths(own, estates),
    },
  };
}

/** A rule that counts is about the environment as a whole. */
function subjectsOf({ resources, count }: OwnRule): readonly Subject[] {
  if (count) return [];
  const fitting = resources.where ? ' that fits its where' : '';
  return [
    {
      name: [resources.type].flat().join(' or ') + fitting,
      in: (estate) => selected(resources, estate).map(({ resource }) => resource),
    },
  ];
}

function mustText({ must, count }: OwnRule): string {
  const parts = [count ? `${boundsText(count)} in the environment` : '', must ? conditionText(must) : ''];
  return parts.filter((one) => one !== '').join('; of each, ');
}

interface Selected {
  readonly resource: Predicted;
  readonly counts: Judged;
}

/** All that a rule may be about; of some only a deployment can tell whether it is. */
function selected({ type, where }: Selection, estate: Estate): readonly Selected[] {
  return ofType(estate, type)
    .map((resource) => ({ resource, counts: where ? judge(where, onResource(resource, estate)) : always }))
    .filter(({ counts }) => counts.verdict !== false);
}

const always: Judged = { verdict: true, facts: () => [] };

function violations(own: OwnRule, estate: Estate): readonly Violation[] {
  const found = selected(own.resources, estate);
  return [...counted(own, found), ...found.flatMap((one) => broken(own, one, estate))];
}

function counted(own: OwnRule, found: readonly Selected[]): readonly Violation[] {
  if (!own.count) return [];
  const count = countOf(found.map((one) => one.counts.verdict));
  const types = [own.resources.type].flat().join(' or ');
  const fact = countFact(count, types, own.resources.where !== undefined, ' in the environment');
  const names = found.filter(({ counts }) => counts.verdict === true).map(({ resource }) => resource.name);
  return told(own, '', isWithin(count, own.count), [fact + (count.sure === count.most ? namesFact(names) : '')]);
}

function broken(own: OwnRule, { resource, counts }: Selected, estate: Estate): readonly Violation[] {
  if (!own.must) return [];
  const judged = judge(own.must, onResource(resource, estate));
  if (judged.verdict !== false || counts.verdict === true)
    return told(own, resource.id, judged.verdict, judged.facts());
  return told(own, resource.id, 'unknown', counts.facts());
}

/** More evidence than this tells nobody more. */
const mostFacts = 3;

function told(own: OwnRule, resource: string, verdict: Verdict, facts: readonly string[]): readonly Violation[] {
  if (verdict === true) return [];
  const more = facts.length > mostFacts ? [`${facts.length - mostFacts} more`] : [];
  const evidence = [...facts.slice(0, mostFacts), ...more].join('; ');
  const instead = withoutStop(own.instead);
  if (verdict === 'unknown') return [{ resource, what: evidence, instead, untold: true }];
  return [{ resource, what: `${withoutStop(own.message)}${evidence === '' ? '' : ` (${evidence})`}`, instead }];
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}
