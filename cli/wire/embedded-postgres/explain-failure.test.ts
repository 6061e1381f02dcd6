import { expect, test } from 'vitest';
import { explainFailure } from './explain-failure.js';
import { explainSystemError } from './explain-system-error.js';

test.each([
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'DISK_FULL'],
  ['initdb: error: could not write file "/x/pg_wal/1": No space left on device', 'DISK_FULL'],
  ['FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes', 'DISK_FULL'],
  ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'PORT_TAKEN'],
  ['FATAL:  lock file "postmaster.pid" already exists', 'DATA_DIRECTORY_IN_USE'],
  [
    'FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use',
    'DATA_DIRECTORY_IN_USE',
  ],
  ['FATAL:  database files are incompatible with server', 'OTHER_MAJOR_VERSION'],
  ['postgres: error while loading shared libraries: libicui18n.so.60', 'BINARIES_MISSING'],
  ['FATAL:  data directory "/x" has wrong ownership', 'NOT_READABLE_BY_SERVER_USER'],
  [
    'initdb: error: could not access directory "/x": Permission denied',
    'NOT_READABLE_BY_SERVER_USER',
  ],
  ['FATAL:  something nobody has seen yet', 'START_FAILED'],
])('%s is %s, and the words are shown', (output, code) => {
  const error = explainFailure(output, { code: 'START_FAILED', what: 'It ended.' });
  expect(error.code).toBe(code);
  expect(error.message).toMatch(/\.\nIt said:\n {2}/);
  expect(error.message.endsWith(output)).toBe(true);
});

test('of long output only the end is shown', () => {
  const output = Array.from({ length: 500 }, (_, index) => `line ${index}`).join('\n');
  const { message } = explainFailure(output, { code: 'START_FAILED', what: 'It ended.' });
  expect(message.split('\n')).toHaveLength(14);
  expect(message).toContain('line 499');
});

test.each([
  ['ENOSPC', 'DISK_FULL'],
  ['EDQUOT', 'DISK_FULL'],
  ['EACCES', 'DATA_DIRECTORY_NOT_WRITABLE'],
  ['EROFS', 'DATA_DIRECTORY_NOT_WRITABLE'],
])('the operating system saying %s is %s, with the cause kept', (code, expected) => {
  const cause = Object.assign(new Error(`${code}: open '/x/y'`), { code });
  expect(explainSystemError(cause, '/x')).toMatchObject({ code: expected, cause });
});

test('a directory that cannot be made is one that cannot be used, whatever the system calls it', () => {
  const readOnly = { code: 'ENOENT', syscall: 'mkdir' };
  const cause = Object.assign(new Error(`ENOENT: no such file or directory, mkdir '/x'`), readOnly);
  expect(explainSystemError(cause, '/x')).toMatchObject({ code: 'DATA_DIRECTORY_NOT_WRITABLE' });
});

test('an error of another kind stays what it is', () => {
  const missing = Object.assign(new Error('a file'), { code: 'ENOENT', syscall: 'open' });
  for (const error of [new TypeError('a bug'), missing, null]) {
    expect(explainSystemError(error, '/x')).toBe(error);
  }
});
