import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'oxfmt';

/** Text as oxfmt leaves it, by the settings of the checkout. */
export async function formatted(root: string, path: string, text: string): Promise<string> {
  const { printWidth, singleQuote } = JSON.parse(readFileSync(join(root, '.oxfmtrc.json'), 'utf8')) as {
    readonly printWidth: number;
    readonly singleQuote: boolean;
  };
  const { code, errors } = await format(path, text, { printWidth, singleQuote });
  if (errors.length > 0) throw new Error(`${path}: ${errors.map((one) => one.message).join('; ')}`);
  return code;
}
