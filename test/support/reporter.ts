import type { SerializedError } from 'vitest';
import type { Reporter, TestCase, TestModule, TestRunEndReason, Vitest } from 'vitest/node';

/** What one run came to. */
interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Stands beside vitest's own report and makes the last line of the whole output
 * `N passed, N failed` (and `, N skipped` where any), for scripts and for people in a hurry.
 *
 * A test counts once, however often it was retried. What fails outside a test counts as one failure:
 * a file that cannot be loaded, a hook around a suite, an error nobody caught, a run that vitest
 * itself calls failed. A test that never came to an end has failed. The exit code stays vitest's.
 *
 * Above that line stands each test that was skipped, with the reason where it gave one: what did not
 * run here should be known to whoever reads "0 failed". Tests left out by `-t` are not listed.
 */
export default class LastLineReporter implements Reporter {
  #tally: Tally | null = null;
  #skipped: readonly string[] = [];
  #isFiltered = false;

  onInit(vitest: Vitest): void {
    this.#isFiltered = vitest.config.testNamePattern !== undefined;
    // Whatever else prints at the end (slow handles, other reporters), the line comes after it.
    process.once('exit', () => {
      const lines = this.#tally ? [...this.#skipped, describeTally(this.#tally)] : [];
      for (const line of lines) process.stdout.write(`${line}\n`);
    });
  }

  onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const states = tests.map(stateOf);
    const failures =
      states.filter((state) => state === 'failed').length +
      modules.reduce((total, module) => total + failuresAround(module), 0) +
      unhandled.length;
    this.#tally = {
      passed: states.filter((state) => state === 'passed').length,
      failed: reason === 'passed' ? failures : Math.max(failures, 1),
      skipped: states.filter((state) => state === 'skipped').length,
    };
    if (!this.#isFiltered) this.#skipped = tests.flatMap(describeSkipped);
  }
}

function stateOf(test: TestCase): 'passed' | 'failed' | 'skipped' {
  const { state } = test.result();
  return state === 'pending' ? 'failed' : state;
}

// None for a test that ran. A todo says what it is by its name.
function describeSkipped(test: TestCase): readonly string[] {
  const result = test.result();
  if (result.state !== 'skipped') return [];
  const reason = result.note === undefined ? '' : `: ${result.note}`;
  return [`skipped: ${test.module.relativeModuleId} > ${test.fullName}${reason}`];
}

// Errors of the file and of its suites, not of the tests inside them.
const failuresAround = (module: TestModule): number =>
  [module, ...module.children.allSuites()].filter((part) => part.errors().length > 0).length;

const describeTally = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
