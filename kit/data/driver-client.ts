import postgres, { type Sql } from 'postgres';

import { readArray } from './array-text.js';
import { connectOnce } from './connect-once.js';

export interface ClientOptions {
  readonly url: string;
  readonly applicationName: string;
  /** How long a statement may run before the server stops it, milliseconds. */
  readonly statementTimeoutMs: number;
  /** Called when the connection is gone, for whatever reason. */
  readonly onClose?: () => void;
  readonly onNotify?: (channel: string, payload: string) => void;
}

/** How long making a connection may take until the server is ready for it, milliseconds. */
export const connectTimeoutMs = 5_000;

/**
 * The driver with one connection, made once, when it is first needed. Who opens it ends it: the
 * driver's own limits of idleness and age are off, since they would also fall between two statements
 * of a transaction.
 */
export const openClient = (options: ClientOptions): Sql =>
  postgres(options.url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: connectTimeoutMs / 1_000,
    socket: connectOnce(),
    // The array types are known (below); asking for them would cost a round trip per connection.
    fetch_types: false,
    onnotice: () => {},
    onclose: () => options.onClose?.(),
    ...(options.onNotify ? { onnotify: options.onNotify } : {}),
    connection: {
      application_name: options.applicationName,
      statement_timeout: options.statementTimeoutMs,
      lock_timeout: 1_000,
      idle_in_transaction_session_timeout: 10_000,
      // Instants are read by their text, so no setting of the server may change how they are written.
      TimeZone: 'UTC',
      DateStyle: 'ISO, YMD',
    },
    types: driverTypes,
  } as postgres.Options<Record<string, postgres.PostgresType>>) as unknown as Sql;

// A wrong text must fail at the server, which says so; a writer that throws would leave the driver
// waiting for an answer to a question it never sent.
const asText = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : String(value);

const readBigInt = (text: string): bigint => BigInt(text);

// `2024-09-20 08:00:00+00`. Only in the form of ISO 8601 is the year 0099 not taken for 1999.
const readInstant = (text: string): Date => new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z'));

const readBoolean = (text: string): boolean => text === 't';
const readText = (text: string): string => text;

// drizzle reads a text as JSON that was not read yet. So a JSON value that is itself a text stays in
// its quotes; read here, "12" would become a number there.
const readJson = (text: string): unknown => (text.startsWith('"') ? text : JSON.parse(text));

const oneType = (oid: number, parse: (text: string) => unknown): postgres.PostgresType => ({
  to: oid,
  from: [oid],
  serialize: asText,
  parse,
});

const arrayType = (oid: number, parse: (text: string) => unknown): postgres.PostgresType =>
  oneType(oid, (text) => readArray(text, parse));

// By the numbers of pg_type, which never change for built-in types.
const driverTypes: Record<string, postgres.PostgresType> = {
  bigint: oneType(20, readBigInt),
  json: oneType(114, readJson),
  jsonb: oneType(3802, readJson),
  // A date is a day, not an instant: it stays the text the server sends.
  date: oneType(1082, readText),
  instant: oneType(1184, readInstant),
  booleans: arrayType(1000, readBoolean),
  smallints: arrayType(1005, Number),
  integers: arrayType(1007, Number),
  texts: arrayType(1009, readText),
  varchars: arrayType(1015, readText),
  bigints: arrayType(1016, readBigInt),
  doubles: arrayType(1022, Number),
  dates: arrayType(1182, readText),
  instants: arrayType(1185, readInstant),
  numerics: arrayType(1231, readText),
  jsonbs: arrayType(3807, readJson),
};
