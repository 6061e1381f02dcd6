import closeWithGrace from 'close-with-grace';

/**
 * The only owner of the process's signals. The first SIGINT or SIGTERM stops cleanly, a second one
 * ends at once; an error that nobody caught stops cleanly too and ends with code 1.
 * @param stop ends the work; given 20 seconds
 */
export function stopOnSignals(stop: () => Promise<void>, say: (line: string) => void): void {
  closeWithGrace({ delay: 20_000, logger: false }, async ({ signal, err }) => {
    if (err) process.stderr.write(`linju: ${err.stack ?? err.message}\n`);
    else say(`${signal ?? 'stop'}: finishing what is running …`);
    await stop();
    say('stopped');
  });
}
