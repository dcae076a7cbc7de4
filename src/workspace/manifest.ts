import { WorkspaceError } from './errors.ts';
import { Unexpected, digest, fields, readJson, record, string } from './json.ts';
import { own, pathProblem, pathsInside } from './paths.ts';

export interface Versioned {
  readonly name: string;
  readonly version: string;
}

/** What the tool wrote last: from which version of what, and the hash of each text. Files a person owns are not in it. */
export interface Manifest {
  readonly tool: Versioned;
  readonly blueprint: Versioned;
  /** SHA-256 of the text with LF line ends, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** States of the boxes that were written, of files in which people tick them, by path. */
  readonly boxes: ReadonlyMap<string, string>;
  /**
   * Files of a person's where the tool would write its own: SHA-256 of the generated text that stood back when the person
   * was told, by path. `files` has what was written there last, which is what the person edited.
   */
  readonly leftAlone: ReadonlyMap<string, string>;
}

/** The manifest of a workspace; undefined where there is none. Throws `manifest-broken` or `manifest-newer`. */
export function readManifest(root: string): Manifest | undefined {
  try {
    const value = readJson(pathsInside(root)(own.manifest), own.manifest);
    return value === undefined ? undefined : parseManifest(value);
  } catch (error) {
    if (!(error instanceof Unexpected)) throw error;
    throw new WorkspaceError('manifest-broken', own.manifest, { detail: error.message, cause: error });
  }
}

function parseManifest(value: unknown): Manifest {
  const schema = record(value, 'the manifest').get('schema');
  if (typeof schema === 'number' && schema > 1) throw new WorkspaceError('manifest-newer', own.manifest);
  if (schema !== 1) throw new Unexpected('schema is not 1');
  const [, tool, blueprint, files] = fields(value, 'the manifest', ['schema', 'tool', 'blueprint', 'files']);
  const parsed = new Map<string, string>();
  const boxes = new Map<string, string>();
  const leftAlone = new Map<string, string>();
  for (const [path, file] of record(files, 'files')) {
    const problem = pathProblem(path);
    if (problem !== undefined) throw new Unexpected(`the path ${JSON.stringify(path)} is not allowed: ${problem}`);
    const [hash, states, stoodBack] = fields(file, path, ['sha256?', 'boxes?', 'leftAlone?']);
    if (stoodBack !== undefined) leftAlone.set(path, digest(stoodBack, `leftAlone of ${path}`));
    if (hash !== undefined || stoodBack === undefined) parsed.set(path, digest(hash, `sha256 of ${path}`));
    if (states !== undefined) boxes.set(path, string(states, `boxes of ${path}`));
  }
  return {
    tool: parseVersioned(tool, 'tool'),
    blueprint: parseVersioned(blueprint, 'blueprint'),
    files: parsed,
    boxes,
    leftAlone,
  };
}

function parseVersioned(value: unknown, key: string): Versioned {
  const [name, version] = fields(value, key, ['name', 'version']);
  return { name: string(name, `${key}.name`), version: string(version, `${key}.version`) };
}

/** The text of the manifest: one line a file, sorted, so that merges in version control stay small. */
export function manifestText(manifest: Manifest): string {
  const versioned = ({ name, version }: Versioned): string => JSON.stringify({ name, version });
  const paths = [...new Set([...manifest.files.keys(), ...manifest.leftAlone.keys()])].toSorted();
  const files = paths.map((path) => {
    const sha256 = manifest.files.get(path);
    const file = { sha256, boxes: manifest.boxes.get(path), leftAlone: manifest.leftAlone.get(path) };
    return `    ${JSON.stringify(path)}: ${JSON.stringify(file)}`;
  });
  return [
    '{',
    '  "schema": 1,',
    `  "tool": ${versioned(manifest.tool)},`,
    `  "blueprint": ${versioned(manifest.blueprint)},`,
    '  "files": {',
    ...(files.length > 0 ? [files.join(',\n')] : []),
    '  }',
    '}',
    '',
  ].join('\n');
}
