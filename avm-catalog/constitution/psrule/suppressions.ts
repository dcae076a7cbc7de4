import { dayAfter } from '../../kernel/day.ts';
import { environmentTag } from '../rules/naming.ts';
import { all, any, has, type PsCondition } from './condition.ts';
import type { PsTranslation } from './rules.ts';

/** A waiver as a suppression group. */
interface PsSuppression {
  readonly name: string;
  /** ID of the waived rule. */
  readonly rule: string;
  readonly synopsis: string;
  /** Names of rules: ours, and those of PSRule for Azure about the same control. */
  readonly rules: readonly string[];
  /** The first moment at which it no longer counts. */
  readonly expiresOn: string;
  readonly if: PsCondition;
}

interface Waived {
  readonly id: string;
  readonly rule: string;
  readonly environments: readonly string[];
  readonly resources: readonly string[];
  readonly reason: string;
  readonly approvedBy: string;
  readonly until: string;
}

/** Waivers of rules that PSRule evaluates, ours or its own. One for some environments needs the tag that names them. */
export function suppressionsOf(
  waivers: readonly Waived[],
  translations: readonly PsTranslation[],
  environments: readonly string[],
  isTagged: boolean,
): readonly PsSuppression[] {
  const byId = new Map(translations.map((one) => [one.rule.definition.id, one]));
  return waivers.flatMap((waiver): readonly PsSuppression[] => {
    const found = byId.get(waiver.rule);
    const rules = [
      ...(found?.rules ?? []).map(({ name }) => name),
      ...(found?.rule.definition.elsewhere?.psrule ?? []),
    ];
    const isLimited = waiver.environments.length < environments.length;
    if (rules.length === 0 || (isLimited && !isTagged)) return [];
    const within = isLimited ? [{ field: `tags.${environmentTag}`, in: waiver.environments }] : [];
    const named = waiver.resources.includes('*') ? [] : [any(...waiver.resources.flatMap(namesOf))];
    return [
      {
        name: waiver.id,
        rule: waiver.rule,
        synopsis: `${waiver.reason} (approved by ${waiver.approvedBy})`,
        rules,
        expiresOn: `${dayAfter(waiver.until, 1)}T00:00:00Z`,
        if: all(...(within.length + named.length === 0 ? [has('type')] : [...within, ...named])),
      },
    ];
  });
}

/** A resource by its ID, its type, or its name with or without those of its parents. */
function namesOf(pattern: string): readonly PsCondition[] {
  return [
    ...['id', 'type', 'name'].map((field) => matching(field, pattern)),
    ...(pattern.includes('/') ? [] : [matching('name', `*/${pattern}`)]),
  ];
}

/** `*` is any characters. Other characters that mean more to PowerShell are in an expression. */
function matching(field: string, pattern: string): PsCondition {
  if (!/[[\]?`]/.test(pattern)) return { field, like: pattern };
  const escaped = pattern.split('*').map((text) => text.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return { field, match: `^${escaped.join('.*')}$` };
}
