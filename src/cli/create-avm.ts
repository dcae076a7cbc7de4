import { plainArguments, withoutDashes } from './program/plain-arguments.ts';
import { speakingTo } from './shared/started-by.ts';
import { start } from './program/start.ts';

await start('create-avm', async (given, terminal) => {
  const argv = withoutDashes(given);
  const plain = plainArguments(argv);
  if (plain) {
    const [{ runCreate }, { guarded }] = await Promise.all([
      import('./create/create.ts'),
      import('./shared/report.ts'),
    ]);
    const people = speakingTo(terminal);
    return guarded(() => runCreate(plain.dir, plain.options, people), people, plain.options.json ?? false);
  }
  const [{ createProgram }, { runProgram }] = await Promise.all([
    import('./program/create-program.ts'),
    import('./program/program.ts'),
  ]);
  return runProgram(createProgram, argv, terminal);
});
