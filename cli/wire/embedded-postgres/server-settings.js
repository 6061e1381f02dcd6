/** The address the embedded server listens on: this machine only. */
export const SERVER_HOST = '127.0.0.1';
/** Marks a server as started by linju; shows in the names of its processes too. */
export const CLUSTER_NAME = 'linju';
/**
 * The words that start the server. Everything is said on the command line, so that a running
 * server can be asked (postmaster.opts) whether it runs as this version of linju wants it.
 * @param server .durable false gives up safety against a crash of the machine, for tests;
 *               .settings further settings of Postgres, which win over the ones here
 */
export function serverArguments(server) {
    const settings = {
        ...baseSettings,
        ...(server.durable ? {} : carelessSettings),
        ...server.settings,
        port: String(server.port),
    };
    const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    return ['-D', server.cluster, ...words];
}
const baseSettings = {
    cluster_name: CLUSTER_NAME,
    listen_addresses: SERVER_HOST,
    // No socket file: its path would have to be short, and writable by the server's user.
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The whole product rests under 600 MB; this server rests near 25.
    shared_buffers: '64MB',
    max_connections: '100',
    max_wal_size: '256MB',
    // One pool of I/O workers less; reads at this size come from the page cache.
    io_method: 'sync',
    jit: 'off',
    // A district may publish to the city; changing this later would need a restart.
    wal_level: 'logical',
    // The supervisor reads these words, so they are English and go to stderr. Failed statements
    // are the caller's affair, and their text may hold personal data: neither is logged.
    lc_messages: 'C',
    logging_collector: 'off',
    log_destination: 'stderr',
    log_line_prefix: '',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
};
const carelessSettings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
};
//# sourceMappingURL=server-settings.js.map