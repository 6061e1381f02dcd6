export {
  everyoneIsAnonymous,
  type RequestHeaders,
  type ViewerOfRequest,
} from './access/viewer-of-request.js';
export type { ExecutedAnswer, GraphAnswer, RefusedAnswer } from './answer/answer.js';
export type { CompletenessNote } from './answer/completeness.js';
export { ConfigError, parseGatewayConfig, type GatewayConfig } from './config.js';
export { createGateway, type Gateway, type GatewayParts } from './create-gateway.js';
export { SupergraphRefused, type Engine } from './engine/engine.js';
export type { Generation } from './engine/generation.js';
export { httpTransport, type HttpTransportOptions } from './engine/transport/http-transport.js';
export {
  inProcessTransport,
  type InProcessTransportOptions,
} from './engine/transport/in-process-transport.js';
export type { OperationScope, SubgraphRequest, Transport } from './engine/transport/transport.js';
export type { GraphRequest, HandleRequest } from './handle-request.js';
export type { StaticFolder } from './http/static-folders.js';
