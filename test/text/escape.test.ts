import { execFileSync } from 'node:child_process';
import { DOMParser, onWarningStopParsing } from '@xmldom/xmldom';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeSpan, html, markdown, mermaidLabel, shell, xmlText } from '../../src/text/escape.ts';

const marks = fc.constantFrom(...'\\`*_{}[]()<>#+-=!|~$&:;"\'/ \n\r\t\u202e\u200b\u0000.1a');
const hostile = fc.string({
  unit: fc.oneof(marks, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })),
  maxLength: 40,
});
const unseen = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/;
const seen = (text: string): string => text.replace(new RegExp(unseen.source, 'g'), '');

/** As CommonMark does: a backslash before punctuation is taken away. */
const read = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

describe('markdown', () => {
  it.each([
    'non-production: the first (of three) stages, 10.20.0.0/22',
    "It's a legacy line-of-business application!",
    'snake_case and C:\\Windows and 3 < 4 & 5 > 4',
    '1.0 is the version',
    'issue #12, a+b, x=y',
    'https://example.com/a?b=c',
    '{type}-{workload}',
  ])('leaves plain words as they are: %s', (text) => {
    expect(markdown(text)).toBe(text);
  });

  it.each([
    ['*bold* and _it_', '\\*bold\\* and \\_it\\_'],
    ['`code`', '\\`code\\`'],
    ['[a](javascript:x)', '\\[a\\](javascript:x)'],
    ['<script>x</script>', '\\<script>x\\</script>'],
    ['<!-- x', '\\<!-- x'],
    ['a | b', 'a \\| b'],
    ['# heading', '\\# heading'],
    ['> quote', '\\> quote'],
    ['---', '\\---'],
    ['- item', '\\- item'],
    ['+ item', '\\+ item'],
    ['===', '\\==='],
    [':---', '\\:---'],
    ['1. item', '1\\. item'],
    ['12) item', '12\\) item'],
    ['~~~', '\\~\\~\\~'],
    ['&lt;b&gt;', '\\&lt;b\\&gt;'],
    ['$x$', '\\$x\\$'],
    ['a\\', 'a\\\\'],
    ['a\\*b', 'a\\\\\\*b'],
    ['title ##', 'title \\##'],
    ['a\n\n# b\r\n', 'a # b'],
    ['a\u202eb\u200bc', 'abc'],
  ])('takes markup out of %j', (text, expected) => {
    expect(markdown(text)).toBe(expected);
  });

  it('is on one line of seen characters, none of them markup', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = markdown(text);
        expect(escaped).not.toMatch(unseen);
        expect(escaped).not.toMatch(/(?<=^|[^\\])(\\\\)*[`*[\]~|$]/);
        expect(escaped).not.toMatch(/(?<=^|[^\\])(\\\\)*<[A-Za-z/!?]/);
        expect(escaped).not.toMatch(/^(#{1,6}( |$)|>|[-+]( |$)|\d{1,9}[.)]( |$)|=+$|-{2,}|:-)/);
      }),
    );
  });

  it('reads as the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(read(markdown(text))).toBe(seen(text.replace(/\s+/g, ' ')).trim());
      }),
    );
  });
});

describe('codeSpan', () => {
  it.each([
    ['a b', '`a b`'],
    ['a`b', '``a`b``'],
    ['`a', '`` `a ``'],
    ['a\nb', '`a b`'],
    ['', ''],
    ['a|b', '<code>a&#124;b</code>'],
    ['<i>|', '<code>&#60;i&#62;&#124;</code>'],
  ])('%j is %s', (text, expected) => {
    expect(codeSpan(text)).toBe(expected);
  });

  it('ends where it is meant to, and never divides a cell', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const code = codeSpan(text);
        expect(code).not.toMatch(unseen);
        expect(code).not.toContain('|');
        const isElement = code.startsWith('<code>');
        const fence = /^`*/.exec(code)?.[0].length;
        const runs = [...code.matchAll(/`+/g)].filter(([run]) => run.length === fence);
        expect(runs).toHaveLength(code === '' || isElement ? 0 : 2);
        expect(isElement ? code.slice(6, -7) : '').not.toMatch(/[<>`]/);
      }),
    );
  });
});

describe('mermaidLabel', () => {
  it('holds nothing that ends a label or is an entity of its own', () => {
    expect(mermaidLabel('vm-app 10.20.0.0/22 "x" #1; `y`]')).toBe(
      'vm-app 10.20.0.0/22 #34;x#34; #35;1#59; #96;y#96;#93;',
    );
    fc.assert(
      fc.property(hostile, (text) => {
        expect(mermaidLabel(text).replace(/#\d+;/g, '')).not.toMatch(/["`<>[\]{}|#;\n]/);
      }),
    );
  });
});

describe('shell', () => {
  it('leaves a plain word', () => {
    expect(shell('rg-app-dev-we-001')).toBe('rg-app-dev-we-001');
  });

  it('gives a shell one word: the text, but for what is not seen', () => {
    const texts = fc.sample(hostile, { numRuns: 300, seed: 7 });
    const script = texts.map((text) => `printf '%s\\0' ${shell(text)}`).join('\n');
    expect(script.split('\n')).toHaveLength(texts.length);
    const words = execFileSync('bash', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
    expect(words).toEqual(texts.map(seen));
  });
});

describe('html', () => {
  it.each([
    ['plain words, 10.20.0.0/22 – “quoted” 漢', 'plain words, 10.20.0.0/22 – “quoted” 漢'],
    ['<script>x</script>', '&lt;script&gt;x&lt;/script&gt;'],
    [`" onload='x`, '&quot; onload=&#39;x'],
    ['&lt;', '&amp;lt;'],
    ['two\nlines', 'two\nlines'],
    ['a\u202eb\u0000c\td', 'a\\u{202e}b\\u{0}c\\u{9}d'],
  ])('%j', (text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it('has nothing that a parser or a quote would end at, and nothing unseen', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const made = html(text);
        expect(made).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
        expect(made.replaceAll('\n', '')).not.toMatch(unseen);
      }),
    );
  });
});

describe('xmlText', () => {
  it.each([
    ['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
    ['"x" \'y\'', '&quot;x&quot; &apos;y&apos;'],
    ['</text><script>alert(1)</script>', '&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;'],
    [']]>', ']]&gt;'],
    ['a\u0000b\ud800c\uffffd\ufffee', 'abcde'],
  ])('%j is %s', (text, expected) => {
    expect(xmlText(text)).toBe(expected);
  });

  it('reads as the text, in an element and in an attribute', () => {
    const unit = fc.constantFrom(...'<>&"\'/]-!?;#x \u0000\u0085\ufffe\uffffé漢', '\ud800', '\udc00', '😀');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        const escaped = xmlText(text);
        const root = new DOMParser({ onError: onWarningStopParsing }).parseFromString(
          `<t a="${escaped}">${escaped}</t>`,
          'text/xml',
        ).documentElement;
        expect(root?.textContent).toBe(root?.getAttribute('a'));
        expect(root?.childNodes.length).toBeLessThan(2);
        expect(xmlText(root?.textContent ?? '')).toBe(escaped);
      }),
    );
  });
});
