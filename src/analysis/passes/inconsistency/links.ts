import type { Sources } from '../../analysis.ts';
import type { Documents } from '../../documents.ts';
import { anchorsOf, linksOf, titlesOf } from '../../read/markdown.ts';
import { teller, type PassResult } from '../../tell.ts';

const tell = teller('inconsistency');

/** Links to files and headings that are not there. */
export function links({ all }: Documents, { texts, exists }: Sources): readonly PassResult[] {
  const anchors = new Map<string, ReadonlySet<string>>();
  const anchorsAt = (path: string): ReadonlySet<string> | undefined => {
    const text = texts.get(path);
    if (text === undefined || anchors.has(path)) return anchors.get(path);
    const read = all.find((one) => one.path === path);
    const found = anchorsOf(read ? read.headings.map((one) => one.text) : titlesOf(text));
    anchors.set(path, found);
    return found;
  };
  return all.flatMap((document) =>
    linksOf(document).flatMap(({ target, line }) => {
      if (target.includes(':') && /^[A-Za-z][\w+.-]*:/.test(target)) return [];
      const [relative = '', anchor] = target.split('#');
      const path = relative === '' ? document.path : resolved(document.path, relative);
      const at = { file: document.path, line, subject: target };
      if (path === undefined || !(texts.has(path) || exists(path))) return [tell('MEDIUM', 'dead-link', at)];
      const headings = anchor === undefined ? undefined : anchorsAt(path);
      return headings && anchor !== undefined && !headings.has(anchor) ? [tell('MEDIUM', 'dead-link', at)] : [];
    }),
  );
}

/** A path inside the workspace; nothing where it leads out of it. */
function resolved(from: string, relative: string): string | undefined {
  const parts = from.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
