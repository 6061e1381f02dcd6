import { anonymous, type Viewer } from '@linju/kit';

/** The headers of a client's request, names in lower case. */
export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Says who asks. It sees nothing of the operation: what a caller wants must not change who they are.
 * @throws Refusal NOT_AUTHORISED when the caller claims to be somebody and cannot show it
 */
export type ViewerOfRequest = (headers: RequestHeaders) => Viewer | Promise<Viewer>;

/** Nobody has an identity: everyone sees what is public. */
export const everyoneIsAnonymous: ViewerOfRequest = () => anonymous;
