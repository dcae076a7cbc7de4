import type * as zod from 'zod';
import { blueprintNamed } from '../../avm-catalog/blueprints/index.ts';
import { componentNamed, componentTypes } from '../../avm-catalog/components/index.ts';
import type { Blueprint } from '../../avm-catalog/kernel/blueprint.ts';
import type { ComponentDefinition } from '../../avm-catalog/kernel/component.ts';
import type { Zod } from '../../avm-catalog/kernel/context.ts';
import { namedKey } from '../../avm-catalog/kernel/core.ts';
import { componentName } from './component-name.ts';
import { partial } from './partial.ts';
import { refusal } from './refusal.ts';
import { namedPlace, type Version } from './version.ts';

const longestName = 20;
const mostNamed = 200;

/** Component types of which there may be several, each by a name. */
export const namedTypes: readonly ComponentDefinition[] = componentTypes.filter((one) => one.many && one.inputs);

/** Components by name: the type of each, and what differs from its defaults. */
export function namedSchema(z: Zod): zod.ZodType {
  const options = namedTypes.map((one) =>
    z.strictObject({ type: z.literal(one.name), ...inputsOf(z, one) }).describe(`${one.title}: ${one.summary}`),
  );
  const [first, ...others] = options;
  if (!first) throw new Error('the catalog has no component that can be named');
  return z
    .record(nameSchema(z), z.discriminatedUnion('type', [first, ...others]))
    .describe('Additional components by name: the type, and settings that differ from its defaults');
}

/** The same in an environment, where the type is known from `spec`. */
export function namedInEnvironment(z: Zod): zod.ZodType {
  const options = namedTypes.map((one) => z.strictObject(inputsOf(z, one)));
  return z
    .record(nameSchema(z), z.union(options))
    .describe('Settings of additional components that differ in this environment');
}

function nameSchema(z: Zod): zod.ZodType<string, string> {
  return z
    .string()
    .min(2)
    .max(longestName)
    .regex(componentName, 'must be lowercase letters and digits, joined by single hyphens, and begin with a letter');
}

/** Of each the inputs of its type; one whose blueprint always has it can be off where it is added by name. */
function inputsOf(z: Zod, { inputs }: ComponentDefinition): Readonly<Record<string, zod.ZodType>> {
  const own = inputs && partial(z, inputs.schema(z));
  if (!(own instanceof z.ZodObject)) throw new Error('the inputs of a component are an object');
  return { enabled: z.boolean().optional(), ...own.shape };
}

type Named = Readonly<Record<string, { readonly type: string }>>;

interface Given {
  readonly version: Version;
  readonly blueprint: string;
  readonly spec: { readonly components?: Named };
  readonly components?: Named;
  readonly environments: Readonly<Record<string, { readonly components?: Readonly<Record<string, object>> }>>;
}

interface Context {
  readonly addIssue: (issue: object) => void;
}

/** Names that are taken, types that the blueprint cannot have, and environments that know other components than `spec`. */
export function refuseNamed(z: Zod, given: Given, context: Context): void {
  const { version, blueprint, spec, environments } = given;
  const place = namedPlace(version);
  const other = version === 1 ? given.components : spec.components;
  if (other) context.addIssue(refusal('components-place', namedPlace(version === 1 ? 2 : 1), { version }, true));
  const named = (version === 1 ? spec.components : given.components) ?? {};
  const here = blueprintNamed(blueprint);
  if (Object.keys(named).length > mostNamed)
    context.addIssue(refusal('components-too-many', place, { most: mostNamed }));
  for (const [id, { type }] of Object.entries(named)) {
    const path = [...place, id];
    if (isTaken(id) || componentNamed(type)?.many?.reserved?.includes(id))
      context.addIssue(refusal('component-name-reserved', path, { name: id }, true));
    if (here && !mayName(componentNamed(type), here))
      context.addIssue(refusal('component-elsewhere', [...path, 'type'], { component: type, blueprint }));
  }
  for (const [environment, { components: own = {} }] of Object.entries(environments))
    for (const [id, part] of Object.entries(own)) {
      const path = ['environments', environment, namedKey, id];
      const found = Object.entries(named).find(([name]) => name === id)?.[1];
      if (found) forward(z, found.type, part, path, context);
      else
        context.addIssue(
          refusal('component-not-in-spec', path, { name: id, place: place.join('.'), known: Object.keys(named) }, true),
        );
    }
}

/** Whether a workspace of a blueprint may have components of a type by name. */
export function mayName(type: ComponentDefinition | undefined, { components }: Pick<Blueprint, 'components'>): boolean {
  return type?.many !== undefined && (type.many.anywhere === true || components.includes(type.name));
}

/** A word that the engine and the blueprints already call something by. */
function isTaken(id: string): boolean {
  const folded = id.replaceAll('-', '');
  return componentTypes.some(
    ({ name, inputs }) => name.replaceAll('-', '') === folded || inputs?.token.key.toLowerCase() === folded,
  );
}

function forward(z: Zod, type: string, part: object, path: readonly string[], context: Context): void {
  const definition = componentNamed(type);
  if (!definition?.many) return;
  const result = z.strictObject(inputsOf(z, definition)).safeParse(part);
  for (const issue of result.error?.issues ?? []) context.addIssue({ ...issue, path: [...path, ...issue.path] });
}
