import { plainArguments } from './program/plain-arguments.ts';
import { start } from './program/start.ts';

await start(async (argv, terminal) => {
  const plain = plainArguments(argv);
  if (plain) {
    const [{ runCreate }, { guarded }] = await Promise.all([
      import('./create/create.ts'),
      import('./shared/report.ts'),
    ]);
    return guarded(() => runCreate(plain.dir, plain.options, terminal), terminal, plain.options.json ?? false);
  }
  const [{ createProgram }, { runProgram }] = await Promise.all([
    import('./program/create-program.ts'),
    import('./program/program.ts'),
  ]);
  return runProgram(createProgram, argv, terminal);
});
