import { describe, expect, test } from 'vitest';

import { fixedClock } from '../clock.js';
import { callSigner, callVerifier, type CallRefusalReason } from './signed-call.js';
import { anonymous, officerOf } from './viewer.js';

const secret = 'a secret that only these tests share';
const start = new Date('2024-09-21T00:00:00Z');
const body = '{"query":"{ total }"}';

function bothSides(more: { subgraph?: string; secret?: string; callsPerMinuteMax?: number } = {}) {
  const clock = fixedClock(start);
  const sign = callSigner(secret, clock);
  const verifier = callVerifier({ secret, subgraph: 'funds', clock, ...more });
  const viewer = officerOf('430202');
  const header = () => sign({ subgraph: 'funds', viewer, requestId: 'request-1', operation: body });
  return { clock, sign, verifier, header, viewer };
}

const refusedFor = (reason: CallRefusalReason) => ({ ok: false, reason });

test('a signed call tells who asks and under which request id', () => {
  const { verifier, header, viewer } = bothSides();
  expect(verifier.verify(header(), body)).toEqual({
    ok: true,
    call: { viewer, requestId: 'request-1' },
  });
});

test('bytes and text of one operation are the same operation', () => {
  const { verifier, header } = bothSides();
  expect(verifier.verify(header(), Buffer.from(body)).ok).toBe(true);
});

describe('a call is refused', () => {
  test.each<[string, string | undefined, CallRefusalReason]>([
    ['unsigned', undefined, 'MISSING'],
    ['empty', '', 'MISSING'],
    ['not of our form', 'Bearer x', 'MALFORMED'],
    ['of another version', 'v2.e30.' + 'A'.repeat(43), 'MALFORMED'],
    ['with a signature of another length', 'v1.e30.AAAA', 'MALFORMED'],
    ['with a made-up signature', 'v1.e30.' + 'A'.repeat(43), 'WRONG_SIGNATURE'],
  ])('%s', (_, header, reason) => {
    const { verifier } = bothSides();
    expect(verifier.open(header)).toEqual(refusedFor(reason));
    expect(verifier.verify(header, body)).toEqual(refusedFor(reason));
  });

  test('when its viewer was changed after signing', () => {
    const { verifier, header } = bothSides();
    const [version = '', claims = '', signature = ''] = header().split('.');
    const forged = {
      ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as object),
      viewer: officerOf('430211'),
    };
    const changed = [
      version,
      Buffer.from(JSON.stringify(forged)).toString('base64url'),
      signature,
    ].join('.');
    expect(verifier.verify(changed, body)).toEqual(refusedFor('WRONG_SIGNATURE'));
  });

  test('when it was signed with another secret', () => {
    const { verifier } = bothSides({ secret: 'another secret that nobody here shares' });
    expect(verifier.verify(bothSides().header(), body)).toEqual(refusedFor('WRONG_SIGNATURE'));
  });

  test('when it was signed for another subgraph', () => {
    const { header } = bothSides();
    const { verifier } = bothSides({ subgraph: 'partners' });
    expect(verifier.open(header())).toEqual(refusedFor('OTHER_SUBGRAPH'));
  });

  test('when it was signed for another operation', () => {
    const { verifier, header } = bothSides();
    expect(verifier.verify(header(), `${body} `)).toEqual(refusedFor('OTHER_OPERATION'));
  });

  test('when it comes twice, and only then', () => {
    const { verifier, header } = bothSides();
    const first = header();
    expect(verifier.verify(first, body).ok).toBe(true);
    expect(verifier.verify(first, body)).toEqual(refusedFor('REPLAYED'));
    expect(verifier.verify(header(), body).ok).toBe(true);
  });

  test('when there were too many in its minute; the next minute is free', () => {
    const { clock, verifier, header } = bothSides({ callsPerMinuteMax: 2 });
    expect([1, 2].map(() => verifier.verify(header(), body).ok)).toEqual([true, true]);
    expect(verifier.verify(header(), body)).toEqual(refusedFor('TOO_MANY_CALLS'));
    clock.moveTo(new Date(start.getTime() + 60_000));
    expect(verifier.verify(header(), body).ok).toBe(true);
  });
});

test.each([
  [-65_001, false],
  [-65_000, true],
  [65_000, true],
  [65_001, false],
])('a call judged %i ms after it was signed: accepted is %s', (laterMs, accepted) => {
  const { clock, verifier, header } = bothSides();
  const signed = header();
  clock.moveTo(new Date(start.getTime() + laterMs));
  const verdict = verifier.verify(signed, body);
  expect(verdict).toMatchObject(accepted ? { ok: true } : refusedFor('OUTSIDE_WINDOW'));
});

test('a replay is found for as long as the call could be accepted', () => {
  const { clock, verifier, header } = bothSides();
  const early = header();
  clock.moveTo(new Date(start.getTime() - 65_000));
  expect(verifier.verify(early, body).ok).toBe(true);
  for (let laterMs = -60_000; laterMs <= 60_000; laterMs += 5_000) {
    clock.moveTo(new Date(start.getTime() + laterMs));
    expect(verifier.verify(header(), body).ok).toBe(true);
    expect(verifier.verify(early, body)).toEqual(refusedFor('REPLAYED'));
  }
});

test('a header holds no line break, whatever the viewer is called', () => {
  const { clock, verifier } = bothSides();
  const viewer = { ...anonymous, id: 'a\r\nset-cookie: x=1\r\n野' };
  const header = callSigner(
    secret,
    clock,
  )({ subgraph: 'funds', viewer, requestId: 'r\r\n', operation: body });
  expect(header).toMatch(/^[A-Za-z0-9._-]+$/);
  expect(verifier.verify(header, body)).toMatchObject({ ok: true, call: { viewer } });
});

test('a secret that is too short is refused at the start, and not printed', () => {
  const clock = fixedClock(start);
  expect(() => callSigner('short-secret', clock)).toThrow(/^(?!.*short-secret).*at least 32/);
  expect(() => callVerifier({ secret: '', subgraph: 'funds', clock })).toThrow('at least 32');
});
