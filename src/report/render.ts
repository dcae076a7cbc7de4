import { createHash } from 'node:crypto';
import Handlebars from 'handlebars/runtime.js';
import { html } from '../text/escape.ts';

type Template = TemplateSpecification;

/** Renders HTML; `html` is the only way for values into it, `verbatim` is for style and script of the report itself. */
export function renderHtml(template: Template, model: object, partials: Readonly<Record<string, Template>>): string {
  const engine = Handlebars.create();
  engine.registerHelper('html', (value: unknown) => html(String(value)));
  engine.registerHelper('verbatim', (text: unknown) => String(text));
  for (const [name, partial] of Object.entries(partials)) engine.registerPartial(name, engine.template(partial));
  return engine.template(template)(model);
}

/** What a Content Security Policy calls a style or a script by. */
export function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
