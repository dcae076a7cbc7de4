import { componentIn } from '../../resolve/components.ts';
import { join } from 'node:path';
import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import { componentNamed, components } from '../../../avm-catalog/components/index.ts';
import { accountOf, type Account } from '../../files/tracing/account.ts';
import { answersOf } from '../../files/tracing/answered.ts';
import { explainer } from '../../files/tracing/explain.ts';
import { meaningOf } from '../../files/tracing/meaning.ts';
import { switchesOf } from '../../files/tracing/switches.ts';
import { describe } from '../../findings/describe.ts';
import { makeFinding, type Finding } from '../../findings/finding.ts';
import { isRuleOn, requirementIds, satisfiedIn } from '../../resolve/requirements.ts';
import { ruleAnswer } from '../../resolve/rule-answer.ts';
import { readTextFile } from '../shared/answers-text.ts';
import { driftFindings } from '../shared/drift.ts';
import { printEnvelope } from '../shared/envelope.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import { Failure, UsageFailure } from '../shared/failure.ts';
import { findingJson, findingLines } from '../shared/findings-text.ts';
import type { Terminal } from '../shared/terminal.ts';
import { todayOf } from '../shared/today.ts';
import { prove, provable, type Proof } from './trace-proof.ts';
import { fileNamed, refuseName } from './trace-named.ts';
import { accountLines, explanationLines, type TraceAnswer } from './trace-text.ts';
import { findWorkspace } from '../shared/find-workspace.ts';
import { buildWorkspace, insideOf, type Built } from '../shared/workspace.ts';

interface TraceOptions {
  readonly check?: boolean;
  readonly modules?: string;
  /** YYYY-MM-DD */
  readonly today?: string;
  readonly json?: boolean;
}

interface Tracing {
  readonly root: string;
  readonly built: Built;
  readonly options: TraceOptions;
  readonly terminal: Terminal;
}

export async function runTrace(what: string, options: TraceOptions, terminal: Terminal): Promise<ExitCode> {
  const root = findWorkspace(terminal);
  const built = await buildWorkspace(readTextFile(join(root, 'avm.yaml'), 'avm.yaml'), loadCatalog(), { root });
  const tracing = { root, built, options, terminal };
  const [, path, first, last] = /^(.+?):(\d+)(?:-(\d+)|:\d+)?$/.exec(what) ?? [];
  const written = writtenFor(insideOf(root, terminal.cwd, [path ?? what])[0] ?? '', built);
  if (written) return traceAccount(written, tracing);
  if (path !== undefined) return traceLines(path, Number(first), Number(last ?? first), tracing);
  const told = toldOf(what, built);
  return told ? traceAccount(told, tracing) : refuseName(what, { root, built, cwd: terminal.cwd });
}

/** A file that a person writes belongs to the first component that uses it. */
function writtenFor(path: string, built: Built): TraceAnswer | undefined {
  const made = built.plan.resources.find((one) => one.kind === 'file' && Object.hasOwn(one.file.sources, path));
  return made && toldOf(made.components[0] ?? '', built);
}

function traceLines(named: string, from: number, to: number, { root, built, options, terminal }: Tracing): ExitCode {
  if (options.check) throw new UsageFailure('--check requires an ID or a component, not lines.');
  const file = fileNamed(named, { root, built, cwd: terminal.cwd });
  const { path } = file;
  const lines = file.text.split('\n').length - 1;
  if (from < 1 || to < from || to > lines)
    throw new UsageFailure(
      `'${path}' has no ${from === to ? `line ${from}` : `lines ${from}-${to}`}: it has ${lines}.`,
      `Specify lines from 1 to ${lines}, such as ${path}:1${lines > 1 ? ` or ${path}:1-${Math.min(lines, 20)}` : ''}`,
    );
  const drift = driftFindings(root, built).find(({ where }) => where.file === path);
  if (drift) throw unvouched(drift);
  // Lines of a person's beside those of the tool are no drift, and move the others.
  const onDisk = (): string => readTextFile(join(root, path), path).replaceAll('\r\n', '\n');
  if (file.lines && onDisk() !== file.text)
    throw unvouched(makeFinding('files/edited', 'warning', { path }, { file: path }));
  const explanations = explainer(built)(file, from, to);
  if (options.json) printEnvelope(terminal, { data: { file: path, from, to, explanations } });
  else for (const line of explanationLines(explanations, built.plan.environments, terminal.paint)) terminal.out(line);
  return exit.clean;
}

/** The lines of a changed file cannot be traced. */
function unvouched(drift: Finding): Failure {
  const { message, remedy } = describe(drift);
  return new Failure({
    code: drift.code,
    what: `${message}, so its lines cannot be traced.`,
    where: drift.where.file,
    remedy,
  });
}

