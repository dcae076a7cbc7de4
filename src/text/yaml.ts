/** Words that YAML 1.1 takes for something else, `E0` for a number: not every reader is a YAML 1.2 one. */
export const takenWord = /^(?:y|n|yes|no|on|off|true|false|null|e[-+]?\d+)$/i;

/** Text that every reader of YAML takes for text: JSON is YAML, and words that stand for something else are quoted. */
function yamlText(text: string): string {
  const isPlain = /^[A-Za-z][\w./+-]*(?: [\w./+-]+)*$/.test(text);
  return isPlain && !takenWord.test(text) ? text : JSON.stringify(text).replace(/[\u007f-\uffff]/g, escaped);
}

/** Characters that a line could end with, or that nobody sees, are among them. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Lines of a value of maps, lists, and scalars, each with a line of its own. */
export function yamlLines(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.length === 0 ? ['[]'] : value.flatMap(itemLines);
  if (typeof value !== 'object' || value === null) return [scalar(value)];
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return entries.length === 0 ? ['{}'] : entries.flatMap(([key, one]) => entryLines(key, one));
}

function itemLines(item: unknown): readonly string[] {
  return yamlLines(item).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}

function entryLines(key: string, value: unknown): readonly string[] {
  const lines = yamlLines(value);
  const isOwnLine = typeof value !== 'object' || value === null || lines[0] === '[]' || lines[0] === '{}';
  return isOwnLine ? [`${yamlText(key)}: ${lines[0]}`] : [`${yamlText(key)}:`, ...lines.map((line) => `  ${line}`)];
}

function scalar(value: unknown): string {
  return typeof value === 'string' ? yamlText(value) : String(value);
}
