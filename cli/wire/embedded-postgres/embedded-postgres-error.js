/**
 * A refusal or failure of the embedded Postgres. The message says what happened and what to try,
 * and never holds a password.
 */
export class EmbeddedPostgresError extends Error {
    /**
     * @param code    which of the known situations this is
     * @param message what happened and what to try, complete sentences
     * @param options .cause the error this one explains, if there is one
     */
    constructor(code, message, options) {
        super(message, options);
        this.code = code;
        this.name = 'EmbeddedPostgresError';
    }
}
//# sourceMappingURL=embedded-postgres-error.js.map