import { Estate } from '../estate.ts';
import { rule, type RuleDefinition, type RuleException } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { deadPaths } from './dead-paths.ts';
import { flaws } from './declared.ts';
import { inScope, violations } from './evaluation.ts';
import type { AnyOwnRule, AttestedRule, Exemption, OwnRule, TemplateRule } from './own-rule.ts';
import { aggregateText, boundsText, conditionText, declarationsText, selectionText } from './words.ts';

/** A custom rule as a rule definition. It contains no code: `judge` evaluates its condition, or a person attests it. */
export function ownRule(id: string, own: AnyOwnRule): RuleDefinition {
  const { controls } = own;
  return { ...definitionOf(id, own), ...(controls ? { controls } : {}), custom: own };
}

function definitionOf(id: string, own: AnyOwnRule): RuleDefinition {
  if ('attest' in own) return attestedRule(id, own);
  return 'declarations' in own ? templateRule(id, own) : conditionRule(id, own);
}

type Written = Pick<RuleDefinition, 'id' | 'category' | 'title' | 'level' | 'statement' | 'rationale' | 'elsewhere'>;

function written(id: string, { title, level, category, statement, elsewhere }: AnyOwnRule): Written {
  const text = /[.!?…]$/.test(statement) ? statement : `${statement}.`;
  return { id, category, title, level, statement: () => text, rationale: '', ...(elsewhere ? { elsewhere } : {}) };
}

function attestedRule(id: string, own: AttestedRule): RuleDefinition {
  return {
    ...rule({ ...written(id, own), shapes: 'The template implements nothing for it.' }),
    attested: own.attest,
  };
}

function templateRule(id: string, own: TemplateRule): RuleDefinition {
  return {
    ...rule({
      ...written(id, own),
      shapes: 'The template implements nothing for it. It’s evaluated against the declarations of main.bicep.',
      exceptions: exceptionsOf(own.except, (where) => `Declarations where ${where}`),
      inspect: (solution, _, today) => flaws(own, solution, today).flaws,
    }),
    own: {
      resources: declarationsText(own.declarations),
      must: mustText(own, 'main.bicep and the files that it uses'),
      environments: [],
      ofTemplate: {
        kinds: [own.declarations.kind].flat(),
        looksAtAny: (solution, today) => own.count !== undefined || flaws(own, solution, today).looked > 0,
      },
    },
  };
}

function conditionRule(id: string, own: OwnRule): RuleDefinition {
  const { environments = [] } = own;
  const where = environments.length === 0 ? 'each environment' : environments.join(', ');
  const definition = rule({
    ...written(id, own),
    shapes: `The template implements nothing for it. It’s evaluated against the predicted resources in ${where}.`,
    exceptions: exceptionsOf(own.except, (condition) => `Resources where ${condition}`),
    notApplicable: ({ environment }) =>
      environments.length > 0 && !environments.includes(environment) ? `the rule applies to ${where}` : undefined,
    appliesTo: subjectsOf(own),
    // A number for the environment as a whole depends on every resource.
    check: (estate, _, view, today) =>
      violations(own, isWhole(own) ? new Estate(estate.resources) : estate, { view, today }),
  });
  return {
    ...definition,
    own: {
      resources: selectionText(own.resources),
      must: mustText(own, 'the environment'),
      environments,
      ofResources: {
        types: [own.resources.type].flat(),
        forbids: own.count !== undefined && own.count.atLeast === undefined,
        looksAtAny: (estate, view, today) =>
          own.count?.atLeast !== undefined || inScope(own, estate, { view, today }).length > 0,
        deadPaths: (estates) => deadPaths(own, estates),
      },
    },
  };
}

const exceptionsOf = (except: readonly Exemption[] = [], what: (where: string) => string): readonly RuleException[] =>
  except.map(({ where, reason }) => ({ what: what(conditionText(where)), why: reason }));

/** True for a number that also no resources have: a count, or a sum. */
const isWhole = ({ count, aggregate }: OwnRule): boolean => count !== undefined || aggregate?.sum !== undefined;

/** Without any, a rule applies to the environment as a whole. */
function subjectsOf(own: OwnRule): readonly Subject[] {
  if (isWhole(own)) return [];
  const { type, where } = own.resources;
  const which = [...(where ? ['matches its where'] : []), ...(own.except ? ['isn’t exempt'] : [])].join(' and ');
  const name = [type].flat().join(' or ') + (which === '' ? '' : ` that ${which}`);
  return [{ name, in: (estate, view, today) => inScope(own, estate, { view, today }).map(({ resource }) => resource) }];
}

function mustText({ must, count, ...own }: OwnRule | TemplateRule, where: string): string {
  const whole = [
    ...(count ? [`${boundsText(count)} in ${where}`] : []),
    ...('aggregate' in own && own.aggregate ? [aggregateText(own.aggregate)] : []),
  ];
  const each = must ? [`${whole.length > 0 ? 'for each, ' : ''}${conditionText(must)}`] : [];
  return [...whole, ...each].join('; ');
}
