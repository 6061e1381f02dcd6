export {
  emptyChain,
  extendChain,
  findChainBreak,
  type ChainBreak,
  type ChainHead,
} from '../../../kit/data/hash-chain.js';
