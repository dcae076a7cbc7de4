import { depths } from '../../checks/depth.ts';
import { listOf, objectOf, orNull, text, texts } from './schema-parts.ts';

const count = { type: 'integer', minimum: 0 } as const;
const any = {};
const list = { type: 'array' } as const;

const summary = objectOf({
  created: count,
  changed: count,
  removed: count,
  leftAlone: { ...count, description: 'Files that you edited, and that stay as they are.' },
  settings: count,
});
const change = objectOf(
  { path: text, kind: { enum: ['create', 'update', 'delete'] }, added: count, removed: count, diff: text },
  ['diff'],
);

const changed = {
  root: text,
  dryRun: { type: 'boolean' },
  summary,
  settings: listOf(objectOf({ path: text, before: any, after: any }, ['before', 'after'])),
  names: listOf(objectOf({ environment: text, before: text, after: text })),
  changes: listOf(change),
  kept: texts,
  leftAlone: list,
  recovered: orNull(text),
};
const checked = {
  asOf: text,
  answers: { ...text, description: 'SHA-256 of avm.yaml.' },
  template: { ...orNull(text), description: 'SHA-256 of main.bicep.' },
  commit: orNull(text),
  depth: { enum: depths },
  environments: texts,
  compiler: orNull({ type: 'object' }),
  modules: orNull(text),
  rules: list,
  limits: list,
  snapshots: list,
  cost: list,
  timing: list,
};
const planned = { root: text, dryRun: { type: 'boolean' }, blueprint: text, environments: texts, components: texts };
const rule = objectOf(
  {
    id: text,
    category: text,
    title: text,
    level: text,
    default: any,
    parameters: any,
    statement: text,
    rationale: text,
    source: any,
    resources: text,
    must: text,
    controls: list,
    shapes: text,
    held: any,
    exceptions: list,
    line: orNull({ type: 'integer' }),
    components: list,
    broken: list,
    waivers: list,
    state: text,
    environments: any,
  },
  ['resources', 'must', 'state', 'environments'],
);

/** The result of each command, by its keys; of some there are several, by what they were asked. */
export const dataSchemas: Readonly<Record<string, readonly object[]>> = {
  'create-avm': [
    objectOf({
      ...planned,
      files: texts,
      kept: texts,
      defaults: texts,
      git: orNull(text),
      recovered: orNull(text),
      check: orNull(objectOf({ ...checked, without: orNull(text) })),
      repeat: text,
    }),
    objectOf({ ...planned, summary, changes: listOf(change) }),
  ],
  ...Object.fromEntries(
    ['add', 'remove', 'env add', 'env copy', 'env rename', 'env remove', 'set', 'update', 'render'].map((name) => [
      `avm ${name}`,
      [objectOf(changed)],
    ]),
  ),
  'avm clarify': [objectOf({ questions: list, categories: { type: 'object' }, clarified: any }), objectOf(changed)],
  'avm check': [objectOf(checked)],
  'avm report': [objectOf({ ...checked, report: { ...text, description: 'Path of the HTML file.' } })],
  'avm analyze': [objectOf({ coverage: list, metrics: { type: 'object' }, read: texts })],
  'avm whatif': [
    objectOf({
      digest: {
        ...text,
        description: 'SHA-256 of the result, with template, parameters, and flags if they were given.',
      },
      changes: { enum: ['yes', 'no', 'unknown'] },
      form: { enum: ['deployment', 'stack'] },
      status: text,
      environment: orNull(text),
      notAttributed: { ...orNull(text), description: 'Why changes are attributed to no component.' },
      stack: orNull(objectOf({ id: text, lastModified: text })),
      counts: objectOf({
        create: count,
        modify: count,
        delete: count,
        detach: count,
        noise: count,
        unchanged: count,
        outside: count,
        notKnown: count,
      }),
      resources: list,
      components: listOf(objectOf({ component: orNull(text), title: text, ids: texts, resources: texts })),
      stackChanges: list,
      noise: listOf(objectOf({ id: text, path: text, kind: text, reason: text, source: text })),
      notKnown: listOf(objectOf({ id: text, why: text, detail: text, decides: { type: 'boolean' } })),
      policy: objectOf({
        allowed: { type: 'boolean' },
        approval: { enum: ['none', 'given', 'other'] },
        refused: listOf(objectOf({ code: text, resource: orNull(text), ids: texts })),
      }),
    }),
  ],
  'avm plan': [
    objectOf({
      blueprint: text,
      scope: text,
      environments: texts,
      defaultEnvironment: text,
      components: list,
      parameters: list,
      variables: list,
      names: list,
      resources: list,
      outputs: list,
      imports: list,
    }),
  ],
  'avm trace': [
    objectOf({ file: text, from: count, to: count, explanations: list }),
    objectOf({
      kind: { enum: ['rule', 'requirement', 'component'] },
      name: text,
      title: text,
      because: list,
      answers: list,
      components: texts,
      task: orNull(text),
      unsatisfied: { type: 'boolean' },
      outOfScope: orNull(text),
      resources: list,
      parameters: list,
      variables: list,
      outputs: list,
      files: list,
      environments: texts,
      checkable: texts,
      check: orNull(objectOf({ ok: { type: 'boolean' }, rules: list })),
    }),
  ],
  'avm rules': [objectOf({ workspace: orNull(text), rules: listOf(rule) }), rule],
  'avm doctor': [objectOf({ installed: orNull({ type: 'object' }), facts: list })],
  ...Object.fromEntries(
    ['modules', 'components', 'blueprints', 'rules', 'regions', 'sizes', 'images'].map((kind) => [
      `avm catalog ${kind}`,
      [objectOf({ entries: list })],
    ]),
  ),
  'avm catalog show': [
    objectOf({ module: text, version: text, scope: text, types: any, parameters: any, outputs: any }, ['scope']),
  ],
  'avm catalog sync': [
    objectOf({
      dryRun: { type: 'boolean' },
      target: text,
      summary: objectOf({ added: count, removed: count, changed: count, breaking: count }),
      added: list,
      removed: texts,
      changed: list,
    }),
  ],
};
