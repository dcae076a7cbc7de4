import { componentIn } from '../../resolve/components.ts';
import { answersAt } from '../../answers/locate.ts';
import { sharedPath, type Version } from '../../answers/version.ts';
import type { PlanComponent, PlanParameter } from '../../plan/plan.ts';
import type { GeneratedFile } from '../file-set.ts';
import { accountOf } from './account.ts';
import type { Answered } from './answered.ts';
import type { Explanation, Traced } from './explanation.ts';
import { meaningOf } from './meaning.ts';
import { switchesOf } from './switches.ts';

/** Explains lines of avm.yaml the other way round: the setting of the line, and what it results in. */
export function explainAnswers(
  { path: file, text, trace }: GeneratedFile,
  from: number,
  to: number,
  traced: Traced,
  answers: (path: string) => Answered,
): readonly Explanation[] {
  const at = answersAt(text);
  const lines = text.split('\n');
  const stretches: { path: string; from: number; to: number }[] = [];
  for (let line = from; line <= to; line += 1) {
    const path = at(line) ?? '/';
    const last = stretches.at(-1);
    if (last?.path === path) last.to = line;
    else stretches.push({ path, from: line, to: line });
  }
  return stretches.map((one) => {
    const { parameters, parts, ids } = shapedBy(one.path, traced);
    const because = ids.length > 0 ? ids : (trace[0]?.reason.ids ?? []);
    return {
      file,
      from: one.from,
      to: one.to,
      text: lines.slice(one.from - 1, one.to),
      because: because.flatMap((id) => meaningOf(id, traced.spec) ?? []),
      component: parts[0] ?? null,
      declaration: null,
      answers: [answers(forAll(one.path, traced.spec.version))],
      shapes: { parameters: parameters.map(({ name }) => name), components: parts.map(({ name }) => name) },
    };
  });
}

interface Shapes {
  readonly parameters: readonly PlanParameter[];
  readonly parts: readonly PlanComponent[];
  readonly ids: readonly string[];
}

function shapedBy(path: string, { plan, spec }: Traced): Shapes {
  const [first, ...rest] = path.split('.');
  if (first === 'constitution' || first === 'requirements') {
    const known = [...spec.rules.map((rule) => rule.definition.id), ...spec.requirements.keys(), ...storyIds(spec)];
    const ids = known.filter((id) => id === rest[1]);
    const account = accountOf((reason) => reason.ids.some((id) => ids.includes(id)), plan, []);
    return {
      parameters: plan.parameters.filter((one) => account.parameters.includes(one.name)),
      parts: plan.components.filter(
        (one) =>
          one.ids.some((id) => ids.includes(id)) ||
          account.resources.some(({ components }) => components.includes(one.name)),
      ),
      ids,
    };
  }
  const below = forAll(path, spec.version);
  // The head of a whole block is no answer: what is in it is.
  if (below.split('.').length < 2 && below !== 'tags') return { parameters: [], parts: [], ids: [] };
  const meets = (other: string): boolean => `${below}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${below}.`);
  const parameters = plan.parameters.filter((one) => one.reason.answers?.some(meets));
  const parts = plan.components.filter(
    ({ name }) =>
      switchesOf(name, spec).some(meets) ||
      `${below}.`.startsWith(`${sharedPath(componentIn(name, spec)?.inputs?.token.key ?? '', spec.version)}.`),
  );
  const reasons = parameters.length > 0 ? parameters.map((one) => one.reason) : parts;
  return { parameters, parts, ids: [...new Set(reasons.flatMap((one) => one.ids))].toSorted() };
}

const storyIds = ({ stories }: Traced['spec']): readonly string[] => stories.map(({ id }) => id);

/** An environment's own answer stands for the one of all environments. */
function forAll(path: string, version: Version): string {
  const [first, , ...rest] = path.split('.');
  if (first !== 'environments' || rest.length === 0) return path;
  return rest[0] === 'tags' ? 'tags' : sharedPath(rest.join('.'), version);
}
