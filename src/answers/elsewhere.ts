import { blueprintNamed } from '../../avm-catalog/blueprints/index.ts';
import { otherKeys, otherSettings } from './blueprint-parts.ts';
import { valueAt } from './defaults.ts';
import { refusal } from './refusal.ts';

interface Given {
  readonly blueprint: string;
  readonly requirements?: { readonly outOfScope?: Readonly<Record<string, string>> } | undefined;
  readonly spec: object;
  readonly environments: Readonly<Record<string, object>>;
}

/** What another blueprint has and this one does not, and what this one cannot do without. */
export function refuseElsewhere(
  { blueprint: named, requirements, spec, environments }: Given,
  context: { readonly addIssue: (issue: ReturnType<typeof refusal>) => void },
): void {
  const blueprint = blueprintNamed(named);
  if (!blueprint) return;
  const { name: here, content } = blueprint;
  for (const id of Object.keys(requirements?.outOfScope ?? {})) {
    const path = ['requirements', 'outOfScope', id];
    if (content.foundations.includes(id)) context.addIssue(refusal('requirement-always', path, { id }, true));
    else if (!Object.hasOwn(content.requirements, id))
      context.addIssue(refusal('requirement-elsewhere', path, { id, blueprint: here }, true));
  }
  const others = otherKeys(blueprint);
  const parts: readonly (readonly [readonly string[], object])[] = [
    [['spec'], spec],
    ...Object.entries(environments).map(([name, own]) => [['environments', name], own] as const),
  ];
  const settings = otherSettings(blueprint);
  for (const [path, part] of parts) {
    for (const key of Object.keys(part))
      if (others.has(key))
        context.addIssue(refusal('setting-elsewhere', [...path, key], { key, blueprint: here }, true));
    for (const setting of settings)
      if (valueAt(part, setting) !== undefined)
        context.addIssue(
          refusal('setting-elsewhere', [...path, ...setting], { key: setting.join('.'), blueprint: here }, true),
        );
  }
}
