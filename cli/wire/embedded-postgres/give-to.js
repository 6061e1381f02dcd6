import { lchown, readdir } from 'node:fs/promises';
import { join } from 'node:path';
/** Makes the user the owner of a path and of all below it. Links are changed, not followed. */
export async function giveTo(user, path) {
    await lchown(path, user.uid, user.gid);
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
        const child = join(path, entry.name);
        if (entry.isDirectory())
            await giveTo(user, child);
        else
            await lchown(child, user.uid, user.gid);
    }
}
//# sourceMappingURL=give-to.js.map