import type { ServerUser } from './server-user.js';

/**
 * A database server that accepts connections.
 *   .pid     its first process
 *   .port    where it listens, on the loopback address
 *   .adopted it was running already and is not a child of this process
 *   .ended   settles when the process is gone, with how it ended, for a person; never rejects
 */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  readonly adopted: boolean;
  readonly ended: Promise<string>;
}

/**
 * How a server is to run.
 *   .program  the postgres binary
 *   .user     null for the user of this process
 *   .durable  see serverArguments
 *   .settings see serverArguments
 *   .port     null for any free one
 *   .log      one line for a person at a time
 */
export interface ServerPlan {
  readonly cluster: string;
  readonly program: string;
  readonly user: ServerUser | null;
  readonly durable: boolean;
  readonly settings: Readonly<Record<string, string>>;
  readonly port: number | null;
  readonly log: (line: string) => void;
}
