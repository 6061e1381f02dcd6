import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
/**
 * "nobody" on every Linux. Postgres refuses to run as root, and linju creates no users, so root
 * lends its server this one, which must be in the machine's user list: initdb looks it up.
 */
export const NOBODY = { uid: 65534, gid: 65534 };
/** True when this process is root, so that the server must run as somebody else. */
export function runsAsRoot() {
    return process.getuid?.() === 0;
}
/**
 * Finds the first directory on the way to a path that the user may not walk through.
 * Only mode bits are read: an access list that grants more is not seen, and then the caller takes
 * the roundabout way although the direct one would do.
 * @param path an existing directory, absolute, links resolved
 * @returns the blocking directory, or null when the user can reach the path
 */
export async function findBlockingDirectory(path, user) {
    for (const directory of ancestorsOf(path)) {
        if (!mayUse(await stat(directory), user, EXECUTE))
            return directory;
    }
    return null;
}
/** Whether the user may read and execute the file itself; the way to it is not looked at. */
export async function mayExecute(file, user) {
    return mayUse(await stat(file), user, READ | EXECUTE);
}
const READ = 4;
const EXECUTE = 1;
function ancestorsOf(path) {
    const parent = dirname(path);
    return parent === path ? [path] : [...ancestorsOf(parent), path];
}
function mayUse(file, user, wanted) {
    const shift = file.uid === user.uid ? 6 : file.gid === user.gid ? 3 : 0;
    return ((file.mode >> shift) & wanted) === wanted;
}
//# sourceMappingURL=server-user.js.map