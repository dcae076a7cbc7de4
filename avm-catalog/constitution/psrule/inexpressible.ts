/** What the YAML of PSRule has no words for. */
export class Inexpressible extends Error {}

export function refuse(why: string): never {
  throw new Inexpressible(why);
}
