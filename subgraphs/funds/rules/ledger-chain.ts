export {
  emptyChain,
  extendChain,
  findChainBreak,
  type ChainBreak,
  type ChainHead,
} from '@linju/kit';
