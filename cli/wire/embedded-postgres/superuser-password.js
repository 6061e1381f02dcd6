import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
/** The name of the server's superuser. Subgraphs have roles of their own and never use it. */
export const SUPERUSER = 'postgres';
/**
 * Reads the superuser's password from the data directory, where only the owner may read it.
 * @returns null when none has been made yet
 */
export async function findSuperuserPassword(dataDir) {
    const text = await readFile(passwordFile(dataDir), 'utf8').catch(() => '');
    return text.trim() === '' ? null : text.trim();
}
/**
 * Reads the superuser's password, making a random one for a database that does not exist yet.
 * @param clusterExists then a password is only read: a new one would not open the old database
 * @throws EmbeddedPostgresError PASSWORD_MISSING
 */
export async function requireSuperuserPassword(dataDir, clusterExists) {
    const known = await findSuperuserPassword(dataDir);
    if (known !== null)
        return known;
    if (clusterExists)
        throw passwordMissing(dataDir);
    const password = randomBytes(24).toString('base64url');
    await writeFile(passwordFile(dataDir), `${password}\n`, { mode: 0o600, flush: true });
    return password;
}
function passwordFile(dataDir) {
    return join(dataDir, 'postgres-password');
}
function passwordMissing(dataDir) {
    return new EmbeddedPostgresError('PASSWORD_MISSING', `The file ${passwordFile(dataDir)} with the database's password is missing or cannot be read. Bring it back from a copy, or start linju as the user who owns it.`);
}
//# sourceMappingURL=superuser-password.js.map