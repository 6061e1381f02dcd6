import { z } from 'zod';

import { defaultOperationLimits } from './limits/operation-limits.js';

/** What the gateway can be told from outside. Made once, from the environment, by parseGatewayConfig. */
export type GatewayConfig = ReturnType<typeof parseGatewayConfig>;

/** The environment is wrong. The message has one line per variable and is meant for the operator. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the gateway's part of the environment; other variables are left alone.
 * @throws ConfigError: per bad variable its name, what was received and what is allowed
 */
export function parseGatewayConfig(environment: Readonly<Record<string, string | undefined>>) {
  const read = environmentSchema.safeParse(withoutEmpty(environment));
  if (!read.success) throw new ConfigError(explain(read.error.issues, environment));
  const values = read.data;
  return {
    /** 0: any free port. */
    port: values.PORT,
    host: values.HOST,
    logLevel: values.LINJU_LOG_LEVEL,
    /** Other origins whose pages may ask; empty: only our own pages. */
    corsOrigins: values.LINJU_CORS_ORIGINS,
    /**
     * Names that linju may be asked by, in lower case, beside those that nobody can lead elsewhere:
     * addresses, localhost, names without a dot, and `host`.
     */
    allowedHosts: values.LINJU_ALLOWED_HOSTS,
    /** Proxies whose X-Forwarded headers count; empty: nobody's do. */
    trustedProxies: values.LINJU_TRUST_PROXY,
    /** Largest request body, bytes. Bodies must not be compressed. */
    bodyBytesMax: values.LINJU_BODY_BYTES_MAX,
    limits: {
      ...defaultOperationLimits,
      tokensMax: values.LINJU_TOKENS_MAX,
      depthMax: values.LINJU_DEPTH_MAX,
      selectionsMax: values.LINJU_SELECTIONS_MAX,
      aliasesMax: values.LINJU_ALIASES_MAX,
      directivesMax: values.LINJU_DIRECTIVES_MAX,
      rootFieldsMax: values.LINJU_ROOT_FIELDS_MAX,
    },
    deadlines: {
      /** One call to a subgraph, from connecting to its last byte. */
      readMs: values.LINJU_READ_DEADLINE_MS,
      mutationMs: values.LINJU_MUTATION_DEADLINE_MS,
      /** The whole operation; what is not there by then is null. */
      operationMs: values.LINJU_OPERATION_DEADLINE_MS,
      /** One readiness check. */
      readyMs: values.LINJU_READY_DEADLINE_MS,
    },
    /** For a request to arrive, headers and body, ms. */
    receiveMs: values.LINJU_RECEIVE_DEADLINE_MS,
    /** Memory for operations already parsed and validated, bytes. */
    operationCacheBytesMax: values.LINJU_OPERATION_CACHE_BYTES_MAX,
    /** How long to go on serving after readiness says 503, so that a load balancer can notice. */
    drainNoticeMs: values.LINJU_DRAIN_NOTICE_MS,
  } as const;
}

const wholeNumber = (least: number, most: number, byDefault: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most))
    .default(byDefault)
    .describe(`a whole number from ${least} to ${most}`);

const listOf = (item: z.ZodString, words: string) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(item))
    .default([])
    .describe(words);

const origin = z.string().refine((text) => URL.canParse(text) && new URL(text).origin === text);
const address = z.string().regex(/^(loopback|linklocal|uniquelocal|[0-9a-fA-F.:]+(\/\d{1,3})?)$/);
const hostName = z
  .string()
  .regex(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/)
  .toLowerCase();
const hour = 3_600_000;

const environmentSchema = z.object({
  PORT: wholeNumber(0, 65_535, 4000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]{1,253}$/)
    .default('127.0.0.1')
    .describe('a host name or address to listen on, such as 127.0.0.1 or 0.0.0.0'),
  LINJU_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('fatal, error, warn, info, debug, trace or silent'),
  LINJU_CORS_ORIGINS: listOf(
    origin,
    'origins with commas between, such as https://app.example.org,http://localhost:5173',
  ),
  LINJU_ALLOWED_HOSTS: listOf(
    hostName,
    'host names without a port, with commas between, such as linju.example.org',
  ),
  LINJU_TRUST_PROXY: listOf(
    address,
    'addresses or ranges of proxies with commas between, such as loopback,10.0.0.0/8',
  ),
  LINJU_BODY_BYTES_MAX: wholeNumber(1_024, 16_777_216, 1_048_576),
  LINJU_TOKENS_MAX: wholeNumber(100, 20_000, defaultOperationLimits.tokensMax),
  LINJU_DEPTH_MAX: wholeNumber(1, 50, defaultOperationLimits.depthMax),
  LINJU_SELECTIONS_MAX: wholeNumber(1, 20_000, defaultOperationLimits.selectionsMax),
  LINJU_ALIASES_MAX: wholeNumber(0, 1_000, defaultOperationLimits.aliasesMax),
  LINJU_DIRECTIVES_MAX: wholeNumber(0, 1_000, defaultOperationLimits.directivesMax),
  LINJU_ROOT_FIELDS_MAX: wholeNumber(1, 1_000, defaultOperationLimits.rootFieldsMax),
  LINJU_READ_DEADLINE_MS: wholeNumber(10, hour, 2_000),
  LINJU_MUTATION_DEADLINE_MS: wholeNumber(10, hour, 10_000),
  LINJU_OPERATION_DEADLINE_MS: wholeNumber(10, hour, 30_000),
  LINJU_READY_DEADLINE_MS: wholeNumber(10, 60_000, 1_000),
  LINJU_RECEIVE_DEADLINE_MS: wholeNumber(100, 600_000, 13_000),
  LINJU_OPERATION_CACHE_BYTES_MAX: wholeNumber(1_048_576, 1_073_741_824, 33_554_432),
  LINJU_DRAIN_NOTICE_MS: wholeNumber(0, 60_000, 0),
});

// A variable set to nothing means its default, as `.env` files write it.
function withoutEmpty(environment: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
}

function explain(
  issues: readonly z.core.$ZodIssue[],
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const names = [...new Set(issues.map((issue) => String(issue.path[0])))];
  return names.map((name) => explainOne(name, environment[name])).join('\n');
}

function explainOne(name: string, received: string | undefined): string {
  const allowed = environmentSchema.shape[name as keyof typeof environmentSchema.shape].description;
  return `${name}: received ${JSON.stringify(received?.slice(0, 100))}; allowed is ${allowed}.`;
}
