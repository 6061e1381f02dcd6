import type { ErrorCode } from './errors.js';
import type { LabelsOf } from './values/label.js';

/** Each error code in words: what happened, in general; the message says it of the case. */
export const errorCodeLabels: LabelsOf<ErrorCode> = {
  BAD_REQUEST: { zh: '请求格式有误', en: 'the request is not a GraphQL request' },
  BAD_ENCODING: {
    zh: '字符编码有误',
    en: 'the text is not valid UTF-8, or holds NUL or half of a surrogate pair',
  },
  CSRF_REFUSED: {
    zh: '疑似跨站请求',
    en: 'the request could come from a foreign page and carries no sign that it does not',
  },
  GRAPHQL_PARSE_FAILED: { zh: '语法错误', en: 'the document is not GraphQL' },
  GRAPHQL_VALIDATION_FAILED: { zh: '校验未通过', en: 'the document does not fit the schema' },
  LIMIT_EXCEEDED: {
    zh: '超出限制',
    en: 'the operation is larger than allowed; the message names the limit',
  },
  METHOD_NOT_ALLOWED: { zh: '方法不允许', en: 'this HTTP method cannot do that; writes need POST' },
  NOT_ACCEPTABLE: { zh: '无法提供所需格式', en: 'no media type of the Accept header can be given' },
  OPERATION_RESOLUTION_FAILURE: {
    zh: '未找到操作',
    en: 'the document has no operation of that name, or several and no name was given',
  },
  PAYLOAD_TOO_LARGE: { zh: '请求体过大', en: 'the body is larger than allowed' },
  UNSUPPORTED_MEDIA_TYPE: {
    zh: '不支持的内容类型',
    en: 'the body is not application/json in UTF-8',
  },
  NOT_AUTHORISED: { zh: '无权操作', en: 'the caller may not do or see that' },
  UNSIGNED_CALL: {
    zh: '未签名的调用',
    en: 'a subgraph was called without the gateway’s signature',
  },
  BAD_USER_INPUT: { zh: '输入有误', en: 'a value has the wrong form or is out of range' },
  BAD_CURSOR: { zh: '游标有误', en: 'the cursor is not one of this list' },
  BAD_PAGE_SIZE: { zh: '分页大小有误', en: 'first is not 1 to 100' },
  CODE_RETIRED: {
    zh: '代码已停用',
    en: 'the code left its list; the message names the one to use',
  },
  NOT_FOUND: { zh: '未找到', en: 'nothing has that id or code' },
  PERSON_DATA_REFUSED: {
    zh: '含个人信息',
    en: 'the text seems to hold a number or address of a person',
  },
  PERIOD_REFUSED: { zh: '时段有误', en: 'the period is empty, reversed or too long' },
  CONFLICT: { zh: '写入冲突', en: 'another write was faster; nothing was written' },
  DUPLICATE: { zh: '记录重复', en: 'such a record exists already' },
  IDEMPOTENCY_KEY_REUSED: {
    zh: '幂等键重复使用',
    en: 'the idempotency key came with another input before',
  },
  MERGE_CYCLE: {
    zh: '合并关系有误',
    en: 'the merge would lead in a circle or through a merged record',
  },
  MOVE_NOT_ALLOWED: { zh: '状态变更不允许', en: 'the record cannot go from its state to that one' },
  PLACE_MISMATCH: { zh: '地点不一致', en: 'the places named do not lie in one another' },
  RULE_VIOLATED: { zh: '违反规则', en: 'a rule of the domain forbids it; the message says which' },
  ACCOUNT_OVERDRAWN: { zh: '余额不足', en: 'the account holds less than would leave it' },
  AMOUNT_REFUSED: { zh: '金额有误', en: 'the amount is zero, negative or too large' },
  RESTRICTED_PURPOSE: { zh: '限定用途', en: 'restricted money would leave for another purpose' },
  SET_NOT_BALANCED: { zh: '分录不平', en: 'the transfers of the set do not balance' },
  TRANSFER_ALREADY_CORRECTED: {
    zh: '已更正',
    en: 'the transfer was corrected before; correct the correction',
  },
  DEADLINE_EXCEEDED: { zh: '超时', en: 'it took too long and was stopped' },
  INTERNAL: { zh: '内部错误', en: 'an error of ours; the request id finds it in the log' },
  NOT_READY: { zh: '尚未就绪', en: 'linju is starting or stopping' },
  STORAGE_FULL: { zh: '存储空间已满', en: 'the database has no space left; nothing was written' },
  STORAGE_UNAVAILABLE: { zh: '数据库不可用', en: 'the database cannot be reached; try again' },
  SUBGRAPH_BAD_ANSWER: {
    zh: '子图应答有误',
    en: 'a subgraph answered what it must not; its part is null',
  },
  SUBGRAPH_UNAVAILABLE: { zh: '子图不可用', en: 'a subgraph cannot be reached; its part is null' },
};
