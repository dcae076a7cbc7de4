import { blueprintNamed } from '../../avm-catalog/blueprints/index.ts';
import type { Blueprint } from '../../avm-catalog/kernel/blueprint.ts';
import { componentNamed, components } from '../../avm-catalog/components/index.ts';
import type { Finding } from '../findings/finding.ts';
import { suggestion } from '../findings/nearest.ts';
import { change, readForChange, same, tidy, type Changed } from './change.ts';
import { plain } from './characters.ts';
import { typedValue } from './coerce.ts';
import { ownSpec } from './blueprint-parts.ts';
import { isTree } from './defaults.ts';
import { defaultsFor, heldAt, valueAt } from './inherited.ts';
import { answersFile, parseAnswers } from './parse.ts';
import { refuse, resolvePath } from './paths.ts';
import type { Refused, Source } from './source.ts';
import { versionOf } from './version.ts';

/** One `path=value`, as it was typed. */
export interface Setting {
  readonly path: string;
  readonly value: string;
  readonly environment?: string | undefined;
}

export function setAnswer(
  text: string,
  path: string,
  value: string,
  options: { readonly environment?: string | undefined } = {},
): Changed {
  return setAnswers(text, [{ path, value, environment: options.environment }]);
}

/** All of them or none: the result must be valid. */
export function setAnswers(text: string, settings: readonly Setting[], file = answersFile): Changed {
  let now = tidy(text);
  const findings: Finding[] = [];
  const paths: string[] = [];
  for (const setting of settings) {
    const next = setOne(now, setting, file);
    if ('findings' in next) {
      findings.push(...next.findings);
      continue;
    }
    now = next.text;
    paths.push(next.path);
  }
  return findings.length > 0 ? { findings } : verified(text, now, paths, file);
}

function setOne(
  text: string,
  { path: typed, value, environment }: Setting,
  file: string,
): { readonly text: string; readonly path: string } | Refused {
  const source = readForChange(text, file);
  if ('findings' in source) return source;
  const place = resolvePath(typed, environment, versionOf(source.document.toJS()));
  if ('findings' in place) return place;
  const { path, schema } = place;
  const unknown = path[0] === 'environments' && path.length > 2 ? unknownEnvironment(path[1] ?? '', source) : undefined;
  if (unknown) return unknown;
  const absent =
    path.slice(0, 2).join('.') === 'constitution.own' ? unknownRule(path.slice(2), value, source) : undefined;
  if (absent) return absent;
  const read = typedValue(value, schema);
  if ('problem' in read)
    return refuse('value-syntax', { path: plain(typed), problem: plain(read.problem) }, { answer: path.join('.') });
  return { text: change(source, path, read.value), path: path.join('.') };
}

export function unknownEnvironment(environment: string, { document }: Source): Refused | undefined {
  const known = environmentsOf(document.toJS());
  if (known.includes(environment)) return undefined;
  return refuse('environment-unknown', {
    environment: plain(environment),
    known,
    ...suggestion(environment, known),
  });
}

/** A setting of a custom rule requires that the rule exists; a whole rule is set as a map. */
function unknownRule([id, key]: readonly string[], value: string, { document }: Source): Refused | undefined {
  const found = valueAt(document.toJS(), ['constitution', 'own']);
  const known = isTree(found) ? Object.keys(found) : [];
  const isWhole = key === undefined && /^\s*\{/.test(value);
  if (id === undefined || isWhole || known.includes(id)) return undefined;
  return refuse('own-rule-unknown', { id: plain(id), ...suggestion(id, known, 2) });
}

export function environmentsOf(data: unknown): readonly string[] {
  const found = valueAt(data, ['environments']);
  return isTree(found) ? Object.keys(found) : [];
}

/** Findings about what was just set have no line: it is in no file. Others have the line they have now. */
export function verified(before: string, after: string, paths: readonly string[], file: string): Changed {
  if (after === tidy(before)) return { text: before };
  const result = parseAnswers(after, file);
  if ('answers' in result) return { text: after };
  const isOwn = ({ where: { answer = '' } }: Finding): boolean =>
    paths.some((path) => `${answer}.`.startsWith(`${path.replace(/\.\+.*$/, '')}.`) || path.startsWith(`${answer}.`));
  const old = parseAnswers(before, file);
  const others = 'findings' in old ? old.findings.filter((one) => !isOwn(one)) : [];
  const wasThere = ({ where }: Finding): boolean => others.some((one) => one.where.answer === where.answer);
  // What is missing beside what was set is a finding of the change as well.
  const own = result.findings.filter((one) => isOwn(one) || !wasThere(one));
  return { findings: [...own.map((one) => ({ ...one, where: withoutFile(one.where) })), ...others] };
}

function withoutFile({ answer, environment }: Finding['where']): Finding['where'] {
  return { ...(answer === undefined ? {} : { answer }), ...(environment === undefined ? {} : { environment }) };
}

/** What `avm add` does for a component: its switch, and for all environments its other inputs, to be seen and changed. */
export function switchOn(text: string, component: string, environment?: string, file = answersFile): Changed {
  const definition = componentNamed(component);
  const switches = definition?.inputs?.switchOn as Readonly<Record<string, unknown>> | undefined;
  if (!definition) return unknownComponent(component);
  if (!definition.inputs || !switches) return refuse('component-always', { component, title: definition.title });
  const { key } = definition.inputs.token;
  const first = readForChange(tidy(text), file);
  if ('findings' in first) return first;
  const unknown = environment === undefined ? undefined : unknownEnvironment(environment, first);
  if (unknown) return unknown;
  const data: unknown = first.document.toJS();
  const blueprint = blueprintNamed(String(valueAt(data, ['blueprint'])));
  if (blueprint && !blueprint.components.includes(component))
    return refuse('component-elsewhere', { component, blueprint: blueprint.name });
  const place = environment === undefined ? ['spec', key] : ['environments', environment, key];
  const now = (name: string): unknown => valueAt(data, [...place, name]) ?? heldAt([key, name], data);
  if (Object.entries(switches).every(([name, value]) => same(now(name), value)))
    return refuse('component-exists', { component, key }, { answer: place.join('.') });
  const shown = environment === undefined ? missing(shownOf(data, key, blueprint), valueAt(data, place)) : {};
  return changedAll(text, place, { ...shown, ...switches }, file);
}

/** Defaults of a component's inputs, as far as the blueprint reads them. */
function shownOf(data: unknown, key: string, blueprint: Blueprint | undefined): object {
  const defaults = defaultsFor(data);
  return valueAt(blueprint ? ownSpec(defaults, blueprint) : defaults, [key]) as object;
}

function missing(defaults: object, given: unknown): object {
  return Object.fromEntries(Object.entries(defaults).filter(([name]) => valueAt(given, [name]) === undefined));
}

function changedAll(text: string, place: readonly string[], values: object, file: string): Changed {
  let now = tidy(text);
  for (const [name, value] of Object.entries(values)) {
    const source = readForChange(now, file);
    if ('findings' in source) return source;
    now = change(source, [...place, name], value);
  }
  return verified(text, now, [place.join('.')], file);
}

function unknownComponent(component: string): Refused {
  const known = components.filter((one) => one.inputs?.switchOn).map((one) => one.name);
  return refuse('component-unknown', { component: plain(component), known, ...suggestion(component, known) });
}
