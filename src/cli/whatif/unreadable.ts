import type { Unreadable } from '../../whatif/parse.ts';
import { plain } from '../../findings/characters.ts';
import { Failure } from '../shared/failure.ts';

const print = 'az deployment group what-if … --no-pretty-print > FILE';

/** What is wrong with a what-if result, in one message. */
export function unreadableFailure(found: Unreadable, where: string): Failure {
  return new Failure({ where, ...told(found, where) });
}

function told(
  found: Unreadable,
  where: string,
): { readonly code: string; readonly what: string; readonly remedy: string } {
  switch (found.why) {
    case 'empty':
      return {
        code: 'what-if-empty',
        what: `'${where}' is empty: the what-if printed no result.`,
        remedy: `Look for an error that it printed, and run it again: ${print}`,
      };
    case 'printed':
      return {
        code: 'what-if-not-json',
        what: `'${where}' has the result as text for people.`,
        remedy: `Print it as JSON: ${print}`,
      };
    case 'cut-off':
      return {
        code: 'what-if-cut-off',
        what: `'${where}' ends in the middle of the result.`,
        remedy: `Write it again, and wait until it is complete: ${print}`,
      };
    case 'not-json':
      return {
        code: 'what-if-not-json',
        what: `'${where}' is not JSON${found.at === 0 ? '' : ` from character ${found.at}`}.`,
        remedy: `Write standard output alone to the file, without messages: ${print}`,
      };
    case 'azure-error':
      return {
        code: 'what-if-azure-error',
        what: `'${where}' has an error of Azure instead of a result: ${shortened([found.code, found.message].filter(Boolean).join(': '))}`,
        remedy: 'Fix the error, and run the what-if again.',
      };
    case 'shape':
      return {
        code: 'what-if-shape',
        what: `'${where}' is not a what-if result that this version knows${found.at === '' ? '' : `, at ${plain(found.at)}`}: ${plain(found.problem)}.`,
        remedy: `Use the result of az deployment … what-if or az stack-whatif … with --no-pretty-print. If it is one, update avm.`,
      };
    case 'too-deep':
      return {
        code: 'what-if-shape',
        what: `'${where}' is nested more than ${found.most} levels deep, which no result of Azure is.`,
        remedy: `Write the result again: ${print}`,
      };
  }
}

/** The first line, so that one message stays one. */
function shortened(text: string): string {
  const [line = ''] = text.split('\n').filter((one) => one.trim() !== '');
  const short = line.length > 300 ? `${line.slice(0, 300)}…` : line;
  return /[.!?…]$/.test(short) ? short : `${short}.`;
}
