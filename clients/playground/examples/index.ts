import districtPartnersAndFunds from './district-partners-and-funds.graphql?raw';
import fundSelfGeneration from './fund-self-generation.graphql?raw';

/** The operations a newcomer finds open, one per tab, in this order. Each runs as it is. */
export const examples: readonly string[] = [fundSelfGeneration, districtPartnersAndFunds];
