import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { manifestText, readManifest } from '../../src/workspace/manifest.ts';
import { readTrace, traceText } from '../../src/workspace/trace.ts';
import { codeOf, oldFiles, stamp, write } from './workspaces.ts';

const hash = 'a'.repeat(64);
const other = 'b'.repeat(64);
const valid = { schema: 1, ...stamp, files: { 'main.bicep': { sha256: hash } } };

test('the text of a manifest is sorted, one line a file, and reads back', async () => {
  const files = new Map([
    ['b.md', hash],
    ['a.md', hash],
    ['__proto__', hash],
    ['B.md', hash],
  ]);
  const boxes = new Map([['b.md', 'x ']]);
  const leftAlone = new Map([
    ['b.md', other],
    ['c.md', other],
  ]);
  const text = manifestText({ ...stamp, files, boxes, leftAlone });
  expect(text).toBe(`{
  "schema": 1,
  "tool": {"name":"create-avm","version":"1.2.3"},
  "blueprint": {"name":"windows-vm","version":"1.0.0"},
  "files": {
    "B.md": {"sha256":"${hash}"},
    "__proto__": {"sha256":"${hash}"},
    "a.md": {"sha256":"${hash}"},
    "b.md": {"sha256":"${hash}","boxes":"x ","leftAlone":"${other}"},
    "c.md": {"leftAlone":"${other}"}
  }
}
`);
  await using fixture = await createFixture({ '.avm/manifest.json': text });
  expect(readManifest(fixture.path)).toEqual({ ...stamp, files, boxes, leftAlone });
});

test('no manifest is undefined, an empty one is read', async () => {
  await using fixture = await createFixture({
    'empty/.avm/manifest.json': manifestText({ ...stamp, files: new Map(), boxes: new Map(), leftAlone: new Map() }),
  });
  expect(readManifest(fixture.path)).toBeUndefined();
  expect(readManifest(fixture.getPath('nowhere'))).toBeUndefined();
  expect(readManifest(fixture.getPath('empty'))?.files.size).toBe(0);
});

test.each([
  ['nothing', ''],
  ['half of it', JSON.stringify(valid).slice(0, 50)],
  ['a list', '[]'],
  ['null', 'null'],
  ['a merge conflict', `<<<<<<< HEAD\n${JSON.stringify(valid)}`],
  ['an unknown key', JSON.stringify({ ...valid, more: 1 })],
  ['no schema', JSON.stringify({ ...valid, schema: undefined })],
  ['a schema that is a text', JSON.stringify({ ...valid, schema: '1' })],
  ['no tool', JSON.stringify({ ...valid, tool: undefined })],
  ['a version that is a number', JSON.stringify({ ...valid, tool: { name: 'create-avm', version: 1 } })],
  ['a path out of the workspace', JSON.stringify({ ...valid, files: { '../x': { sha256: hash } } })],
  ['a path into .git', JSON.stringify({ ...valid, files: { '.git/config': { sha256: hash } } })],
  ['a hash that is none', JSON.stringify({ ...valid, files: { x: { sha256: 'abc' } } })],
  ['a file without a hash', JSON.stringify({ ...valid, files: { x: {} } })],
  ['what was left alone, with a hash that is none', JSON.stringify({ ...valid, files: { x: { leftAlone: 1 } } })],
  ['megabytes', ' '.repeat(17_000_000)],
])('a manifest that is %s is refused', async (_, text) => {
  await using fixture = await createFixture({ '.avm/manifest.json': text });
  expect(codeOf(() => readManifest(fixture.path))).toBe('manifest-broken');
});

test('a manifest of a later version says to update', async () => {
  await using fixture = await createFixture({ '.avm/manifest.json': JSON.stringify({ schema: 2, anything: true }) });
  expect(codeOf(() => readManifest(fixture.path))).toBe('manifest-newer');
});

test('the trace has each reason once, joins neighbours and reads back', async () => {
  const one = { ids: ['SEC-001', 'FR-002'], component: 'bastion', answers: ['spec.network'] };
  const files = [
    {
      path: 'a.md',
      text: '',
      trace: [
        { from: 1, to: 2, reason: one },
        { from: 3, to: 3, reason: { ...one } },
        { from: 4, to: 9, reason: { ids: [] } },
      ],
    },
    { path: 'b.md', text: '', trace: [] },
  ];
  const text = traceText(files);
  expect(text).toBe(`{
  "schema": 1,
  "reasons": [
    {"ids":["SEC-001","FR-002"],"component":"bastion","answers":["spec.network"]},
    {"ids":[]}
  ],
  "files": {
    "a.md": [
      [1,3,0],
      [4,9,1]
    ]
  }
}
`);
  await using fixture = await createFixture({ '.avm/trace.json': text });
  expect(readTrace(fixture.path)).toEqual(
    new Map([
      [
        'a.md',
        [
          { from: 1, to: 3, reason: one },
          { from: 4, to: 9, reason: { ids: [] } },
        ],
      ],
    ]),
  );
});

test('the trace of a workspace that was written is there', async () => {
  await using fixture = await createFixture();
  write(fixture.path, oldFiles);
  expect(readTrace(fixture.path)?.get('main.bicep')).toEqual([{ from: 1, to: 1, reason: { ids: ['SEC-001'] } }]);
});

test.each([
  '{}',
  '{"schema":1,"reasons":[],"files":{"a":[[1,2,0]]}}',
  '{"schema":1,"reasons":[{"ids":[]}],"files":{"a":[[2,1,0]]}}',
  '{"schema":1,"reasons":[{"ids":[1]}],"files":{}}',
])('the trace %s is refused', async (text) => {
  await using fixture = await createFixture({ '.avm/trace.json': text });
  expect(codeOf(() => readTrace(fixture.path))).toBe('trace-broken');
});
