import { empty } from '../../avm-catalog/blueprints/empty/blueprint.ts';
import type { Answers } from '../../src/answers/answers.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { generate } from '../../src/files/generate.ts';
import { hasError } from '../../src/findings/finding.ts';
import { catalog } from '../../test/plan/support.ts';
import { takeTurns } from './measure.ts';
import { milliseconds, ratio, table, type Row } from './table.ts';

const counts = [1, 10, 100, 1000];
const compared = 100;
const types = [
  { type: 'storage-account' },
  { type: 'key-vault' },
  { type: 'avm-module', module: 'avm/res/cache/redis', version: '0.18.0' },
  { type: 'avm-module', module: 'avm/res/service-bus/namespace', version: '0.17.0' },
];

/** The whole way from answers to files in this process, for so many named components of four types. */
export async function benchMany(rounds: number): Promise<string> {
  const sizes = counts.map((count) => ({ count, run: generation(count) }));
  for (const { run } of sizes.slice(0, 3)) for (let warm = 0; warm < 3; warm += 1) run();
  const taken = await takeTurns(
    sizes.map(({ count, run }) => ({ name: String(count), run })),
    rounds,
  );
  const time = (count: number): number => taken.get(String(count)) ?? Number.NaN;
  // A workspace costs the same with few or many; what grows is what one more adds, from one size to the next.
  const steps = counts.slice(1).map((count, index) => {
    const before = counts[index] ?? 0;
    return { count, each: (time(count) - time(before)) / (count - before) };
  });
  const hundred = steps.find(({ count }) => count === compared)?.each ?? Number.NaN;
  const rows = steps.map(({ count, each }): Row => {
    const aim = count > compared ? 'about 1.00, or less' : '';
    return [`${count} components`, milliseconds(time(count)), milliseconds(each), ratio(each / hundred), aim];
  });
  return table(
    `Named components, answers to files in process; medians of ${rounds} turns`,
    ['', 'time', 'for one more', `of ${compared}`, 'aim'],
    [['1 component', milliseconds(time(1)), '', '', ''], ...rows],
  );
}

function generation(count: number): () => void {
  const start = startAnswers({ name: 'platform' }, empty);
  const components = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`part${index}`, types[index % types.length]]),
  );
  const answers = { ...start, components } as unknown as Answers;
  return () => {
    const { files, findings } = generate(answers, 'version: 1\n', catalog);
    if (!files || hasError(findings)) throw new Error(JSON.stringify(findings[0]));
  };
}
