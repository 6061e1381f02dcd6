import { payloadTypes } from '@linju/kit';

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

const payloadType = payloadTypes(() => UserError);

/** What a write of an agreement answers. */
export const AgreementPayload = payloadType('Agreement', () => Agreement);
/** What a write of an award answers. */
export const AwardPayload = payloadType('Award', () => Award);
/** What a write of a distribution answers. */
export const DistributionPayload = payloadType('Distribution', () => Distribution);
/** What a write of an evaluation answers. */
export const EvaluationPayload = payloadType('Evaluation', () => Evaluation);
/** What a write of a membership answers. */
export const MembershipPayload = payloadType('Membership', () => Membership);
/** What a write of a need answers. */
export const NeedItemPayload = payloadType('NeedItem', () => NeedItem);
/** What a write of a match answers. */
export const NeedMatchPayload = payloadType('NeedMatch', () => NeedMatch);
/** What a write of a partner answers. */
export const PartnerPayload = payloadType('Partner', () => Partner);
/** What a write of a project answers. */
export const PartnerProjectPayload = payloadType('PartnerProject', () => PartnerProject);
/** What a write of a scheme answers. */
export const PartnerSchemePayload = payloadType('PartnerScheme', () => PartnerScheme);
/** What a write of a resource answers. */
export const ResourceItemPayload = payloadType('ResourceItem', () => ResourceItem);
/** What a write of a due answers. */
export const RevenueShareDuePayload = payloadType('RevenueShareDue', () => RevenueShareDue);
/** What a write of a service at a place answers. */
export const ServiceAtPlacePayload = payloadType('ServiceAtPlace', () => ServiceAtPlace);
/** What a write of a service answers. */
export const ServiceOfferingPayload = payloadType('ServiceOffering', () => ServiceOffering);
