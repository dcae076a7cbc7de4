import type { Blueprint } from '../../avm-catalog/kernel/blueprint.ts';
import { coreAbout } from '../../avm-catalog/kernel/core.ts';
import { isTree, type Tree } from './defaults.ts';
import { components } from '../../avm-catalog/components/index.ts';

/** Settings, as keys one below the other, that are about a component which a blueprint cannot have. */
export function otherSettings({ components: names }: Pick<Blueprint, 'components'>): readonly (readonly string[])[] {
  const all = components.flatMap(({ inputs }) =>
    Object.entries(inputs?.about ?? {}).map(([path, of]) => [`${inputs?.token.key}.${path}`, of] as const),
  );
  return [...Object.entries(coreAbout), ...all].flatMap(([path, of]) => (names.includes(of) ? [] : [path.split('.')]));
}

/** Keys of `spec` that a blueprint does not read: the inputs of components it cannot have. */
export function otherKeys({ components: names }: Pick<Blueprint, 'components'>): ReadonlySet<string> {
  return new Set(components.flatMap(({ name, inputs }) => (inputs && !names.includes(name) ? [inputs.token.key] : [])));
}

/** A spec, or a part of it, without the settings that a blueprint does not read. */
export function ownSpec(spec: Tree, blueprint: Pick<Blueprint, 'components'>): Tree {
  const others = [...otherKeys(blueprint)].map((key) => [key]);
  return [...others, ...otherSettings(blueprint)].reduce(without, spec);
}

function without(tree: Tree, [key = '', ...below]: readonly string[]): Tree {
  const entries = Object.entries(tree).flatMap(([name, value]) => {
    if (name !== key) return [[name, value]];
    return below.length > 0 && isTree(value) ? [[name, without(value, below)]] : [];
  });
  return Object.fromEntries(entries) as Tree;
}
