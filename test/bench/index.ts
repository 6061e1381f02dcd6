// `npm run bench -- NAME`: measures; asserts nothing but that the work was done. Without a name it says
// what there is. Compare figures of one run only: machines and their other work differ.
import { describeMachine } from './describe-machine.js';

interface Bench {
  readonly about: string;
  readonly run: () => Promise<void>;
}

const benches: Readonly<Record<string, Bench>> = {
  ledger: {
    about: 'posted transfers per second, 16 writers, beside the plainest write there is',
    run: async () => (await import('./ledger.js')).benchLedger(),
  },
  start: {
    about: 'first and second start until ready, and the memory at rest',
    run: async () => (await import('./start.js')).benchStart(),
  },
};

const [name = ''] = process.argv.slice(2);
const bench = benches[name];
if (bench) {
  console.log(describeMachine());
  await bench.run();
  process.exit();
}
console.log(name === '' ? 'There are:' : `There is no bench ${name}. There are:`);
for (const [each, { about }] of Object.entries(benches)) {
  console.log(`  npm run bench -- ${each.padEnd(8)} ${about}`);
}
process.exit(name === '' ? 0 : 2);
