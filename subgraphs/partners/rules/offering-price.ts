import { refuse } from '@linju/kit';

import type { PriceTier } from './price-tier.js';

/** What a service costs, as a writer says it. */
export interface WrittenPrice {
  readonly priceTier: PriceTier;
  readonly priceFen?: bigint | null | undefined;
  readonly priceUnit?: string | null | undefined;
}

/**
 * What is free has no price; a price is above zero and says what it is for. A price may be unknown.
 * @throws Refusal AMOUNT_REFUSED, RULE_VIOLATED, BAD_USER_INPUT
 */
export function requirePriceAgrees({ priceTier, priceFen, priceUnit }: WrittenPrice): void {
  const hasPrice = priceFen !== null && priceFen !== undefined;
  if (hasPrice && priceTier === 'FREE') {
    refuse('RULE_VIOLATED', {
      field: 'priceFen',
      message: 'A FREE service has no price. Leave priceFen out, or choose another tier.',
    });
  }
  if (hasPrice && priceFen <= 0n) {
    refuse('AMOUNT_REFUSED', { field: 'priceFen', message: 'A price is above 0 fen.' });
  }
  if (hasPrice === Boolean(priceUnit)) return;
  refuse('BAD_USER_INPUT', {
    field: 'priceUnit',
    message: 'A price comes with what it is for (priceUnit), and the other way round.',
  });
}
