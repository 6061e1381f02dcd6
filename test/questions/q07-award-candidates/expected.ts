/** The partners of 荷塘 that the sources name, in the order the list gives them. */
export const namedPartners = [
  '乐乐超市',
  '市大同社会工作服务中心',
  '湖南工业大学体育学院青志联',
  '门店协会',
];

/** What is known of each: it is at work; its premises, dues and deliveries are not recorded. */
export const criteriaOfActiveMember = [
  { criterion: 'ACTIVE_MEMBERSHIP', result: 'MET' },
  { criterion: 'PREMISES_SAFETY', result: 'UNKNOWN' },
  { criterion: 'REVENUE_SHARE', result: 'UNKNOWN' },
  { criterion: 'DELIVERED_ACT', result: 'UNKNOWN' },
];
