import { cpus, totalmem } from 'node:os';

/** One line about where the figures were measured. */
export function describeMachine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} × ${first?.model.trim() ?? 'CPU'}, ${memory} GiB, Node ${process.versions.node}, ${process.platform} ${process.arch}`;
}
