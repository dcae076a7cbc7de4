import { componentTypes } from '../avm-catalog/components/index.ts';
import type { ComponentDefinition } from '../avm-catalog/kernel/component.ts';
import { componentName } from '../src/answers/component-name.ts';
import type { Answers } from '../src/answers/answers.ts';
import type { ModuleChoice, ModuleParameter, NamedChange, Session, WorkspaceChange } from './session.ts';

/** A further component of a type, which a person gives a name. */
export interface Named {
  readonly another: ComponentDefinition;
}

/** Types of which a workspace of this blueprint may have several. */
export function severalOf(names: readonly string[]): readonly Named[] {
  return componentTypes
    .filter((one) => one.many && (one.many.anywhere === true || names.includes(one.name)))
    .map((another) => ({ another }));
}

export async function askNamed(
  { another }: Named,
  folder: string,
  answers: Answers,
  session: Session,
): Promise<WorkspaceChange> {
  const module = another.modules ? await askModule(session) : undefined;
  const taken = Object.keys(answers.spec.components ?? {});
  const name = await session.ask.text({
    message: 'What is it called?',
    ...(module ? { default: module.module.split('/').at(-1) ?? '' } : {}),
    problem: (text) =>
      taken.includes(text)
        ? `There is a component ${text} already.`
        : componentName.test(text) && text.length >= 2 && text.length <= 20
          ? undefined
          : 'Take 2 to 20 lower-case letters, digits, and single hyphens.',
  });
  const environment = await askWhere(answers, session);
  const params = module ? await askParameters(module.required, session) : [];
  const named: NamedChange = {
    type: another.name,
    name,
    ...(environment === undefined ? {} : { environment }),
    ...(module ? { given: { module: module.module, version: module.version } } : {}),
  };
  const settings = params.map(([key, value]) => ({ path: `components.${name}.params.${key}`, value }));
  return { folder, components: [], named: [named], environments: [], settings };
}

async function askModule({ ask, engine }: Session): Promise<ModuleChoice> {
  const typed = await ask.text({
    message: 'Which module? (such as cache/redis)',
    problem: (text) => {
      const found = engine.module(text);
      return 'problem' in found ? found.problem : undefined;
    },
  });
  const found = engine.module(typed);
  if ('problem' in found) throw new Error(found.problem);
  return found;
}

/** One environment alone, or nothing for all of them. */
function askWhere({ environments }: Answers, { ask }: Session): Promise<string | undefined> {
  const names = Object.keys(environments);
  if (names.length < 2) return Promise.resolve(undefined);
  return ask.choose<string | undefined>({
    message: 'In which environments?',
    choices: [{ value: undefined, name: 'all of them' }, ...names.map((value) => ({ value, name: `${value} alone` }))],
  });
}

async function askParameters(
  required: readonly ModuleParameter[],
  { ask }: Session,
): Promise<readonly (readonly [string, string])[]> {
  const given: (readonly [string, string])[] = [];
  for (const { name, type, allowed } of required) {
    const message = `${name} (${type})`;
    const value =
      allowed.length > 0
        ? await ask.choose({ message, choices: allowed.map((one) => ({ value: one, name: one })) })
        : await ask.text({ message, problem: (text) => (text === '' ? 'The module needs a value.' : undefined) });
    given.push([name, value]);
  }
  return given;
}
