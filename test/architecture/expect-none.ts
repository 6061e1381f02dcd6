import { expect } from 'vitest';

/**
 * Fails with one line per finding. Each line says what to do next, so the title needs only to say what
 * the lines have in common.
 */
export function expectNone(title: string, findings: readonly string[]): void {
  const distinct = [...new Set(findings)].sort();
  if (distinct.length === 0) return;
  const lines = distinct.map((finding) => `  - ${finding}`);
  expect.fail([`${title} (${distinct.length})`, ...lines].join('\n'));
}
