/** Columns of the exported log, and their Chinese headings where no screen gives them in its own language. */

export const LOG_COLUMNS = [
  'seq',
  'at',
  'user',
  'roles',
  'workstation',
  'action',
  'object',
  'household',
  'detail',
  'mac',
] as const;
export type LogColumn = (typeof LOG_COLUMNS)[number];

export const LOG_TITLES: Readonly<Record<LogColumn, string>> = {
  seq: '序号',
  at: '时间',
  user: '人员',
  roles: '岗位',
  workstation: '工作站',
  action: '操作',
  object: '对象',
  household: '户号',
  detail: '内容',
  mac: '校验值',
};

export const LOG_NAME = '审计日志';
