import {
  checkOptionalText,
  checkText,
  parseOptionalId,
  recordNew,
  requireCodes,
  requireWriter,
  runCommand,
  type CommandParts,
} from '@linju/kit';

import { requirePriceAgrees } from '../rules/offering-price.js';
import type { AddServiceOfferingInput } from '../schema/service-offering-inputs.js';
import { serviceOfferingTable } from '../tables/service-offering-tables.js';
import { requireRecord } from './require-record.js';

/**
 * Enters a service that a partner offers. It can be had at once.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, CODE_RETIRED, RULE_VIOLATED, AMOUNT_REFUSED, BAD_USER_INPUT
 */
export const addServiceOffering = (parts: CommandParts, input: AddServiceOfferingInput) =>
  runCommand(parts, 'addServiceOffering', input, async (scope) => {
    const { id: partnerId, districtCode } = await requireRecord(
      scope,
      'Partner',
      input.partnerId,
      'partnerId',
    );
    requireWriter(scope.viewer, districtCode);
    requirePriceAgrees(input);
    await requireCodes(scope, 'ServiceKind', [input.serviceKind], 'serviceKind');
    const verifiedBy = parseOptionalId('Organisation', input.verifiedById, 'verifiedById');

    const id = scope.newId('ServiceOffering');
    await scope.tx.db.insert(serviceOfferingTable).values({
      id,
      partnerId,
      districtCode,
      name: checkText('name', input.name),
      serviceKind: input.serviceKind,
      priceTier: input.priceTier,
      priceFen: input.priceFen ?? null,
      priceUnit: checkOptionalText('priceUnit', input.priceUnit, { lengthMax: 20 }),
      eligibility: checkOptionalText('eligibility', input.eligibility, { lengthMax: 500 }),
      requiredDocuments: checkOptionalText('requiredDocuments', input.requiredDocuments, {
        lengthMax: 500,
      }),
      status: 'ACTIVE',
      lastVerifiedAt: verifiedBy === null ? null : scope.now,
      verifiedBy,
    });
    const begins = { state: 'ACTIVE', at: scope.now };
    return recordNew(scope, { type: 'ServiceOffering', id, districtCode, begins });
  });
