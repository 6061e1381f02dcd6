import { createServer } from 'node:net';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { SERVER_HOST } from './server-settings.js';
/** A port of the loopback address on which nobody listens at this moment. */
export function findFreePort() {
    return listenBriefly(0);
}
/**
 * Makes sure that nobody listens on the port at this moment.
 * @throws EmbeddedPostgresError PORT_TAKEN
 */
export async function requireFreePort(port) {
    await listenBriefly(port).catch((cause) => {
        throw new EmbeddedPostgresError('PORT_TAKEN', `The database cannot use port ${port} of ${SERVER_HOST}: ${reasonOf(cause)}. Stop the program that holds it (ss -ltnp names it), or choose another port.`, { cause });
    });
}
function listenBriefly(port) {
    return new Promise((resolve, reject) => {
        const listener = createServer();
        listener.once('error', reject);
        listener.listen({ host: SERVER_HOST, port, exclusive: true }, () => {
            const address = listener.address();
            listener.close(() => resolve(typeof address === 'object' && address ? address.port : port));
        });
    });
}
function reasonOf(cause) {
    const code = cause.code;
    return code === 'EADDRINUSE' ? 'another program listens there' : String(code);
}
//# sourceMappingURL=free-port.js.map