import type { Traced, Explanation, TracedDeclaration } from './explanation.ts';
import { readDeclarations, type Declaration } from '../../bicep/declarations.ts';
import type { Reason } from '../../bicep/value.ts';
import type { Plan } from '../../plan/plan.ts';
import { ruleAnswer } from '../../resolve/rule-answer.ts';
import type { GeneratedFile } from '../file-set.ts';
import { sourceOf } from './account.ts';
import { explainAnswers } from './answer-lines.ts';
import { answersOf } from './answered.ts';
import { environmentsIn } from './deployed.ts';
import { meaningOf } from './meaning.ts';
import { parametersUsed } from './parameters.ts';
import { switchesOf } from './switches.ts';

/** Explains lines of generated files, a stretch with one reason at a time. Lines must be within the file. */
export function explainer(traced: Traced): (file: GeneratedFile, from: number, to?: number) => readonly Explanation[] {
  const answers = answersOf(traced.spec, traced.files.find((file) => file.path === 'avm.yaml')?.text ?? '');
  const declared = new Map<string, readonly Declaration[]>();
  return (file, from, to = from) => {
    const lines = file.text.split('\n');
    const declarations = declared.get(file.path) ?? (isBicep(file.path) ? readDeclarations(lines) : []);
    declared.set(file.path, declarations);
    if (file.owner === 'person') return explainAnswers(file, from, to, traced, answers);
    return stretches(file, declarations, from, to).map((one) => {
      const text = lines.slice(one.from - 1, one.to);
      return {
        file: file.path,
        from: one.from,
        to: one.to,
        text,
        because: one.reason.ids.flatMap((id) => meaningOf(id, traced.spec) ?? []),
        component: componentOf(one.reason, traced.plan),
        declaration: one.declaration ? declaredIn(one.declaration, traced.plan) : null,
        answers: answerPaths(one.reason, isBicep(file.path) ? text : [], traced, file.path).map(answers),
        shapes: null,
      };
    });
  };
}

const isBicep = (path: string): boolean => /\.bicep(param)?$/.test(path);

interface Stretch {
  readonly from: number;
  to: number;
  readonly reason: Reason;
  readonly declaration: Declaration | undefined;
}

function stretches(
  { trace }: GeneratedFile,
  declarations: readonly Declaration[],
  from: number,
  to: number,
): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let line = from; line <= to; line += 1) {
    const run = trace.find((one) => one.from <= line && line <= one.to);
    if (!run) continue;
    const declaration = declarations.find((one) => one.from <= line && line <= one.to);
    const last = found.at(-1);
    if (last && last.reason === run.reason && last.declaration === declaration) last.to = line;
    else found.push({ from: line, to: line, reason: run.reason, declaration });
  }
  return found;
}

function componentOf({ component }: Reason, plan: Plan): Explanation['component'] {
  const found = plan.components.find((one) => one.name === component);
  return found ? { name: found.name, title: found.title, environments: found.environments } : null;
}

function declaredIn({ kind, name, from, to }: Declaration, plan: Plan): TracedDeclaration {
  const resource = plan.resources.find((one) => one.symbol === name);
  return resource
    ? { kind, name, from, to, is: sourceOf(resource), environments: environmentsIn(plan)(resource) }
    : { kind, name, from, to, is: '', environments: plan.environments };
}

/** What the lines themselves come from, what their parameters do, what switches their component on, and their rules. */
function answerPaths(
  reason: Reason,
  lines: readonly string[],
  { plan, spec }: Traced,
  path: string,
): readonly string[] {
  const parameters = parametersUsed(lines, plan, path).flatMap(
    (name) => plan.parameters.find((one) => one.name === name)?.reason.answers ?? [],
  );
  const rules = reason.ids.filter((id) => spec.rules.some((rule) => rule.definition.id === id)).map(ruleAnswer);
  const own = reason.ids.flatMap((id) => spec.requirements.get(id)?.answer ?? []);
  const switches = switchesOf(reason.component ?? '', spec);
  const paths = [...new Set([...(reason.answers ?? []), ...parameters, ...switches, ...rules, ...own])];
  return paths.length > 0 ? paths : ['blueprint'];
}
