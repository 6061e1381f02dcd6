import { describe, expect, test } from 'vitest';

import { ConfigError, parseGatewayConfig } from './config.js';

test('without any variable it serves this machine only, with limits', () => {
  expect(parseGatewayConfig({})).toEqual({
    port: 4000,
    host: '127.0.0.1',
    logLevel: 'info',
    corsOrigins: [],
    allowedHosts: [],
    trustedProxies: [],
    bodyBytesMax: 1_048_576,
    limits: {
      tokensMax: 2_000,
      operationsMax: 20,
      depthMax: 20,
      selectionsMax: 2_000,
      aliasesMax: 60,
      directivesMax: 40,
      rootFieldsMax: 30,
      introspectionsMax: 5,
      inputDepthMax: 16,
      answerValuesMax: 100_000,
      answerBytesMax: 16_777_216,
    },
    deadlines: { readMs: 2_000, mutationMs: 10_000, operationMs: 30_000, readyMs: 1_000 },
    receiveMs: 13_000,
    operationCacheBytesMax: 33_554_432,
    drainNoticeMs: 0,
  });
});

test('each variable is read, an empty one means its default', () => {
  const config = parseGatewayConfig({
    PORT: '0',
    HOST: '0.0.0.0',
    LINJU_CORS_ORIGINS: 'https://a.example, http://localhost:5173',
    LINJU_ALLOWED_HOSTS: 'Linju.example.org, gateway.office',
    LINJU_TRUST_PROXY: 'loopback,10.0.0.0/8,::1',
    LINJU_DEPTH_MAX: '',
    LINJU_LOG_LEVEL: 'warn',
    OTHER: 'left alone',
  });
  expect(config).toMatchObject({
    port: 0,
    host: '0.0.0.0',
    corsOrigins: ['https://a.example', 'http://localhost:5173'],
    allowedHosts: ['linju.example.org', 'gateway.office'],
    trustedProxies: ['loopback', '10.0.0.0/8', '::1'],
    limits: { depthMax: 20 },
    logLevel: 'warn',
  });
});

describe('a bad value is said in one line', () => {
  test.each([
    ['PORT', 'http', 'PORT: received "http"; allowed is a whole number from 0 to 65535.'],
    ['PORT', '70000', 'PORT: received "70000"; allowed is a whole number from 0 to 65535.'],
    ['PORT', '4000.5', 'PORT: received "4000.5"; allowed is a whole number from 0 to 65535.'],
    [
      'LINJU_READ_DEADLINE_MS',
      '2s',
      'LINJU_READ_DEADLINE_MS: received "2s"; allowed is a whole number from 10 to 3600000.',
    ],
    [
      'LINJU_CORS_ORIGINS',
      '*',
      'LINJU_CORS_ORIGINS: received "*"; allowed is origins with commas between, such as https://app.example.org,http://localhost:5173.',
    ],
    [
      'LINJU_CORS_ORIGINS',
      'https://a.example/',
      'LINJU_CORS_ORIGINS: received "https://a.example/"; allowed is origins with commas between, such as https://app.example.org,http://localhost:5173.',
    ],
    [
      'LINJU_ALLOWED_HOSTS',
      'linju.example.org:443',
      'LINJU_ALLOWED_HOSTS: received "linju.example.org:443"; allowed is host names without a port, with commas between, such as linju.example.org.',
    ],
    [
      'LINJU_TRUST_PROXY',
      'true',
      'LINJU_TRUST_PROXY: received "true"; allowed is addresses or ranges of proxies with commas between, such as loopback,10.0.0.0/8.',
    ],
    [
      'LINJU_LOG_LEVEL',
      'loud',
      'LINJU_LOG_LEVEL: received "loud"; allowed is fatal, error, warn, info, debug, trace or silent.',
    ],
    [
      'HOST',
      'a b',
      'HOST: received "a b"; allowed is a host name or address to listen on, such as 127.0.0.1 or 0.0.0.0.',
    ],
  ])('%s=%s', (name, value, line) => {
    expect(() => parseGatewayConfig({ [name]: value })).toThrow(new ConfigError(line));
  });

  test('several bad values are several lines', () => {
    const parse = () => parseGatewayConfig({ PORT: 'x', HOST: '/' });
    expect(parse).toThrow(/^PORT: .*\nHOST: .*$/);
  });
});
