import { plainArguments } from './plain-arguments.ts';
import { start } from './start.ts';

await start(async (argv, terminal) => {
  const plain = plainArguments(argv);
  if (plain) {
    const [{ runCreate }, { guarded }] = await Promise.all([import('./commands/create.ts'), import('./report.ts')]);
    return guarded(() => runCreate(plain.dir, plain.options, terminal), terminal, plain.options.json ?? false);
  }
  const [{ createProgram }, { runProgram }] = await Promise.all([
    import('./create-program.ts'),
    import('./program.ts'),
  ]);
  return runProgram(createProgram, argv, terminal);
});
