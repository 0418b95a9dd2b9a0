import { reporters, Runner, type MochaOptions } from 'mocha';

/** As `spec`, and at the very end one plain line for programs: `N passed, N failed`. */
export default class Reporter extends reporters.Spec {
  constructor(runner: Runner, options?: MochaOptions) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      process.stdout.write(`${this.stats.passes} passed, ${this.stats.failures} failed\n`);
    });
  }
}
