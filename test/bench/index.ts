import { benchLedger } from './ledger.js';

// `npm run bench -- NAME`. Machines are small, shared and noisy: read the ratios within one run.

/** Every benchmark by its name, with what it tells. */
const benches: Readonly<Record<string, { readonly tells: string; run(): Promise<void> }>> = {
  ledger: { tells: 'posted transfers per second, 16 writers', run: benchLedger },
};

const [name = ''] = process.argv.slice(2);
const bench = benches[name];
if (bench) {
  await bench.run();
} else {
  console.log('Benchmarks (npm run bench -- NAME):');
  for (const [known, { tells }] of Object.entries(benches))
    console.log(`  ${known.padEnd(10)} ${tells}`);
  process.exitCode = name === '' ? 0 : 2;
}
