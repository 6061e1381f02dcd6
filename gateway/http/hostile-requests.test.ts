import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';

import { describe, expect, test } from 'vitest';

import { sharedGateway } from '../test-support/start-gateway.js';

const gateway = sharedGateway();
const gatewayOverHttp = sharedGateway({ over: 'over HTTP' });

interface Sent {
  readonly status: number;
  readonly code: unknown;
  readonly body: Record<string, unknown>;
}

async function send(
  url: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Sent> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const answer = (await response.json()) as { errors?: { extensions: Record<string, unknown> }[] };
  return {
    status: response.status,
    code: answer.errors?.[0]?.extensions['code'],
    body: { ...answer },
  };
}

const total = JSON.stringify({ query: '{ total }' });
const bytes = (...parts: (string | readonly number[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.concat(parts.map((part) => Buffer.from(part as string))));

describe('the content type', () => {
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'application/json; charset=utf-7',
    'application/json; charset=utf-16',
    'application/json; charset=latin1',
    'application/json; charset=gb18030',
    'Application/JSON',
    'application/json ;charset=utf-8',
    'application/json;\tcharset=utf-8',
    'application/json;charset=utf-8;x=y',
    'application/json, text/plain',
    'application/jsonx',
    'text/plain; application/json',
    'application/json;',
  ])('%s is refused', async (type) => {
    const { url } = gateway();
    const { status, code } = await send(url, total, { 'content-type': type });
    expect([status, code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  test.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
  ])('%s is read', async (type) => {
    const { url } = gateway();
    expect(await send(url, total, { 'content-type': type })).toMatchObject({ status: 200 });
  });

  test('an odd one on a GET is refused', async () => {
    const { url } = gateway();
    const headers = { 'content-type': 'text/plain' };
    expect((await fetch(`${url}/graphql?query={total}`, { headers })).status).toBe(415);
  });

  test.each(['gzip', 'deflate', 'br', 'gzip, gzip', 'x'])(
    'a body encoded as %s is refused',
    async (encoding) => {
      const { url } = gateway();
      const bomb = Uint8Array.from(gzipSync(Buffer.alloc(10 * 1024 * 1024)));
      const { status, code } = await send(url, bomb, { 'content-encoding': encoding });
      expect([status, code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    },
  );
});

describe('the body', () => {
  test.each([
    ['not JSON', '{', 400, 'BAD_REQUEST'],
    ['empty', '', 400, 'BAD_REQUEST'],
    ['a batch', `[${total}]`, 400, 'BAD_REQUEST'],
    ['a batch of none', '[]', 400, 'BAD_REQUEST'],
    ['null', 'null', 400, 'BAD_REQUEST'],
    ['a text', '"query"', 400, 'BAD_REQUEST'],
    [
      'invalid UTF-8',
      bytes('{"query":"{ echo(text: \\"', [0xff, 0xfe], '\\") }"}'),
      400,
      'BAD_ENCODING',
    ],
    [
      'cut within a character',
      bytes('{"query":"{ total } #', [0xe9, 0x87], '"}'),
      400,
      'BAD_ENCODING',
    ],
    ['with a byte order mark', bytes([0xef, 0xbb, 0xbf], total), 400, 'BAD_ENCODING'],
    ['UTF-16', bytes([...Buffer.from(total, 'utf16le')]), 400, 'BAD_REQUEST'],
  ])('%s is refused', async (_, body, status, code) => {
    const { url } = gateway();
    expect(await send(url, body)).toMatchObject({ status, code });
  });

  test('of 5 MB is refused, whether its length is declared or not', async () => {
    const { url } = gateway();
    const body = JSON.stringify({ query: '{ total }', variables: { text: 'x'.repeat(5_000_000) } });
    expect(await send(url, body)).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Blob([body]).stream(),
      duplex: 'half',
    });
    expect(response.status).toBe(413);
    expect(await send(url, total)).toMatchObject({ status: 200 });
  });
});

const echo = (text: string) =>
  JSON.stringify({ query: 'query ($text: String) { echo(text: $text) }', variables: { text } });

describe('text', () => {
  test.each([
    [
      'a NUL in a variable',
      '{"query":"query ($text: String) { echo(text: $text) }","variables":{"text":"a\\u0000b"}}',
    ],
    ['a NUL in the name of a variable', '{"query":"{ total }","variables":{"a\\u0000":1}}'],
    [
      'half a surrogate pair in a variable',
      '{"query":"{ total }","variables":{"deep":[{"er":"\\ud83d"}]}}',
    ],
    ['half a surrogate pair in the query', '{"query":"{ total } # \\ud83d"}'],
    ['a NUL in a literal', JSON.stringify({ query: '{ echo(text: "a\\u0000b") }' })],
  ])('with %s is refused', async (_, body) => {
    const { url } = gateway();
    expect(await send(url, body)).toMatchObject({ status: 400, code: 'BAD_ENCODING' });
  });

  test.each(['野鸭冲 🏃', 'a\u202Eb', '\uFEFFa', 'e\u0301', '\u{10FFFF}', '\\u0000'])(
    '%j comes back unaltered',
    async (text) => {
      const { url } = gateway();
      expect((await send(url, echo(text))).body).toEqual({ data: { echo: text } });
    },
  );
});

describe('names that mean something to JavaScript', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

  test.each(names)('%s is only a name', async (name) => {
    const { url } = gateway();
    const alias = await send(
      url,
      JSON.stringify({ query: `{ ${name}: place(id: "1") { ${name}: name } }` }),
    );
    expect(JSON.stringify(alias.body)).toBe(`{"data":{"${name}":{"${name}":"野鸭冲"}}}`);
    const query = `{ ${name}: place(id: "1") { ${name}: residents } }`;
    const overHttp = await send(gatewayOverHttp().url, JSON.stringify({ query }));
    expect(JSON.stringify(overHttp.body)).toBe(`{"data":{"${name}":{"${name}":10}}}`);
    const variable = `{"query":"query ($${name}: String) { echo(text: $${name}) }","variables":{"${name}":"x"}}`;
    expect((await send(url, variable)).body).toEqual({ data: { echo: 'x' } });
    const key = `{"query":"{ total }","${name}":{"query":"{ places { id } }"},"variables":{"${name}":{"polluted":1}}}`;
    expect((await send(url, key)).body).toEqual({ data: { total: 30 } });
    const header = await fetch(`${url}/graphql?query={total}`, { headers: { [name]: 'x' } });
    expect(await header.json()).toEqual({ data: { total: 30 } });
    const fragment = await send(
      url,
      JSON.stringify({ query: `{ ...${name} } fragment ${name} on Query { total }` }),
    );
    expect(fragment.body).toEqual({ data: { total: 30 } });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('a body that names them in the place of a query has no query', async () => {
    const { url } = gateway();
    const body = '{"__proto__":{"query":"{ total }"},"constructor":{"query":"{ total }"}}';
    expect(await send(url, body)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });
});

test.each([
  ['bytes that are not HTTP', 'hello\r\n\r\n', '400 Bad Request'],
  [
    'headers of 100 kB',
    `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`,
    '431 Request Header',
  ],
  [
    'two lengths',
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
    '400 Bad Request',
  ],
])('%s end in an answer and not in the process', async (_, text, status) => {
  const { url, ask } = gateway();
  const answer = await new Promise<string>((resolve) => {
    let read = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => (read += String(chunk)));
    socket.on('close', () => resolve(read));
    socket.on('error', () => undefined);
  });
  expect(answer).toContain(`HTTP/1.1 ${status}`);
  expect(answer).toContain('"code":"BAD_REQUEST"');
  expect(await ask('{ total }')).toEqual({ data: { total: 30 } });
});
