/** Types of resources as tables have them: provider, and what follows it, with spaces between. */
export type TypesByProvider = Readonly<Record<string, string>>;

export function typesOf(table: TypesByProvider): readonly string[] {
  return Object.entries(table).flatMap(([provider, types]) => types.split(' ').map((type) => `${provider}/${type}`));
}
