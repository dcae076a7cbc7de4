/** How to write commands for the person who started this run: with the package manager they use, or with what is installed. */
export interface Commands {
  readonly create: (args: string) => string;
  readonly avm: (args: string) => string;
}

export function commandsOf(env: NodeJS.ProcessEnv): Commands {
  const manager = /^(\w+)\//.exec(env['npm_config_user_agent'] ?? '')?.[1];
  switch (manager) {
    case 'npm':
      return {
        create: (args) => `npm create avm@latest ${dashed(args)}`,
        avm: (args) => `npx -p create-avm avm ${args}`,
      };
    case 'pnpm':
      return {
        create: (args) => `pnpm create avm@latest ${args}`,
        avm: (args) => `pnpm --package=create-avm dlx avm ${args}`,
      };
    case 'yarn':
      return { create: (args) => `yarn create avm ${args}`, avm: (args) => `yarn dlx -p create-avm avm ${args}` };
    case 'bun':
      return { create: (args) => `bun create avm@latest ${args}`, avm: (args) => `bunx -p create-avm avm ${args}` };
    default:
      return { create: (args) => `create-avm ${args}`, avm: (args) => `avm ${args}` };
  }
}

/** npm hands on what stands behind two dashes alone. */
function dashed(args: string): string {
  return args.replace(/(^| )(-)/, '$1-- $2');
}

/** A word for a POSIX shell, quoted where it must be. */
export function shellWord(text: string): string {
  return /^[\w./:@%+=,~-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
