/** A write that anybody can count afterwards: the facility is named for its idempotency key. */
export const registerFacility = `mutation ($input: RegisterFacilityInput!) {
  registerFacility(input: $input) { facility { id name } userErrors { code message } } }`;

/**
 * The input of such a write.
 * @param key letters only: eleven digits in a row would be taken for a person's telephone
 */
export const newFacility = (key: string): Readonly<Record<string, unknown>> => ({
  idempotencyKey: key,
  name: key,
  kind: 'GYM',
  districtCode: '430202',
  status: 'OPEN',
});
