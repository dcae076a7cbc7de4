import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Need {
  /** Names of the program on PATH, the best first. */
  readonly names: readonly string[];
  /** Names it by its path, and decides alone. */
  readonly variable?: string;
  /** Where it is looked for after PATH. */
  readonly own?: string;
  readonly remedy: string;
}

const debian = 'scripts/install-debian-tools.sh installs it';
const needs = {
  bicep: {
    names: ['bicep'],
    variable: 'BICEP_PATH',
    own: fileURLToPath(new URL('../../.tools/bicep', import.meta.url)),
    remedy: 'scripts/get-bicep.sh gets it',
  },
  chromium: {
    names: ['chromium', 'chromium-browser', 'google-chrome'],
    variable: 'CHROMIUM_PATH',
    remedy: `${debian}, or CHROMIUM_PATH names it`,
  },
  'docker-registry': { names: ['docker-registry'], remedy: debian },
  shellcheck: { names: ['shellcheck'], remedy: debian },
  yamllint: { names: ['yamllint'], remedy: debian },
  faketime: { names: ['faketime'], remedy: debian },
  pwsh: {
    names: ['pwsh'],
    variable: 'PWSH_PATH',
    own: fileURLToPath(new URL('../../.tools/pwsh/pwsh', import.meta.url)),
    remedy: 'scripts/get-pwsh.sh gets it',
  },
  git: { names: ['git'], remedy: 'install it from your system' },
} satisfies Readonly<Record<string, Need>>;

export type Tool = keyof typeof needs;
export const tools = Object.keys(needs) as readonly Tool[];

const told = new Set<Tool>();

/** A program that tests start; null, with a warning, where there is none, and an error in CI: there nothing is skipped. */
export function toolPath(tool: Tool): string | null {
  const found = lookFor(tool);
  if (found !== null) return found;
  if (process.env['CI']) throw new Error(missingTool(tool));
  if (!told.has(tool)) console.warn(`SKIPPED: ${missingTool(tool)}`);
  told.add(tool);
  return null;
}

/** For `test.skipIf`: whether one of these is missing. */
export function isMissing(...wanted: readonly Tool[]): boolean {
  return wanted.map(toolPath).includes(null);
}

/** The same, said to a person. */
export function missingTool(tool: Tool): string {
  return `tests that need ${tool}, which is not here: ${needs[tool].remedy}`;
}

export function lookFor(tool: Tool): string | null {
  const { names, variable, own }: Need = needs[tool];
  const named = variable === undefined ? undefined : process.env[variable];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const places = named ? [named] : [...onPath, ...(own === undefined ? [] : [own])];
  return places.find((place) => existsSync(place)) ?? null;
}
