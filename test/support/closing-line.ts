import type { Reporter, SerializedError, TestModule } from 'vitest/node';
import { lookFor, missingTool, tools } from './tools.ts';

/**
 * Ends a run with `<n> passed, <n> failed, <n> skipped`, alone on a line.
 * What breaks outside a test (a file that does not load, a hook, an error nobody caught) counts as failed.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        count[state === 'pending' ? 'skipped' : state] += 1;
      }
      count.failed += module.errors().length;
      for (const suite of module.children.allSuites()) count.failed += suite.errors().length;
    }
    for (const tool of tools.filter((one) => lookFor(one) === null))
      process.stdout.write(`SKIPPED: ${missingTool(tool)}\n`);
    process.stdout.write(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
  }
}
