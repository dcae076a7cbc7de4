import type { FileSet } from '../files/file-set.ts';

/** Levels of detail after the overview are folded. */
const isFurther = (path: string): boolean => path.startsWith('docs/architecture-');

/** Diagrams of the file set, overviews first. As images, they run no script and load nothing, whatever they contain. */
export function pictures(files: FileSet) {
  const drawn = files.filter(({ path }) => /^docs\/architecture.*\.svg$/.test(path));
  return [...drawn.filter(({ path }) => !isFurther(path)), ...drawn.filter(({ path }) => isFurther(path))].map(
    ({ path, text }) => ({
      path,
      isFurther: isFurther(path),
      source: `data:image/svg+xml,${encodeURIComponent(wellFormed(text))}`,
    }),
  );
}

/** Half a surrogate pair cannot be encoded. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
