import { chmod, cp, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { linkLibraries } from './link-libraries.js';
/**
 * Keeps a copy of the binaries beside the cluster, for when they cannot be used where npm put
 * them. Made once per version; copies of other versions are removed.
 * @param copy .from the package's directory; .version of the package; .into the server's home;
 *             .announce called with the place before copying starts (it takes a second)
 * @returns the copy's directory, laid out like the package
 * @throws what the file system throws, when there is no space for instance
 */
export async function copyBinaries(copy) {
    const finished = join(copy.into, `${PREFIX}${copy.version}`);
    if ((await stat(finished).catch(() => null)) !== null)
        return finished;
    copy.announce(finished);
    await removeOtherCopies(copy.into);
    await copyAndRename(copy.from, finished);
    return finished;
}
const PREFIX = 'postgres-binaries-';
async function removeOtherCopies(directory) {
    const copies = (await readdir(directory)).filter((name) => name.startsWith(PREFIX));
    for (const name of copies)
        await rm(join(directory, name), { recursive: true, force: true });
}
// The copy gets its name only when it is whole, so that one cut short is never taken for it.
async function copyAndRename(from, finished) {
    const unfinished = await mkdtemp(`${finished}.`);
    await cp(join(from, 'native'), join(unfinished, 'native'), {
        recursive: true,
        verbatimSymlinks: true,
    });
    await linkLibraries(unfinished);
    await letEverybodyRead(unfinished);
    await rename(unfinished, finished);
}
// npm writes what the umask of the day allowed, perhaps for its own user only.
async function letEverybodyRead(directory) {
    await chmod(directory, 0o755);
    for (const entry of await readdir(directory, { withFileTypes: true })) {
        const path = join(directory, entry.name);
        if (entry.isDirectory())
            await letEverybodyRead(path);
        else if (entry.isFile())
            await chmod(path, ((await stat(path)).mode & 0o100) === 0 ? 0o644 : 0o755);
    }
}
//# sourceMappingURL=copy-binaries.js.map