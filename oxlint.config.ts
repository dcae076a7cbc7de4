import { defineConfig } from 'oxlint';

/**
 * The layers, lowest first: a file imports from its own layer and from those before it. What a pure layer does depends
 * on its arguments alone.
 */
const layers = [
  { folder: 'src/bicep', pure: true },
  { folder: 'src/text', pure: true },
  { folder: 'src/findings', pure: true },
  { folder: 'avm-catalog/azure', pure: true },
  { folder: 'avm-catalog/modules', pure: true },
  { folder: 'avm-catalog/kernel', pure: true },
  { folder: 'avm-catalog/components', pure: true },
  { folder: 'avm-catalog/constitution', pure: true },
  { folder: 'avm-catalog/blueprints', pure: true },
  { folder: 'src/answers', pure: true },
  { folder: 'src/resolve', pure: true },
  { folder: 'src/plan', pure: true },
  { folder: 'src/analysis', pure: true },
  { folder: 'src/files', pure: true },
  { folder: 'src/workspace', pure: false },
  { folder: 'src/checks', pure: false },
  { folder: 'src/whatif', pure: true },
  { folder: 'src/report', pure: true },
  { folder: 'src/cli', pure: false },
] as const;

/** Reads and writes the files of the catalog. */
const catalogFiles = 'avm-catalog/modules/{load,source,sync}.ts';
const withTemplates: readonly string[] = ['avm-catalog/components', 'src/files', 'src/report'];
const order = layers.map(({ folder }) => folder.split('/').at(-1)).join(', ');
const outsideMessage =
  'A pure layer takes values and returns values. Disk, processes, time and the terminal belong to src/workspace, src/checks and src/cli.';

interface Pattern {
  readonly regex: string;
  readonly message: string;
}

const noOutside: Pattern = {
  regex:
    '^(node:)?(fs|fs/promises|child_process|os|process|net|http|https|dns|tls|timers|timers/promises|perf_hooks|worker_threads|module)$|^(fs-extra|tinyexec|yocto-spinner|inquirer|plop|node-plop)$|^@inquirer/',
  message: outsideMessage,
};

/** Imports as they are written in files of one tree: `../b/x.ts` from a layer beside, `../../src/b/x.ts` from the other tree. */
function noneOf(folders: readonly string[], from: string): Pattern {
  const [tree = ''] = from.split('/');
  const names = folders.map((folder) => {
    const [root = '', name] = folder.split('/');
    if (name === undefined) return root;
    return root === tree ? `(${root}/)?${name}` : `${root}/${name}`;
  });
  return {
    regex: `^(\\.\\./)+(${names.join('|')})(/|\\.ts$)`,
    message: `Imports go from a later layer to an earlier one: ${order}.`,
  };
}

const around = ['plopfile', 'scripts', 'test', 'dist'];

function imports(folder: string, index: number): readonly Pattern[] {
  const later = layers.slice(index + 1).map((one) => one.folder);
  const further = folder === 'src/cli' ? around : ['generators', ...around];
  return [
    noneOf([...later, ...further, ...(withTemplates.includes(folder) ? [] : ['templates'])], folder),
    ...(folder === 'src/report' ? [noneOf(['src/workspace'], folder)] : []),
  ];
}

function restricted(patterns: readonly Pattern[]) {
  return { 'no-restricted-imports': ['error', { patterns: [...patterns] }] as ['error', object] };
}

const layerRules = layers.map(({ folder, pure }, index) => ({
  files: [`${folder}/**`],
  excludeFiles: folder === 'avm-catalog/modules' ? [catalogFiles] : [],
  rules: restricted([...imports(folder, index), ...(pure ? [noOutside] : [])]),
}));

const modulesIndex = layers.findIndex(({ folder }) => folder === 'avm-catalog/modules');
const componentsIndex = layers.findIndex(({ folder }) => folder === 'avm-catalog/components');

/** Matches every text but one. */
function otherThan(text: string): string {
  const escaped = [...text].map((one) => one.replace('.', '\\.'));
  const branches = escaped.map((one, at) => `${escaped.slice(0, at).join('')}([^${one}].*)?`);
  return `(${branches.join('|')}|${escaped.join('')}.+)`;
}

