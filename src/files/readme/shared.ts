import type { ComponentDefinition } from '../../../avm-catalog/kernel/component.ts';
import type { Note } from '../../../avm-catalog/kernel/docs.ts';
import type { Reason } from '../../bicep/value.ts';
import type { Spec } from '../../resolve/spec.ts';
import { camel } from '../../text/pascal.ts';
import { shortList } from '../../text/enumerate.ts';
import { joinedReason } from '../reasons.ts';
import { renderFile } from '../render.ts';

/** The note of a component, from a template. */
interface Said {
  readonly partial: string;
  readonly template: TemplateSpecification;
  readonly model: object;
  readonly of: Pick<ComponentDefinition, 'name' | 'plural'> & { readonly note: Note };
}

/** One note for several components of a kind, in the words for the first of them. */
interface Shared {
  readonly partial: string;
  readonly template: TemplateSpecification;
  readonly model: object;
}

interface Row {
  readonly name: string;
  readonly anchor: string;
  readonly where: string;
  readonly prefix: string;
  readonly reason: Reason;
}

/** From so many of one kind on, what is the same but for their names is said once. */
export const common = 4;

export function shared(all: readonly Said[], spec: Spec): readonly Shared[] {
  const kinds = new Map<string, number>();
  for (const { of } of all) if (of.plural !== undefined) kinds.set(of.plural, (kinds.get(of.plural) ?? 0) + 1);
  const isMany = ({ of }: Said): boolean => of.plural !== undefined && (kinds.get(of.plural) ?? 0) >= common;
  const groups = new Map<string, Said[]>();
  for (const one of all) {
    const key = isMany(one) ? `${one.of.plural ?? ''}\n${withoutNames(one)}` : one.partial;
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  const groupsOf = (plural: string | undefined): number =>
    [...groups.values()].filter(([one]) => one?.of.plural === plural).length;
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length === 1) return first ? [single(first)] : [];
    return [together(first, group, groupsOf(first.of.plural) === 1, spec)];
  });
}

const single = ({ partial, template, model }: Said): Shared => ({ partial, template, model: { ...model, partial } });

function together(first: Said, group: readonly Said[], isWhole: boolean, spec: Spec): Shared {
  const names = group.map(({ of }) => of.name);
  const { plural = '' } = first.of;
  const rows = group.map(({ of: { name, note } }): Row => {
    const { reason, where, title } = note;
    return { name, anchor: anchorOf(title), where, prefix: camel(name), reason };
  });
  const model = {
    ...first.model,
    partial: first.partial,
    title: isWhole ? plural : `${plural}: ${shortList(names)}`,
    reason: joinedReason(
      rows.map(({ reason }) => reason),
      spec,
    ),
    shared: { first: rows[0], rows, others: names.slice(1).join(', ') },
  };
  return { partial: first.partial, template: first.template, model };
}

/** As a heading of this text is linked to. */
const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');

/** The text without what the component is called in settings, parameters, outputs and symbols. */
function withoutNames({ template, model, of: { name, note } }: Said): string {
  const { text } = renderFile('', template, model, note.reason);
  return text
    .replaceAll(new RegExp(`\\bcomponents\\.${name}(?![\\w-])`, 'g'), 'components.')
    .replaceAll(new RegExp(`\\b${camel(name)}(?=[A-Z])`, 'g'), '');
}
