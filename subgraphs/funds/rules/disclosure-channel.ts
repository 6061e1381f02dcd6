import { labelledEnum } from '@linju/kit';

/** Where something was published; the three ways of the Hunan guideline (R10). */
export const DisclosureChannel = {
  COMMUNITY_BOARD: 'COMMUNITY_BOARD',
  ONLINE: 'ONLINE',
  MEDIA: 'MEDIA',
} as const;
export type DisclosureChannel = (typeof DisclosureChannel)[keyof typeof DisclosureChannel];

labelledEnum(
  DisclosureChannel,
  'DisclosureChannel',
  { zh: '公开渠道', en: 'Where something was published.' },
  {
    COMMUNITY_BOARD: { zh: '社区公示栏', en: 'on the community’s board' },
    ONLINE: { zh: '网络', en: 'online' },
    MEDIA: { zh: '媒体', en: 'in the media' },
  },
);
