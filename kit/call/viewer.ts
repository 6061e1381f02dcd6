import { z } from 'zod';

/** The four roles of a caller. `SYSTEM` is linju itself (seed, projector) and never comes from outside. */
export const ViewerRole = {
  ANONYMOUS: 'ANONYMOUS',
  PARTNER_APP: 'PARTNER_APP',
  DISTRICT_OFFICER: 'DISTRICT_OFFICER',
  CITY_ANALYST: 'CITY_ANALYST',
} as const;
export type ViewerRole = (typeof ViewerRole)[keyof typeof ViewerRole];

const viewerSchema = z.strictObject({
  kind: z.enum(['ANONYMOUS', 'PERSON', 'APP', 'SYSTEM']),
  /** Who, in the issuer's words; opaque here. The anonymous caller is `anonymous`. */
  id: z.string().min(1).max(200),
  role: z.enum(['ANONYMOUS', 'PARTNER_APP', 'DISTRICT_OFFICER', 'CITY_ANALYST', 'SYSTEM']),
  scopes: z.array(z.string().max(100)).max(100),
  /** Six-digit codes an officer answers for; empty for everybody else. */
  districts: z.array(z.string().regex(/^\d{6}$/)).max(50),
  /** The six-digit code of the analyst's city; null for everybody else. */
  city: z
    .string()
    .regex(/^\d{4}00$/)
    .nullable(),
  /** The Partner an app is bound to; null for everybody else. */
  partnerId: z.string().max(120).nullable(),
});

/** Who asks. One value, made once at the front door, sent signed to every subgraph. */
export type Viewer = Readonly<z.infer<typeof viewerSchema>>;

/** The caller without an identity: sees what is public. */
export const anonymous: Viewer = Object.freeze({
  kind: 'ANONYMOUS',
  id: 'anonymous',
  role: 'ANONYMOUS',
  scopes: [],
  districts: [],
  city: null,
  partnerId: null,
});

/** linju itself, for the seed and for what it does on its own. No request can become it. */
export const systemViewer: Viewer = Object.freeze({
  ...anonymous,
  kind: 'SYSTEM',
  id: 'system',
  role: 'SYSTEM',
});

/** An officer of one or more districts. */
export const officerOf = (...districts: string[]): Viewer =>
  Object.freeze({
    ...anonymous,
    kind: 'PERSON',
    id: `officer-${districts.join('-')}`,
    role: 'DISTRICT_OFFICER',
    districts,
  });

/** An analyst of one city. */
export const analystOf = (city: string): Viewer =>
  Object.freeze({
    ...anonymous,
    kind: 'PERSON',
    id: `analyst-${city}`,
    role: 'CITY_ANALYST',
    city,
  });

/** An app bound to one partner. */
export const appOf = (partnerId: string): Viewer =>
  Object.freeze({
    ...anonymous,
    kind: 'APP',
    id: `app-${partnerId}`,
    role: 'PARTNER_APP',
    partnerId,
  });

/**
 * Reads a viewer that travelled between processes.
 * @throws ZodError when the value is not a viewer
 */
export const parseViewer = (value: unknown): Viewer => viewerSchema.parse(value);

/** Whether the viewer answers for the district: its officer, or linju itself. */
export const isOfficerOf = (viewer: Viewer, districtCode: string): boolean =>
  viewer.role === 'SYSTEM' ||
  (viewer.role === 'DISTRICT_OFFICER' && viewer.districts.includes(districtCode));

/** Whether the viewer is an analyst of the city that the district belongs to. */
export const isAnalystFor = (viewer: Viewer, districtCode: string): boolean =>
  viewer.role === 'CITY_ANALYST' && viewer.city?.slice(0, 4) === districtCode.slice(0, 4);

/** Whether internal records (class P1) of the district are open to the viewer. */
export const seesInternal = (viewer: Viewer, districtCode: string): boolean =>
  isOfficerOf(viewer, districtCode) || isAnalystFor(viewer, districtCode);
