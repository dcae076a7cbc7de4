import { shell } from '../../text/escape.ts';
import { commandsOf } from '../shared/started-by.ts';
import { UsageFailure } from '../shared/failure.ts';
import type { Terminal } from '../shared/terminal.ts';
import { ownValue } from '../../bicep/own.ts';

/** Options with a value, and those without, as npm has them in its environment. */
const valued = ['blueprint', 'answers', 'set', 'depth', 'modules'] as const;
const switches: Readonly<Record<string, (value: string) => boolean>> = {
  'into-existing': isOn,
  'dry-run': isOn,
  json: isOn,
  'no-check': isOff,
  // By this name npm also knows a program.
  'no-git': isOff,
};

function isOn(value: string): boolean {
  return value === 'true';
}

function isOff(value: string): boolean {
  return value === '' || value === 'false';
}

/**
 * npm keeps options for itself that stand before two dashes, and goes on without them: what was not wanted would be
 * written. `--yes` is also npm’s own, and in a terminal only changes what is asked. To be called where no option came.
 */
export function refuseSwallowed(argv: readonly string[], terminal: Terminal): void {
  const { env } = terminal;
  const isNpm =
    (env['npm_config_user_agent'] ?? '').startsWith('npm/') && /^(init|exec)$/.test(env['npm_command'] ?? '');
  if (!isNpm) return;
  const lost = lostOptions(argv, env);
  const hasYes = valueIn(env, 'yes') === 'true';
  if (lost.options.length === 0 && !(hasYes && terminal.interactive)) return;
  const all = [...lost.options, ...(hasYes ? ['--yes'] : [])];
  const command = commandsOf(env).create([...lost.dir, ...all].join(' '));
  const names = [...new Set(all.map((one) => one.split(' ')[0]))].join(', ');
  const what = `npm kept ${names} for itself, so that create-avm does not know of it.`;
  if (lost.options.length > 0) throw new UsageFailure(what, `Put two dashes before the options: ${command}`);
  terminal.err(terminal.paintErr('dim', `${what} To be asked nothing, stop with Ctrl-C and run: ${command}`));
}

interface Lost {
  readonly dir: readonly string[];
  readonly options: readonly string[];
}

/** npm takes a value that stands behind a space for an argument. */
function lostOptions(argv: readonly string[], env: NodeJS.ProcessEnv): Lost {
  const names = valued.filter((name) => valueIn(env, name) !== undefined);
  const left = argv.filter((one) => one.includes('='));
  const [dir, ...words] = argv.filter((one) => !one.includes('='));
  const only = names.filter((name) => name !== 'set').length === 1 && words.length === 1 ? words[0] : undefined;
  const options = names.flatMap((name) => {
    const given = (valueIn(env, name) ?? '').split('\n\n').filter((one) => one !== 'true');
    const all = name === 'set' ? [...left, ...given] : [...given, ...(only === undefined ? [] : [only])];
    return all.length === 0 ? [`--${name} …`] : all.map((one) => `--${name} ${shell(one)}`);
  });
  const others = Object.entries(switches).flatMap(([name, isGiven]) => {
    const value = valueIn(env, name.replace(/^no-/, ''));
    return value !== undefined && isGiven(value) ? [`--${name}`] : [];
  });
  return { dir: dir === undefined ? [] : [shell(dir)], options: [...options, ...others] };
}

function valueIn(env: NodeJS.ProcessEnv, name: string): string | undefined {
  return ownValue(env, `npm_config_${name.replaceAll('-', '_')}`);
}
