export { AdminCodeScalar } from './admin-code-scalar.js';
export { CODE_LENGTH_MAX, CodeScalar } from './code-scalar.js';
export { FenScalar } from './fen-scalar.js';
export { graphScalars } from './graph-scalars.js';
export { InstantScalar } from './instant-scalar.js';
export { PartialDateScalar } from './partial-date-scalar.js';
export { stringScalar, type StringScalar } from './string-scalar.js';
