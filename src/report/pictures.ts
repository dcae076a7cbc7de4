import type { FileSet } from '../files/file-set.ts';

/** Drawings of the file set. As images they run no script and ask for nothing, whatever is in them. */
export function pictures(files: FileSet) {
  return files
    .filter(({ path }) => /^docs\/architecture[^/]*\.svg$/.test(path))
    .map(({ path, text }) => ({ path, source: `data:image/svg+xml,${encodeURIComponent(wellFormed(text))}` }));
}

/** Half a surrogate pair cannot be encoded. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
