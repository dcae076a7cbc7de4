import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every source file that is shipped, by its path. */
export const sources: ReadonlyMap<string, string> = new Map(
  ['src', 'avm-catalog', 'generators']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (path) => `${folder}/${path.replaceAll('\\', '/')}`,
      ),
    )
    .filter((path) => path.endsWith('.ts'))
    .toSorted()
    .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
);

/** `path:line: text` of every line that has the pattern. */
export function linesWith(pattern: RegExp, except: readonly string[] = []): readonly string[] {
  return [...sources].flatMap(([path, text]) =>
    except.includes(path)
      ? []
      : text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}
