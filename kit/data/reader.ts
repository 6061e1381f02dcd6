import type { Viewer } from '../call/viewer.js';
import { Fault } from '../errors.js';
import type { BoundStatement, Connection, StatementOutcome } from './connection.js';
import type { Pool } from './connection-pool.js';
import { readyParameters } from './parameters.js';
import { codeOf, faultOf, withRetries, type RetryRules } from './retry.js';
import type { Statement } from './statement.js';

/** Asks the database. */
export interface Reader {
  /**
   * @param values by the names of the statement's placeholders
   * @throws Fault STORAGE_UNAVAILABLE or DEADLINE_EXCEEDED, Refusal BAD_ENCODING
   */
  rows<Row>(statement: Statement<Row>, values: Readonly<Record<string, unknown>>): Promise<Row[]>;
}

/** What a reader sends its statements through, and for whom. */
export interface ReaderParts {
  readonly pool: Pool<Connection>;
  readonly viewer: Viewer;
  readonly rules: RetryRules;
  readonly onStatement: (text: string) => void;
}

interface Question {
  readonly bound: BoundStatement;
  /** Takes the driver's rows; throws when they are not what the statement promised. */
  readonly answer: (rows: readonly unknown[][]) => void;
  readonly fail: (error: unknown) => void;
}

/** A reader for one viewer: what is asked for in one tick goes out together, as one wave. */
export function openReader(parts: ReaderParts): Reader {
  let wave: Question[] = [];

  const sendWave = (): void => {
    const questions = wave;
    wave = [];
    void answerWave(parts, questions);
  };

  const ask = (question: Question): void => {
    if (wave.length === 0) setImmediate(sendWave);
    wave.push(question);
    parts.onStatement(question.bound.text);
  };

  return {
    rows: <Row>(statement: Statement<Row>, values: Readonly<Record<string, unknown>>) =>
      new Promise<Row[]>((resolve, reject) => {
        const parameters = readyParameters(statement.parameters(values));
        ask({
          bound: { text: statement.text, parameters },
          answer: (rows) => resolve(rows.map((row) => statement.decode(row))),
          fail: reject,
        });
      }),
  };
}

// One transaction per wave. The fault of a statement stays with it: those that went out behind it are
// asked again together, so each round answers at least one question more.
async function answerWave(parts: ReaderParts, questions: readonly Question[]): Promise<void> {
  let open = questions;
  while (open.length > 0) open = await answerRound(parts, open);
}

async function answerRound(
  parts: ReaderParts,
  questions: readonly Question[],
): Promise<readonly Question[]> {
  try {
    const outcomes = await askTogether(parts, questions);
    return questions.filter((question, index) => !settle(question, outcomes[index]));
  } catch (error) {
    for (const question of questions) question.fail(error);
    return [];
  }
}

const askTogether = (
  { pool, viewer, rules }: ReaderParts,
  questions: readonly Question[],
): Promise<readonly StatementOutcome[]> =>
  withRetries(rules, () =>
    pool.use((connection) => {
      if (rules.signal?.aborted) throw nobodyWaits();
      return connection.read(
        viewer,
        questions.map(({ bound }) => bound),
      );
    }),
  );

function settle(question: Question, outcome: StatementOutcome | undefined): boolean {
  if (outcome?.is === 'failed') {
    question.fail(readFaultOf(outcome.error));
    return true;
  }
  if (outcome?.is !== 'answered') return false;
  try {
    question.answer(outcome.rows);
  } catch (error) {
    question.fail(error);
  }
  return true;
}

// A read waits for a lock only while a migration rebuilds its table.
const readFaultOf = (error: unknown): unknown =>
  codeOf(error) === '55P03'
    ? new Fault('DEADLINE_EXCEEDED', 'The database is changing its tables. Try again.', {
        cause: error,
      })
    : faultOf(error);

const nobodyWaits = (): Fault =>
  new Fault('DEADLINE_EXCEEDED', 'Nobody waits for this answer any more.');
