import type { ComponentDefinition } from './component.ts';
import { namedComposer } from './named-composer.ts';
import { namedDocs, namedDrawing } from './named-docs.ts';
import { NamedScope } from './named-scope.ts';

/** A component that a person added by name: its type, seen and built as if it were the only one of it. */
export function namedComponent(
  type: ComponentDefinition,
  id: string,
  given: Readonly<Record<string, unknown>>,
): ComponentDefinition {
  const { inputs, many } = type;
  if (!inputs || !many) throw new Error(`${type.name} cannot be added by name`);
  const title = `${many.title?.(given) ?? type.title} ${id}`;
  const plural = many.plural ?? many.title?.(given) ?? type.title;
  const scope = new NamedScope(id, type.name, inputs.token.key, title);
  return {
    name: id,
    type: type.name,
    plural,
    seen: { view: (view) => scope.view(view), path: (path) => scope.path(path) },
    title,
    summary: many.summary ?? type.summary,
    serves: type.serves,
    ...(type.subnets ? { subnets: (view) => type.subnets?.(scope.view(view)) ?? [] } : {}),
    ...(type.resource === undefined || many.hasId?.(given) === false ? {} : { resource: scope.name(type.resource) }),
    ...optional('access', many.access ? many.access(given) : type.access),
    uses: (view) => (type.uses?.(scope.view(view)) ?? []).map((one) => ({ ...one, answer: scope.path(one.answer) })),
    refers: (view) =>
      (type.refers?.(scope.view(view)) ?? []).map((one) => ({ ...one, answer: scope.path(one.answer) })),
    ...(type.file ? { file: fileOf(type.file, scope) } : {}),
    modules: (view) =>
      (type.modules?.(scope.view(view)) ?? []).map((one) => ({ ...one, answer: scope.path(one.answer) })),
    ...(type.categories ? { categories: type.categories } : {}),
    inputs: { ...inputs, guesses: [], token: { key: scope.path(inputs.token.key), of: (view) => scope.inputs(view) } },
    enabled: (view) => scope.isOn(view) && type.enabled(scope.view(view)),
    check: (view) => (type.check?.(scope.view(view)) ?? []).map((one) => ({ ...one, answer: scope.path(one.answer) })),
    measures: (type.measures ?? []).map(({ path, subject, of }) => ({
      path: scope.path(path),
      subject: `${subject} ${id}`,
      of: (view) => of(scope.view(view)),
    })),
    contradictions: (view) =>
      (type.contradictions?.(scope.view(view)) ?? []).map((one) => ({ ...one, path: scope.path(one.path) })),
    contribute: (c) => type.contribute?.(namedComposer(c, scope, many)),
    compose: (c) => type.compose(namedComposer(c, scope, many)),
    docs: namedDocs(type.docs, scope, plural),
    ...(type.drawing ? { drawing: namedDrawing(type.drawing, scope) } : {}),
  };
}

type File = NonNullable<ComponentDefinition['file']>;

function fileOf(file: File, scope: NamedScope): File {
  return (view) => {
    const chosen = file(scope.view(view));
    return { ...chosen, answer: scope.path(chosen.answer) };
  };
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
