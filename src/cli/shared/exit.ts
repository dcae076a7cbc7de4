/** Every exit code of both commands. */
export const exit = {
  clean: 0,
  /** Findings, or something that failed. */
  failed: 1,
  /** The arguments of the command are wrong. */
  usage: 2,
  /** Ctrl-C, as shells have it: 128 and the number of SIGINT. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exit)[keyof typeof exit];
