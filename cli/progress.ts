import { SingleBar } from 'cli-progress';

import type { Progress } from './wire/prepare-store.js';

/**
 * Tells a person what goes on: lines, and on a terminal a bar for what takes longer. Without a
 * terminal (a log file, a container) the bar is one line when it is full.
 */
export function openProgress(
  output: NodeJS.WriteStream = process.stdout,
): Progress & { end(): void } {
  let bar: { readonly text: string; readonly shown: SingleBar | null } | null = null;

  const end = (): void => {
    bar?.shown?.stop();
    bar = null;
  };

  return {
    line: (text) => {
      end();
      output.write(`${text}\n`);
    },
    count: (text, done, total) => {
      if (bar?.text !== text) {
        end();
        bar = { text, shown: output.isTTY ? startBar(text, total) : null };
      }
      bar.shown?.update(done);
      if (done < total) return;
      if (!bar.shown) output.write(`${text}: ${total} records\n`);
      end();
    },
    end,
  };
}

function startBar(text: string, total: number): SingleBar {
  const bar = new SingleBar({ format: `${text} [{bar}] {value}/{total}`, hideCursor: true });
  bar.start(total, 0);
  return bar;
}
