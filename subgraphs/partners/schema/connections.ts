import { connectionTypes } from '@linju/kit';

import { Award } from './award.js';
import { Distribution } from './distribution.js';
import { Membership } from './membership.js';
import { MatchCandidate, NeedItem } from './need-item.js';
import { NeedMatch } from './need-match.js';
import { Partner } from './partner.js';
import { PartnerProject } from './partner-project.js';
import { PartnerScheme } from './partner-scheme.js';
import { ResourceItem } from './resource-item.js';
import { RevenueShareDue } from './revenue-share-due.js';
import { ServiceOffering } from './service-offering.js';
import { PageInfo } from './shared.js';

const pageInfo = () => PageInfo;

export const AwardConnection = connectionTypes('Award', () => Award, pageInfo);
export const DistributionConnection = connectionTypes('Distribution', () => Distribution, pageInfo);
export const MatchCandidateConnection = connectionTypes(
  'MatchCandidate',
  () => MatchCandidate,
  pageInfo,
);
export const MembershipConnection = connectionTypes('Membership', () => Membership, pageInfo);
export const NeedItemConnection = connectionTypes('NeedItem', () => NeedItem, pageInfo);
export const NeedMatchConnection = connectionTypes('NeedMatch', () => NeedMatch, pageInfo);
export const PartnerConnection = connectionTypes('Partner', () => Partner, pageInfo);
export const PartnerProjectConnection = connectionTypes(
  'PartnerProject',
  () => PartnerProject,
  pageInfo,
);
export const PartnerSchemeConnection = connectionTypes(
  'PartnerScheme',
  () => PartnerScheme,
  pageInfo,
);
export const ResourceItemConnection = connectionTypes('ResourceItem', () => ResourceItem, pageInfo);
export const RevenueShareDueConnection = connectionTypes(
  'RevenueShareDue',
  () => RevenueShareDue,
  pageInfo,
);
export const ServiceOfferingConnection = connectionTypes(
  'ServiceOffering',
  () => ServiceOffering,
  pageInfo,
);
