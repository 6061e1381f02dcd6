import type { GraphQLScalarType } from 'graphql';

import { AdminCodeScalar } from './admin-code-scalar.js';
import { CodeScalar } from './code-scalar.js';
import { FenScalar } from './fen-scalar.js';
import { InstantScalar } from './instant-scalar.js';
import { PartialDateScalar } from './partial-date-scalar.js';

/**
 * Every scalar of our own. A schema that was read from SDL knows their names only and takes any value
 * for them; these are what their values are held against.
 */
export const graphScalars: readonly GraphQLScalarType[] = [
  AdminCodeScalar,
  CodeScalar,
  FenScalar,
  InstantScalar,
  PartialDateScalar,
];
