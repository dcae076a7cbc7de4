import { describe, expect, it } from 'vitest';
import { Estate } from '../../avm-catalog/constitution/estate.ts';
import { noSecrets } from '../../avm-catalog/constitution/rules/secret-checks.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { writeAnswers } from '../../src/answers/write.ts';
import { describe as described } from '../../src/findings/describe.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { findingsOf } from '../plan/support.ts';

const command = 'setup.exe --token abcdef0123456789';
const head =
  'version: 1\nblueprint: windows-vm@1.0.0\nworkload: {name: app, description: An app}\nenvironments: {dev: {}}\n';
const text = `${head}spec: {application: {installCommand: "${command}"}}\n`;
const declared = `${text}notSecrets: {spec.application.installCommand: The token is the public name of a channel}\n`;
const codes = (yaml: string): readonly string[] => {
  const parsed = parseAnswers(yaml);
  return 'findings' in parsed
    ? parsed.findings.map(({ code, where }) => `${code} ${where.answer ?? ''}:${where.line}`)
    : [];
};

describe('what is declared to be no secret', () => {
  it('is taken, with its reason, where it stands and nowhere else', () => {
    expect(codes(text)).toEqual(['secret-refused spec.application.installCommand:5']);
    expect(codes(declared)).toEqual([]);
    expect(codes(declared.replace('spec.application.', 'spec.other.'))).toEqual([
      'secret-refused spec.application.installCommand:5',
    ]);
    expect(codes(`${declared}tags: {note: "${command}"}\n`)).toEqual(['secret-refused tags.note:7']);
    expect(codes(declared.replace(/The token.*channel/, 'x'))).toEqual([
      'answer-invalid notSecrets.spec.application.installCommand:6',
    ]);
  });

  it('is written and read back', () => {
    const parsed = parseAnswers(declared);
    if (!('answers' in parsed)) throw new Error('refused');
    expect(parseAnswers(writeAnswers(parsed.answers))).toEqual(parsed);
  });

  it('is told at each run, and a path with nothing there is warned of', () => {
    const reason = 'The token is the public name of a channel';
    const spec = { application: { enabled: true, packageUri: 'https://example.com/a.zip', installCommand: command } };
    const found = findingsOf({ spec, notSecrets: { 'spec.application.installCommand': reason, 'tags.none': reason } });
    expect(found.filter(({ code }) => code.startsWith('secret-'))).toEqual([
      expect.objectContaining({
        code: 'secret-declared',
        severity: 'note',
        args: { path: 'spec.application.installCommand', reason },
      }),
      expect.objectContaining({ code: 'secret-declared-nowhere', severity: 'warning' }),
    ]);
  });

  it('counts for the predicted resources too, and no other text does', () => {
    const parsed = parseAnswers(declared);
    if (!('answers' in parsed)) throw new Error('refused');
    const { notSecrets } = resolve(parsed.answers).views[0] ?? {};
    const estate = (value: string): Estate =>
      new Estate([{ id: '/x', type: 'a/b', name: 'x', properties: { command: value } }]);
    expect(noSecrets(estate(command), notSecrets)).toEqual([]);
    expect(noSecrets(estate(command))).toHaveLength(1);
    expect(noSecrets(estate(`${command} --password Sommer2026`), notSecrets)).toHaveLength(1);
  });
});

it.each([
  ['above', `# DB_PASSWORD=Sommer2026\n${head}`, 1],
  ['behind a value', head.replace('An app}', 'An app} # https://app:Sommer2026@example.com'), 3],
  [
    'in a list',
    `${head}spec:\n  alerts:\n    emails:\n      # the token is ghp_${'a1'.repeat(18)}\n      - a@example.com\n`,
    8,
  ],
  ['at the end', `${head}# DB_PASSWORD=Sommer2026`, 5],
])('a comment %s holds no secret either', (_, yaml, line) => {
  expect(codes(yaml)).toEqual([`secret-refused :${line}`]);
  expect(codes(yaml.replace(/DB_PASSWORD.*|https:.*|the token.*/, 'fine'))).toEqual([]);
});

it.each([
  ['a comment', `# DB_PASSWORD=Sommer2026\n${head}`, 'reword the comment.'],
  [
    'a key that avm.yaml does not have',
    `${head}spec: {virtualMachine: {adminPassword: x}}\n`,
    'rename or remove the key.',
  ],
  ['a value', text, 'add its path and the reason to notSecrets in avm.yaml.'],
])('the remedy for %s that is no secret can be followed', (_, yaml, remedy) => {
  const parsed = parseAnswers(yaml);
  const [found] = 'findings' in parsed ? parsed.findings : [];
  expect(found && described(found).remedy.split(' If it is not a secret, ')[1]).toBe(remedy);
});

it('a comment holds nothing unseen', () => {
  expect(codes(`${head}# a\u202eb\n`)).toEqual(['text-unseen :5']);
});
