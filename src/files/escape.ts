/** Characters that would not be seen as they are: controls, separators, bidirectional and zero-width marks. */
const unseen = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g;

/** Text inside a Markdown paragraph, list or table cell: nothing in it is markup, and it stays on its line. */
export function markdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(unseen, '')
    .replace(/[\\`*_{}[\]<>()#+!|~$&:-]/g, (found) => (found === '-' || found === ':' || found === '(' || found === ')' || found === '+' || found === '#' || found === '!' ? escapeIfMarkup(found) : `\\${found}`))
    .replace(/^(\s*)(\d+)([.)])/, '$1$2\\$3');
}

function escapeIfMarkup(found: string): string {
  return found === '(' || found === ')' || found === ':' ? found : `\\${found}`;
}

/** Text inside backticks: a code span whose fence is longer than any run of backticks in it. */
export function codeSpan(text: string): string {
  const plain = text.replace(/\s+/g, ' ').replace(unseen, '');
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const padding = plain.startsWith('`') || plain.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${plain.replaceAll('|', '\\|')}${padding}${fence}`;
}

/** A word of a POSIX shell. */
export function shell(text: string): string {
  return /^[A-Za-z0-9_./:@%+=,-]+$/.test(text) ? text : `'${text.replace(unseen, '').replaceAll("'", `'\\''`)}'`;
}
