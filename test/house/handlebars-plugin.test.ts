import Handlebars from 'handlebars/runtime.js';
import { createFixture } from 'fs-fixture';
import { describe, expect, it } from 'vitest';
import { compileTemplateModule, textModule } from '../../scripts/handlebars-plugin.ts';

describe('a template that does not compile names file, line and column', () => {
  it.each([
    ['a block closed by another name', 'a\nb {{#if x}}\n c {{/each}}', '2:6'],
    ['a tag left open', 'a\n  {{', '2:5'],
    ['a string left open', 'a\nb {{foo "}}', '2:9'],
    ['a block left open', 'x\n {{#if y}}z', '2:12'],
    ['a close without an open, after blank lines', 'q\n\n   {{/if}}', '3:4'],
    ['deep in a long file', `${'a\n'.repeat(40)}   and then {{foo.[a}} more\n and on`, '41:19'],
    ['a carriage return', 'a\nbbb\r\n', '2:4'],
  ])('%s', (_, source, place) => {
    expect(() => compileTemplateModule(source, 'templates/x.hbs')).toThrow(`templates/x.hbs:${place}: `);
  });
});

describe('a template that compiles', () => {
  it('keeps what is given, unescaped, and fails on a name that is missing', async () => {
    const render = await load('{{title}}\n{{#each lines}}\n  {{name}}\n{{/each}}\n');
    expect(render({ title: `<'"&`, lines: [{ name: '{{x}}' }] })).toBe(`<'"&\n  {{x}}\n`);
    expect(() => render({ title: 't', lines: [{}] })).toThrow('"name" not defined');
  });
});

describe('a text that is part of the bundle', () => {
  it('is a module with the text as it is, and has LF line ends', async () => {
    const text = 'a { content: "`${x}\\u{1}" }\n';
    await using fixture = await createFixture({ 'x.mjs': textModule(text, 'templates/x.css') });
    const module = (await import(/* @vite-ignore */ fixture.getPath('x.mjs'))) as { default: string };
    expect(module.default).toBe(text);
    expect(() => textModule('a\r\n', 'templates/x.css')).toThrow('templates/x.css:1:2: ');
  });
});

async function load(source: string): Promise<(context: object) => string> {
  await using fixture = await createFixture({ 'x.mjs': compileTemplateModule(source, 'templates/x.hbs') });
  const module = (await import(/* @vite-ignore */ fixture.getPath('x.mjs'))) as { default: TemplateSpecification };
  return Handlebars.template(module.default);
}

it('a helper that nobody registers is refused', () => {
  expect(() => compileTemplateModule('{{shout name}}\n', 'templates/x.hbs')).toThrow(/unknown helper shout/);
});
