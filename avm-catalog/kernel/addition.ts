import type { View } from './view.ts';

/** A list item in a component's settings, which `avm add` creates by its name. */
export interface Addition {
  /** The word after `avm add`. */
  readonly name: string;
  /** With its article, such as `A data disk`. */
  readonly title: string;
  /** In a few words. */
  readonly description: string;
  /** Path of the list, below `spec`. */
  readonly list: string;
  /** All of its settings. */
  readonly fields: readonly Field[];
  /** Its defaults, given the existing items; `said` are the values that the user set. */
  readonly defaults: (
    views: readonly View[],
    said: Readonly<Record<string, string>>,
  ) => Readonly<Record<string, string | number>>;
}

interface Field {
  readonly key: string;
  readonly kind: 'text' | 'number' | 'choice';
  /** The question in the menu; settings without one use the default. */
  readonly ask?: string;
  readonly choices?: readonly string[];
  readonly problem?: (text: string) => string | undefined;
}

/** The item, as it is written. */
export function makeItem(
  { fields, defaults }: Addition,
  views: readonly View[],
  said: Readonly<Record<string, string>>,
): Readonly<Record<string, string | number>> {
  const isNumber = (key: string): boolean => fields.some((one) => one.key === key && one.kind === 'number');
  const typed = Object.entries(said).map(
    ([key, value]) => [key, isNumber(key) && /^\d+$/.test(value) ? Number(value) : value] as const,
  );
  return { ...defaults(views, said), ...Object.fromEntries(typed) };
}
