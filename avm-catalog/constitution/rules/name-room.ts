import type { NamingRule } from '../../azure/naming.ts';
import { shortName } from '../../kernel/short-name.ts';

/** A character of the name of a component, and a digest that tells it from others. */
const leastWord = 5;

interface Room {
  /** The name of a component without what the type forbids; nothing for the blueprint’s own. */
  readonly word: string | undefined;
  /** Characters beside all other parts, one of the workload, and a separator. */
  readonly room: number;
  /** Length of a separator. */
  readonly separator: number;
}

/** Whether the environment is in a globally unique name: beside it, one character of the workload and the word must fit. */
export function hasRoom({ assumed }: Pick<NamingRule, 'assumed'>, { word, room, separator }: Room): boolean {
  if (assumed && room < leastWord) return false;
  return word === undefined ? room + separator >= 0 : shortName(word, room).length <= room;
}
