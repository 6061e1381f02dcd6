import { lstat, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
/**
 * Makes the library links that the binaries need (libicuuc.so.60 and the like). npm packages
 * cannot carry links; the package's install script would make them, but many installations run
 * no scripts, and without the links the server does not start.
 * @param directory the package's directory, or a copy of it
 * @returns false when a link is missing and cannot be made because the directory is not writable
 * @throws what the file system throws for any other reason
 */
export async function linkLibraries(directory) {
    for (const link of await readLinks(directory)) {
        if (!(await makeLink(directory, link)))
            return false;
    }
    return true;
}
// Packages for Windows list no links and have no such file.
async function readLinks(directory) {
    const path = join(directory, 'native', 'pg-symlinks.json');
    const listed = JSON.parse(await readFile(path, 'utf8').catch(() => '[]'));
    return Array.isArray(listed) ? listed.filter(isLibraryLink) : [];
}
function isLibraryLink(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    if (!('source' in value) || !('target' in value))
        return false;
    return typeof value.source === 'string' && typeof value.target === 'string';
}
async function makeLink(directory, link) {
    const file = join(directory, link.target);
    const isThere = await lstat(file).catch(() => null);
    if (isThere !== null)
        return true;
    try {
        await symlink(relative(dirname(link.target), link.source), file);
        return true;
    }
    catch (error) {
        const code = error.code;
        if (code === 'EEXIST')
            return true; // another process made it meanwhile
        if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
            return false;
        throw error;
    }
}
//# sourceMappingURL=link-libraries.js.map