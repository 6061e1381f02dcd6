import type { Words } from './words.js';

/** 中文 words of the playground. */
export const zh: Words = {
  title: '邻聚 linju · 查询台',
  page: '查询台',
  health: '服务状态',
  whereDocs: '图的说明在左侧第一个图标里',
  chooseLanguage: '界面语言',
  noAnswerYet: '还没有结果。按 Ctrl+Enter 或点“▶”运行左边的查询。',
  unreachable: '连不上图服务',
  noConnection: '向 /graphql 发出的请求没有得到回应：服务可能没有启动、正在重启，或网络不通。',
  notGraphql: ({ status, contentType }) =>
    `/graphql 有回应，但不是图服务的回应（HTTP ${status}，${contentType || '无内容类型'}）：请求可能被代理拦下，或服务还没有就绪。`,
  remedies: [
    '看运行 linju 的终端：出现“linju ready”才算就绪；没有运行就执行 npm start。',
    '打开上方的“服务状态”（/health/ready），看哪一部分没有就绪。',
    '如果经过代理或网关访问，请确认它把 /graphql 原样转发给 linju。',
  ],
  tryAgain: '重试',
  headersRefused: (reason) =>
    `请求没有发出：“Headers”栏里有浏览器不接受的请求头。名称只能用英文字母、数字和连字符，值不能含中文。（${reason}）`,
  lastTried: (at) => `上次尝试：${at.toLocaleTimeString('zh-CN')}`,
};
