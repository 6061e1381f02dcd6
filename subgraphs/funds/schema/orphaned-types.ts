import { AwardCandidacy } from './award-candidacy.js';
import { City } from './city.js';
import { Event } from './event.js';
import { NeedMatch } from './need-match.js';
import { Request } from './request.js';

/** Entities of other subgraphs to which we add fields, and which no field of ours leads to. */
export const orphanedTypes = [AwardCandidacy, City, Event, NeedMatch, Request];
