import Handlebars from 'handlebars/runtime.js';

import { commentText } from '../bicep/escape.ts';
import { markLines, Printer } from '../bicep/print.ts';
import { printImport, printType } from '../bicep/print-type.ts';
import type { BicepType } from '../bicep/type.ts';
import type { Reason, Value } from '../bicep/value.ts';
import type { PlanResource } from '../plan/plan.ts';
import { yamlLines } from '../text/yaml.ts';
import { codeSpan, json, markdown, mermaidLabel, shell, xmlText } from '../text/escape.ts';
import { Markdown } from '../text/markdown.ts';
import type { GeneratedFile } from './file-set.ts';
import { Tracer } from './trace.ts';

/** Renders one file: the template has the text, the helpers are the only way for values into it. */
export function renderFile(
  path: string,
  template: TemplateSpecification,
  model: object,
  reason: Reason,
  partials: Readonly<Record<string, TemplateSpecification>> = {},
): GeneratedFile {
  const tracer = new Tracer();
  const engine = Handlebars.create();
  for (const [name, helper] of Object.entries(helpers(tracer))) engine.registerHelper(name, helper);
  for (const [name, partial] of Object.entries(partials)) engine.registerPartial(name, engine.template(partial));
  const rendered = engine.template(template)(model);
  return { path, ...tracer.assemble(rendered, reason) };
}

function helpers(tracer: Tracer): Readonly<Record<string, Handlebars.HelperDelegate>> {
  const printer = new Printer(tracer.marker);
  return {
    because(this: unknown, reason: Reason, options: Handlebars.HelperOptions) {
      return marked(options.fn(this), tracer.marker(reason));
    },
    /** What holds of this workspace only, with the reason it has; nothing where it does not hold. */
    given(fact: { readonly reason: Reason } | null, options: Handlebars.HelperOptions) {
      return fact === null ? '' : marked(options.fn(fact), tracer.marker(fact.reason));
    },
    bicep: (value: Value) => printer.value(value),
    bicepAfter: (before: string, value: Value) => {
      const last = before.slice(before.lastIndexOf('\n') + 1);
      return before + printer.value(value, 0, last.length);
    },
    importLine: (names: readonly string[], path: string) => printImport(names, path),
    concat: (...parts: unknown[]) => parts.slice(0, -1).join(''),
    bicepType: (type: BicepType, name: string) => printType(type, name.length + 7),
    statement: (resource: Statement) => statement(resource, printer),
    remark: (text: unknown) => commentText(String(text)),
    idList: (reason: Reason) => (reason.ids.length === 0 ? '' : ` (${reason.ids.join(', ')})`),
    md: (text: unknown) => (text instanceof Markdown ? String(text) : markdown(String(text))),
    code: (text: unknown) => codeSpan(String(text)),
    sh: (text: unknown) => shell(String(text)),
    mermaid: (text: unknown) => mermaidLabel(String(text)),
    xml: (text: unknown) => xmlText(String(text)),
    yaml: (value: unknown, indent: number) =>
      yamlLines(value)
        .map((line) => ' '.repeat(indent) + line)
        .join('\n'),
    json: (value: unknown, indent: unknown) => json(value, typeof indent === 'number' ? indent : undefined),
  };
}

function marked(text: string, mark: string): string {
  const ended = text.endsWith('\n');
  return markLines(ended ? text.slice(0, -1) : text, mark) + (ended ? '\n' : '');
}

/** What `statement` prints: the right side of a resource or module declaration. */
interface Statement {
  readonly body: Value;
  readonly condition?: PlanResource['condition'];
  readonly loop?: PlanResource['loop'];
}

function statement({ body, condition, loop }: Statement, printer: Printer): string {
  const guard = condition === undefined ? '' : `if (${printer.flat(condition) ?? ''}) `;
  if (!loop) return guard + printer.value(body);
  return `[\n  ${printer.loopHead(loop)}: ${guard}${printer.value(body, 2)}\n]`;
}
