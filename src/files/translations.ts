import { readList } from '../../avm-catalog/constitution/estate.ts';
import type { RuleTranslations } from '../../avm-catalog/kernel/translations.ts';
import { translate, type PsRule } from '../../avm-catalog/constitution/psrule/rules.ts';
import type { RuleDefinition } from '../../avm-catalog/constitution/rule.ts';
import { suppressionsOf } from '../../avm-catalog/constitution/psrule/suppressions.ts';
import type { Reason } from '../bicep/value.ts';
import { isEnvironmentTag } from '../resolve/resolve.ts';
import type { Spec } from '../resolve/spec.ts';

/** What PSRule can evaluate of the rules and waivers of a workspace. */
export function translations(spec: Spec): RuleTranslations {
  const { rules, views, settings, waivers, tagNames } = spec;
  const isTagged = settings.on('TAG-001') && tagNames.some(isEnvironmentTag);
  const all = translate(rules, views, isTagged);
  const environments = views.map(({ environment }) => environment);
  const groups = suppressionsOf(waivers, all, environments, isTagged);
  const listOf = (id: string, key: string): readonly string[] => {
    const found = all.find(({ rule }) => rule.definition.id === id)?.rule.parameters;
    return readList(found, key).map(String).toSorted();
  };
  return {
    rows: all.map(({ rule: { definition }, rules: own, why }) => ({
      id: definition.id,
      title: definition.title,
      reason: reasonOf(definition),
      own: own.map(({ name }) => name),
      similar: definition.elsewhere?.psrule ?? [],
      why,
    })),
    rules: all.flatMap(({ rule: { definition }, rules: own }) =>
      own.map((one) => ({
        name: one.name,
        synopsis: one.synopsis,
        reason: reasonOf(definition),
        spec: specOf(one),
      })),
    ),
    suppressions: groups.map(({ name, synopsis, rules: names, expiresOn, if: condition, rule }) => ({
      name,
      synopsis,
      reason: { ids: [rule], answers: [`constitution.waivers.${name}`] },
      spec: { expiresOn, rule: names, if: condition },
    })),
    left: waivers.map(({ id }) => id).filter((id) => !groups.some(({ name }) => name === id)),
    requiredTags: listOf('TAG-001', 'names'),
    allowedRegions: listOf('TST-001', 'regions'),
  };
}

/** What is said of a rule alone has only the answers about it. */
const reasonOf = ({ id, custom }: RuleDefinition): Reason => ({
  ids: [id],
  answers: [`constitution.${custom ? 'own' : 'rules'}.${id}`],
});

function specOf({ level, types, where, condition }: PsRule): object {
  return { level, ...(types.length === 0 ? {} : { type: types }), ...(where ? { where } : {}), condition };
}
