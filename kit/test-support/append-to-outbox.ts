// Run as a process of its own by outbox-listener.test.ts: appends one change to the outbox of `lab`.
import { systemViewer } from '../call/viewer.js';
import { baseTables } from '../data/base-tables.js';
import { openDatabase } from '../data/database.js';
import { appendToOutbox } from '../data/outbox.js';

const [url = '', entityId = ''] = process.argv.slice(2);
const database = openDatabase({ url, schema: 'lab' });
await database.write(systemViewer, { repeatable: true }, (tx) =>
  appendToOutbox(tx, baseTables('lab'), {
    entityType: 'Note',
    entityId,
    change: 'CREATED',
    districtCode: null,
    at: new Date(),
  }),
);
await database.close();
process.exit(0);
