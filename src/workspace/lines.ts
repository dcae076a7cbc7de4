/**
 * The text of a file in which each line counts by itself, with those lines of a generated text that it lacks. They come
 * first, so that where both say something of one file, the person's later line decides. Comments count for nothing.
 */
export function withLines(theirs: string, generated: string): string {
  const [, mark = '', rest = ''] = /^(\uFEFF?)([^]*)$/.exec(theirs) ?? [];
  const has = new Set(rest.split('\n').map((line) => line.replace(/\r$/, '')));
  const lines = generated.split('\n').slice(0, -1);
  const missing = lines.filter((line) => line !== '' && !has.has(line));
  if (missing.every((line) => line.startsWith('#'))) return theirs;
  const isWhole = missing.length === lines.filter((line) => line !== '').length;
  const added = [...(isWhole ? lines : missing), ...(rest === '' ? [] : [''])];
  const end = rest.includes('\r\n') ? '\r\n' : '\n';
  return mark + added.map((line) => line + end).join('') + rest;
}
