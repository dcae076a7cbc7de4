/** An element of a page, as far as tests ask. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const empty = new Set(['meta', 'link', 'input', 'img', 'br']);

/** Every element of a page, in order. Throws where one is not closed, or is closed out of order. */
export function tagsOf(page: string): readonly Tag[] {
  const body = page
    .replace(/<!--.*?-->/gs, '')
    .replace(/<!doctype html>/, '')
    .replace(/(<(style|script)>).*?(?=<\/\2>)/gs, '$1');
  const open: string[] = [];
  const tags: Tag[] = [];
  for (const [whole, slash, name = '', rest = ''] of body.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<]*")?)*)\s*>/g,
  )) {
    if (slash) {
      const last = open.pop();
      if (last !== name) throw new Error(`${whole} closes ${last ?? 'nothing'}`);
      continue;
    }
    const attributes = [...rest.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)].map(
      ([, key = '', value = '']) => [key, value] as const,
    );
    tags.push({ name, attributes: Object.fromEntries(attributes) });
    if (!empty.has(name)) open.push(name);
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(', ')}`);
  const left = body.replaceAll(/<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<]*")?)*)\s*>/g, '');
  if (/[<>]/.test(left)) throw new Error(`not markup, and not escaped: ${/.{0,40}[<>].{0,40}/.exec(left)?.[0] ?? ''}`);
  return tags;
}

/** What a page says, without its markup, its style and its script. */
export function textOf(page: string): string {
  return page
    .replace(/<(style|script)>.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

/** The text from one heading to the next section. */
export function section(page: string, id: string): string {
  const start = page.indexOf(`<section id="${id}"`);
  if (start < 0) throw new Error(`no section ${id}`);
  return page.slice(start, page.indexOf('</section>', start));
}
