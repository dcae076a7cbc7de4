import * as z from 'zod';
import manifest from '../../package.json' with { type: 'json' };

/** Spec Kit takes a version only as a string: YAML reads `1.0` without quotes as a number. */
const own = z.literal(manifest.version);
const id = z.literal('avm');
const words = z.string().min(1).max(200);
const requires = z.object({ speckit_version: z.string().regex(/^>=\d+\.\d+\.\d+$/) });
const about = { id, name: words, version: own, description: words, author: words, license: z.literal('MIT') };
const inside = z.string().regex(/^(?![./~])(?!.*\.\.)[\w./-]+$/);
const tags = z
  .array(z.string().regex(/^[a-z]+$/))
  .min(2)
  .max(5);
const ownCommand = z.string().regex(/^speckit\.avm\.[a-z]+$/);

export const extension = z.strictObject({
  schema_version: z.literal('1.0'),
  extension: z.strictObject({ ...about, category: words, effect: z.enum(['read-only', 'read-write']) }),
  requires: requires.extend({
    tools: z.array(
      z.strictObject({
        name: z.literal(manifest.name),
        version: z.literal(`>=${manifest.version}`),
        required: z.literal(true),
      }),
    ),
  }),
  provides: z.strictObject({
    commands: z.array(z.strictObject({ name: ownCommand, file: inside, description: words })).min(1),
  }),
  hooks: z.record(
    z.string().regex(/^(before|after)_(specify|clarify|plan|checklist|tasks|analyze|implement|converge|constitution)$/),
    z.strictObject({ command: ownCommand, optional: z.boolean(), description: words }),
  ),
  events: z.strictObject({ stop: z.strictObject({ command: ownCommand, timeout: z.int().positive() }) }),
  tags,
});

const provided = { file: inside, description: words };
export const preset = z.strictObject({
  schema_version: z.literal('1.0'),
  preset: z.strictObject(about),
  requires,
  provides: z.strictObject({
    templates: z
      .array(
        z.discriminatedUnion('type', [
          z.strictObject({
            ...provided,
            type: z.literal('command'),
            name: z.string().regex(/^speckit\.[a-z]+$/),
            strategy: z.enum(['replace', 'prepend', 'append', 'wrap']),
          }),
          z.strictObject({
            ...provided,
            type: z.literal('template'),
            name: z.enum([
              'spec-template',
              'plan-template',
              'tasks-template',
              'checklist-template',
              'constitution-template',
            ]),
            strategy: z.enum(['replace', 'prepend', 'append', 'wrap']),
          }),
        ]),
      )
      .min(1),
  }),
  tags,
});

const shell = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  type: z.literal('shell'),
  run: words,
  output_format: z.literal('json').optional(),
  timeout: z.int().positive().optional(),
});
const choice = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  type: z.literal('if'),
  condition: z.string().regex(/^\{\{ inputs\.\w+ == '\w+' \}\}$/),
  then: z.array(shell).min(1),
  else: z.array(shell).min(1),
});
/** Inputs enter a shell as they are: each has a fixed list of values. */
export const workflow = z.strictObject({
  schema_version: z.literal('1.0'),
  workflow: z.strictObject({ id, name: words, version: own, author: words, description: words }),
  requires,
  inputs: z.record(
    z.string(),
    z.strictObject({
      type: z.literal('string'),
      default: z.string().regex(/^[a-z]+$/),
      enum: z.array(z.string().regex(/^[a-z]+$/)).min(2),
      prompt: words,
    }),
  ),
  steps: z.array(z.union([shell, choice])).min(1),
});