/** An ID or a component with everything that implements it; undefined if there is none of that name. */
function toldOf(what: string, { spec, plan, files }: Built): TraceAnswer | undefined {
  const text = files.find((file) => file.path === 'avm.yaml')?.text ?? '';
  const answers = answersOf(spec, text);
  const meaning = meaningOf(what, spec);
  if (meaning) {
    const own = ownOf(what, spec);
    const account = accountOf((reason) => reason.ids.some((id) => id === what || own.ids.includes(id)), plan, files);
    const serving = plan.components.filter(
      (one) => one.ids.includes(what) || account.resources.some((made) => made.components.includes(one.name)),
    );
    const paths = meaning.kind === 'rule' ? [ruleAnswer(what)] : own.answers;
    return {
      kind: meaning.kind,
      name: what,
      title: meaning.title ?? '',
      because: [meaning, ...own.ids.flatMap((id) => meaningOf(id, spec) ?? [])],
      account,
      answers: paths.map(answers),
      components: serving,
      ...own.told,
      servedBy: components.filter((one) => requirementIds(one.serves, spec).includes(what)).map((one) => one.name),
    };
  }
  const definition = componentIn(what, spec) ?? componentNamed(what);
  if (!definition) return undefined;
  const component = plan.components.find((one) => one.name === what);
  const account = accountOf((reason) => reason.component === what, plan, files);
  return {
    kind: 'component',
    name: what,
    title: definition.title,
    because: (component?.ids ?? requirementIds(definition.serves, spec)).flatMap((id) => meaningOf(id, spec) ?? []),
    account: { ...account, environments: component?.environments ?? [] },
    answers: switchesOf(what, spec).map(answers),
    components: component ? [component] : [],
    servedBy: [],
  };
}

/** Of a custom ID: what else implements it (rules, requirements of a story), and its place. */
function ownOf(id: string, spec: Built['spec']) {
  const none = { ids: [] as readonly string[], answers: [] as readonly string[], told: {} };
  const story = spec.stories.find((one) => one.id === id);
  const all = [...spec.requirements.values()];
  if (story)
    return { ...none, ids: all.filter((one) => one.story === id).map((one) => one.id), answers: [story.answer] };
  const one = spec.requirements.get(id);
  if (one?.outOfScope !== undefined)
    return { ...none, answers: [`requirements.outOfScope.${id}`], told: { outOfScope: one.outOfScope } };
  if (one?.answer === undefined) return none;
  return {
    ids: one.rules.filter((rule) => isRuleOn(rule, spec)),
    answers: [one.answer],
    told: {
      ...(one.task === undefined ? {} : { task: one.task }),
      unsatisfied: satisfiedIn(one, spec).length === 0,
    },
  };
}

async function traceAccount(told: TraceAnswer, { root, built, options, terminal }: Tracing): Promise<ExitCode> {
  const ids = told.because.map(({ id }) => id).filter((id) => provable(id, built.spec));
  const proof = options.check
    ? await prove(ids, { root, built, modules: options.modules, today: todayOf(options.today) }, terminal)
    : undefined;
  const drift = driftFindings(root, built).filter(
    ({ where }) => proof !== undefined || told.account.files.some(({ path }) => path === where.file),
  );
  const said = [...drift, ...(proof?.findings ?? [])];
  const exitCode = isUnsure(drift) || proof?.ok === false ? exit.failed : exit.clean;
  if (options.json)
    printEnvelope(terminal, { data: accountJson(told, ids, proof), findings: said.map(findingJson), exitCode });
  else for (const line of accountLines(told, ids, proof, built.plan, terminal.paint)) terminal.out(line);
  if (said.length > 0) for (const line of ['', ...findingLines(said, terminal.paintErr)]) terminal.err(line);
  return exitCode;
}

/** An edit of a document that a person left alone on purpose is told, and fails nothing. */
function isUnsure(drift: readonly Finding[]): boolean {
  return drift.some(({ severity }) => severity !== 'note');
}

function accountJson(told: TraceAnswer, ids: readonly string[], proof: Proof | undefined): object {
  const { kind, name, title, because, answers, components: parts } = told;
  const account: Account = told.account;
  return {
    kind,
    name,
    title,
    because,
    answers,
    components: parts.map((one) => one.name),
    task: told.task ?? null,
    unsatisfied: told.unsatisfied ?? false,
    outOfScope: told.outOfScope ?? null,
    ...account,
    checkable: ids,
    check: proof ? { ok: proof.ok, rules: proof.rules } : null,
  };
}
