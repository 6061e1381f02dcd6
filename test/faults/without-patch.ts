/**
 * Takes a patch back.
 * @param patch  as `patch-package` writes them
 * @param folder what all of its files stand below
 * @returns per file, from that folder, what turns its text into what it was before
 */
export function withoutPatch(
  patch: string,
  folder: string,
): ReadonlyMap<string, (text: string) => string> {
  const files = patch.split(/^diff --git .*\n/m).slice(1);
  return new Map(
    files.map((file) => {
      const name = /^\+\+\+ b\/(.*)$/m.exec(file)?.[1] ?? '';
      const hunks = file.split(/^@@ .*\n/m).slice(1);
      return [name.slice(folder.length), (text: string) => hunks.reduce(takeBack, text)];
    }),
  );
}

// A hunk's lines begin with a blank (both), a plus (only after the patch) or a minus (only before).
function takeBack(text: string, hunk: string): string {
  const lines = hunk.split('\n').filter((line) => /^[ +-]/.test(line));
  const after = lines.filter((line) => !line.startsWith('-')).map((line) => line.slice(1));
  const before = lines.filter((line) => !line.startsWith('+')).map((line) => line.slice(1));
  if (!text.includes(after.join('\n'))) throw new Error(`The patch is not there:\n${hunk}`);
  return text.replace(after.join('\n'), () => before.join('\n'));
}
