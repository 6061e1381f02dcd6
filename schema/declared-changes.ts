import type { Change } from './breaking-changes.js';

/**
 * The breaking changes that CHANGELOG.md does not declare: none of its lines under
 * `## Unreleased`, `### Breaking` names the changed coordinate.
 * @param changelog the whole text of CHANGELOG.md; empty when there is none
 */
export function undeclaredChanges(
  changes: readonly Change[],
  changelog: string,
): readonly Change[] {
  const declared = breakingSection(changelog);
  return changes.filter(
    ({ weight, coordinate }) => weight === 'BREAKING' && !names(declared, coordinate),
  );
}

/** What to write, for the person whose change is undeclared. */
export const describeUndeclared = ({ coordinate, description }: Change): string =>
  `${description} That breaks clients. If it is meant, add to CHANGELOG.md under ` +
  `"## Unreleased", "### Breaking":\n` +
  `    - \`${coordinate}\`: <who is affected, and what to use instead>`;

function breakingSection(changelog: string): string {
  return sectionOf(sectionOf(changelog, '## Unreleased'), '### Breaking');
}

// From the heading to the next heading of the same or a higher level.
function sectionOf(text: string, heading: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.trim() === heading);
  if (start < 0) return '';
  const level = heading.indexOf(' ');
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => new RegExp(`^#{1,${level}} `).test(line));
  return (end < 0 ? rest : rest.slice(0, end)).join('\n');
}

// `Fund` must not count as named by a line on `Fund.founders` or on `FundState`.
const names = (text: string, coordinate: string): boolean =>
  new RegExp(`(?<![\\w.@])${coordinate.replaceAll('.', '\\.')}(?![\\w]|\\.\\w)`).test(text);
