import { Refusal } from '@linju/kit';

const offered = ['application/graphql-response+json', 'application/json'];

/**
 * An Accept header without what it refuses by `q=0`: graphql-http, which reads it next, does not know
 * weights and takes any type that is named. A header that refuses nothing stays as it is.
 * @throws Refusal NOT_ACCEPTABLE when it takes neither of the two types of an answer
 */
export function withoutRefusedTypes(accept: string | undefined): string | undefined {
  const ranges = (accept ?? '').split(',').map(readRange);
  if (!ranges.some(({ isRefused }) => isRefused)) return accept;
  const taken = offered.filter((type) => isTaken(type, ranges));
  if (taken.length === 0) throw notAcceptable();
  if (taken.length < offered.length) return taken[0];
  return ranges.flatMap(({ text, isRefused }) => (isRefused ? [] : [text])).join(',');
}

/** The refusal of a request whose answer would have to be of another type. */
export const notAcceptable = (): Refusal =>
  new Refusal('NOT_ACCEPTABLE', { message: `Answers come as ${offered.join(' or ')} only.` });

interface MediaRange {
  readonly text: string;
  /** As it is named: `application/json`, or a range of types with stars. */
  readonly type: string;
  readonly isRefused: boolean;
}

function readRange(text: string): MediaRange {
  const [type = '', ...parameters] = text
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const isRefused = parameters.some((parameter) => /^q\s*=\s*0(\.0{0,3})?$/.test(parameter));
  return { text, type, isRefused };
}

// The most exact range that names a type decides, RFC 9110 section 12.5.1.
function isTaken(type: string, ranges: readonly MediaRange[]): boolean {
  const [family = ''] = type.split('/');
  for (const wanted of [type, `${family}/*`, '*/*']) {
    const naming = ranges.filter((range) => range.type === wanted);
    if (naming.length > 0) return naming.some(({ isRefused }) => !isRefused);
  }
  return false;
}
