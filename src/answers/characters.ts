import { plain } from '../findings/characters.ts';

export { plain, unseenCharacter } from '../findings/characters.ts';

/** A value inside a message: short, on one line, with nothing that a terminal would obey. */
export function show(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'a map';
  if (typeof value !== 'string') return JSON.stringify(value);
  const short = [...value].length > 60 ? `${[...value].slice(0, 57).join('')}…` : value;
  return `'${plain(short)}'`;
}
