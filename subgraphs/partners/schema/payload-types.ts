import { Field, ObjectType, type ClassType } from 'type-graphql';

import { Agreement } from './agreement.js';
import { Award } from './award.js';
import { Distribution } from './distribution.js';
import { Evaluation } from './evaluation.js';
import { Membership } from './membership.js';
import { NeedItem } from './need-item.js';
import { NeedMatch } from './need-match.js';
import { Partner } from './partner.js';
import { PartnerProject } from './partner-project.js';
import { PartnerScheme } from './partner-scheme.js';
import { ResourceItem } from './resource-item.js';
import { RevenueShareDue } from './revenue-share-due.js';
import { ServiceAtPlace, ServiceOffering } from './service-offering.js';
import { UserError } from './shared.js';

export const AgreementPayload = payloadType('Agreement', () => Agreement);
export const AwardPayload = payloadType('Award', () => Award);
export const DistributionPayload = payloadType('Distribution', () => Distribution);
export const EvaluationPayload = payloadType('Evaluation', () => Evaluation);
export const MembershipPayload = payloadType('Membership', () => Membership);
export const NeedItemPayload = payloadType('NeedItem', () => NeedItem);
export const NeedMatchPayload = payloadType('NeedMatch', () => NeedMatch);
export const PartnerPayload = payloadType('Partner', () => Partner);
export const PartnerProjectPayload = payloadType('PartnerProject', () => PartnerProject);
export const PartnerSchemePayload = payloadType('PartnerScheme', () => PartnerScheme);
export const ResourceItemPayload = payloadType('ResourceItem', () => ResourceItem);
export const RevenueShareDuePayload = payloadType('RevenueShareDue', () => RevenueShareDue);
export const ServiceAtPlacePayload = payloadType('ServiceAtPlace', () => ServiceAtPlace);
export const ServiceOfferingPayload = payloadType('ServiceOffering', () => ServiceOffering);

/** `<Name>Payload`: the record after a write, under its name in camelCase, or why there was no write. */
function payloadType(name: string, record: () => ClassType): ClassType {
  @ObjectType(`${name}Payload`, {
    description: `写入结果\nThe ${name} after a write, or why it was refused.`,
  })
  class Payload {
    @Field(() => [UserError], { description: 'Empty when the write was done.' })
    userErrors: object[];
  }
  const field = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  Field(record, { nullable: true, description: 'Null when the write was refused.' })(
    Payload.prototype,
    field,
  );
  return Payload;
}