const sameValues = 'A pure layer: the same values in, the same values out.';
const locale = 'Text must not depend on the locale: compare code units, use toLowerCase and the like.';
const globals = ['Date', 'Intl', 'Temporal', 'process', 'performance', 'crypto', 'fetch'];
const timers = ['setTimeout', 'setInterval', 'setImmediate', 'navigator', 'require'];
const byLocale = ['localeCompare', 'toLocaleString', 'toLocaleUpperCase', 'toLocaleLowerCase', 'toLocaleDateString'];

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'node', 'vitest'],
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['dist/**', 'plopfile.js', 'avm-catalog/modules/data/**', 'test/cases/**', '.tools/**'],
  rules: {
    'import/no-cycle': 'error',
    'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
    'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
    'no-console': 'error',
    'unicorn/no-process-exit': 'error',
    eqeqeq: 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/unbound-method': 'off',
    'typescript/no-misused-spread': 'off',
    'typescript/no-unnecessary-type-parameters': 'off',
    'consistent-return': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'no-control-regex': 'off',
    'unicorn/no-thenable': 'off',
    'no-unused-vars': ['error', { args: 'after-used', argsIgnorePattern: '^_' }],
    'typescript/no-explicit-any': 'error',
    'typescript/consistent-type-imports': 'error',
  },
  overrides: [
    ...layerRules,
    { files: [catalogFiles], rules: restricted(imports('avm-catalog/modules', modulesIndex)) },
    {
      files: ['avm-catalog/components/*/**'],
      rules: restricted([
        ...imports('avm-catalog/components', componentsIndex),
        noOutside,
        {
          // Everything but ../<component>/inputs.ts; the linter's regular expressions have no lookahead.
          regex: `^\\.\\./[^./]+/(.*/.*|${otherThan('inputs.ts')})$`,
          message:
            'A component knows of another one what it is told through slots, and its inputs.ts. What several need belongs in avm-catalog/kernel/.',
        },
      ]),
    },
    {
      files: ['generators/**'],
      rules: restricted([
        noneOf(
          [
            ...layers.map(({ folder }) => folder).filter((one) => /^src\/(?!bicep|findings|answers)/.test(one)),
            'templates',
            ...around,
          ],
          'generators/',
        ),
      ]),
    },
    {
      files: ['plopfile.ts'],
      rules: restricted([
        {
          regex: `^\\./(avm-catalog|dist|scripts|templates|test|${layers
            .filter(({ folder }) => folder !== 'src/cli')
            .map(({ folder }) => folder)
            .join('|')})/`,
          message: 'plopfile.ts registers generators and nothing else: it knows generators/ and src/cli alone.',
        },
      ]),
    },
    {
      files: layers.filter(({ pure }) => pure).map(({ folder }) => `${folder}/**`),
      excludeFiles: [catalogFiles],
      rules: {
        'no-restricted-globals': ['error', ...[...globals, ...timers].map((name) => ({ name, message: sameValues }))],
        'no-restricted-properties': [
          'error',
          { object: 'Math', property: 'random', message: sameValues },
          ...byLocale.map((property) => ({ property, message: locale })),
          ...globals.map((property) => ({ object: 'globalThis', property, message: sameValues })),
        ],
      },
    },
    { files: ['avm-catalog/{azure,blueprints,modules/data}/**'], rules: { 'max-lines': 'off' } },
    { files: ['src/findings/messages/**'], rules: { 'typescript/restrict-template-expressions': 'off' } },
    { files: ['src/cli/**', 'scripts/**'], rules: { 'no-console': 'off' } },
    { files: ['src/cli/{create-avm,avm}.ts', 'scripts/**'], rules: { 'unicorn/no-process-exit': 'off' } },
    {
      files: ['test/**'],
      rules: {
        'max-lines': 'off',
        'max-lines-per-function': 'off',
        'no-console': 'off',
        'no-shadow': 'off',
        'vitest/expect-expect': 'off',
        'vitest/valid-expect': ['error', { maxArgs: 2 }],
      },
    },
  ],
});
