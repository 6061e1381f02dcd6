import type { Command } from 'commander';

import { diagnose } from '../doctor/diagnose.js';

const marks = { OK: 'ok  ', NOTE: 'note', WRONG: 'FAIL' } as const;

/** `linju doctor`: looks at the installation, changes nothing, ends with code 3 when something is wrong. */
export const addDoctor = (program: Command): Command =>
  program
    .command('doctor')
    .description('say what is wrong with this installation and what to do')
    .action(async () => {
      let wrong = 0;
      for await (const { name, state, finding, advice } of diagnose(process.env)) {
        if (state === 'WRONG') wrong += 1;
        process.stdout.write(`${marks[state]}  ${name}: ${finding}\n`);
        if (advice) process.stdout.write(`      → ${advice}\n`);
      }
      process.stdout.write(
        wrong === 0
          ? '\nNothing is wrong.\n'
          : `\n${wrong} ${wrong === 1 ? 'thing is' : 'things are'} wrong.\n`,
      );
      if (wrong > 0) process.exitCode = 3;
    });
