import { toolPath } from './tools.ts';

/** A Chromium; null where there is none. */
export function chromiumPath(): string | null {
  return toolPath('chromium');
}
