import { codeListResolver } from '@linju/kit';

import { codeLists } from '../rules/code-lists.js';
import { CodeValue } from '../schema/shared.js';

/** The vocabularies of this subgraph. */
export const CodeListResolver = codeListResolver('funds', codeLists, () => CodeValue);
