import type { Envelope, ToldError, ToldFinding } from '../shared/envelope.ts';
import { exit } from '../shared/exit.ts';
import { dataSchemas } from './data-schemas.ts';
import { listOf, objectOf, orNull, text, texts } from './schema-parts.ts';

type Keys<T> = Readonly<Record<keyof T, object>>;

const error: Keys<ToldError> = {
  code: { ...text, description: 'What kind of error it is. It doesn’t change with the wording.' },
  message: text,
  remedy: { ...orNull(text), description: 'What to do about it, with a command to run where there is one.' },
  place: { ...orNull(text), description: 'The file, folder, or option that it is about.' },
  details: { ...texts, description: 'Several files, lines, or names that it is about.' },
};

const place = objectOf(
  {
    file: text,
    line: { type: 'integer', minimum: 1 },
    column: { type: 'integer', minimum: 1 },
    answer: { ...text, description: 'Path in avm.yaml.' },
    environment: text,
    resource: { ...text, description: 'Symbolic name in main.bicep, or the ID of a predicted resource.' },
  },
  ['file', 'line', 'column', 'answer', 'environment', 'resource'],
);

/** Findings of `avm analyze` also have an ID that doesn’t change, and the pass and severity of Spec Kit. */
const ofAnalysis = { id: text, pass: text, weight: text };
const finding: Keys<ToldFinding> = {
  code: text,
  severity: { enum: ['error', 'warning', 'note'] },
  where: place,
  ids: { ...texts, description: 'IDs of rules and requirements.' },
  args: { type: 'object' },
  message: text,
  remedy: text,
};

const result = ([command, schemas]: readonly [string, readonly object[]]): object => ({
  if: { properties: { command: { const: command }, data: { type: 'object' } }, required: ['command', 'data'] },
  then: { properties: { data: { anyOf: schemas } } },
});

const envelope: Keys<Envelope> = {
  schema: {
    const: 1,
    description: 'Version of this shape. It changes if a key is renamed or removed, or gets another meaning.',
  },
  tool: objectOf({ name: text, version: text }),
  command: { ...text, description: 'The command that ran, such as "avm env add".' },
  ok: { type: 'boolean', description: 'True with exit code 0.' },
  exitCode: { enum: Object.values(exit) },
  data: { ...orNull({ type: 'object' }), description: 'The result. It is null if an error ended the command.' },
  findings: {
    ...listOf(objectOf({ ...finding, ...ofAnalysis }, Object.keys(ofAnalysis))),
    description:
      'What was found in the settings, files, and resources, with the reason and the remedy of each finding.',
  },
  error: { ...orNull(objectOf({ ...error })), description: 'What ended the command without a result.' },
  next: { ...texts, description: 'Commands to run next, in this order.' },
};

/** The JSON Schema of what `--json` prints. */
export const envelopeSchema: object = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Output of avm and create-avm with --json',
  ...objectOf({ ...envelope }),
  allOf: [
    {
      if: { properties: { exitCode: { const: exit.clean } } },
      then: { properties: { ok: { const: true }, error: { type: 'null' } } },
      else: { properties: { ok: { const: false } } },
    },
    {
      if: { properties: { data: { type: 'null' } } },
      then: { properties: { error: { type: 'object' } } },
      else: { properties: { error: { type: 'null' } } },
    },
    ...Object.entries(dataSchemas).map(result),
  ],
};
