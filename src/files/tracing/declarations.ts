import { variable } from '../../bicep/value.ts';
import type { Plan } from '../../plan/plan.ts';
import { references, type Definitions } from '../../plan/references.ts';
import { ownValue } from '../../bicep/own.ts';

/** What a line of Bicep is part of. */
export interface Declaration {
  readonly kind: 'param' | 'var' | 'module' | 'resource' | 'output';
  readonly name: string;
  /** 1-based, with the comment and the decorators before it. */
  readonly from: number;
  /** 1-based, inclusive. */
  readonly to: number;
}

const head = /^(param|var|module|resource|output) ([A-Za-z_]\w*)/;

/** The declarations of a Bicep file as it is generated: a blank line stands between two of them, and in none. */
export function declarationsIn(text: string): readonly Declaration[] {
  const found: Declaration[] = [];
  let from = 1;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (line === '') from = index + 2;
    const [, kind, name] = head.exec(line) ?? [];
    if (kind === undefined || name === undefined) continue;
    const to = lines.indexOf('', index);
    found.push({ kind: kind as Declaration['kind'], name, from, to: to === -1 ? lines.length : to });
  }
  return found;
}

/** Names of the parameters that lines of Bicep use, directly or through variables. */
export function parametersUsed(lines: readonly string[], plan: Plan): readonly string[] {
  const definitions = definitionsOf(plan);
  const parameters = new Set(plan.parameters.map((one) => one.name));
  const variables = new Set(plan.variables.map((one) => one.name));
  const used = lines.flatMap((line) =>
    [...codeOf(line).matchAll(/(?<![.\w])([A-Za-z_]\w*)(?:\.(\w+))?(?![\w:])/g)].flatMap(([, name = '', key]) => {
      if (parameters.has(name)) return [name];
      if (!variables.has(name)) return [];
      return [...references(key === undefined ? variable(name) : variable(name, key), definitions).params];
    }),
  );
  return [...new Set(used)].filter((name) => parameters.has(name));
}

function definitionsOf(plan: Plan): Definitions {
  const value = (name: string) => plan.variables.find((one) => one.name === name)?.value;
  const entry = (name: string, key: string) =>
    ownValue(value(name) as Readonly<Record<string, never>> | undefined, key);
  return { variable: value, name: (key) => entry('names', key), id: (key) => entry('ids', key) };
}

/** A line without its comment and without the text of its strings; what is interpolated into them stays. */
function codeOf(line: string): string {
  let code = '';
  // Braces open in each stretch of code; the text of a string is between two of them.
  const open: number[] = [0];
  let inText = false;
  for (let at = 0; at < line.length; at += 1) {
    const here = line.slice(at, at + 2);
    const one = here.charAt(0);
    if (inText) {
      if (one === '\\') at += 1;
      else if (one === "'") inText = false;
      else if (here === '${') {
        open.push(0);
        inText = false;
        code += ' ';
        at += 1;
      }
      continue;
    }
    const depth = open.at(-1) ?? 0;
    if (here === '//') break;
    if (one === '}' && depth === 0 && open.length > 1) {
      open.pop();
      inText = true;
    } else if (one === "'") inText = true;
    else {
      if (one === '{') open[open.length - 1] = depth + 1;
      if (one === '}') open[open.length - 1] = depth - 1;
      code += one;
    }
  }
  return code;
}
