/** What people type on the papers of a case, by form. */
const REASON = '被申请人名下房产正在对外出售，可能使判决难以执行。';

export const PAPER_FIELDS: Readonly<Record<string, Readonly<Record<string, string | boolean>>>> = {
  'DOC-LIT-02': {
    licence: '15001201510012345',
    firm: '夔门律师事务所',
    chanceReason: '第一项至第四项请求均有合同依据。',
    procedure: '建议向合同约定的奉节县人民法院起诉，并于立案同时申请财产保全。',
  },
  'DOC-LIT-03': {
    meeting: '2026年11月22日，支行会议室',
    preservation: '立案同时申请查封抵押房产',
    sueBy: '2026-12-15',
  },
  'DOC-LIT-04': {
    meeting: '2026年11月22日，书面表决',
    'reason-evidence': true,
    reasonText: '对账单未更新，暂不足以证明欠款余额。',
  },
  'DOC-LIT-05': {
    consentNo: '奉支同诉字〔2026〕第0001号',
    'encloses-form': true,
    'encloses-opinion': true,
    'encloses-pleadings': true,
    'encloses-evidence': true,
  },
  'DOC-LIT-06': {
    difficulty: 'disposal',
    facts: '2026年3月1日法院查封房产后至今未启动评估拍卖。',
    measures: '两次书面申请启动评估程序。',
    way: 'higher-court',
    request: '请求协调上一级人民法院督促执行。',
  },
  'DOC-CRT-02': { wantsMediation: 'no', jurisdiction: '第十五条：由贷款人住所地人民法院管辖' },
  'DOC-CRT-04': {
    agentUnit: '夔门律师事务所',
    agentId: '15001201510012345',
    agentPhone: '023-56560000',
    authority: 'special',
    'power-settle': true,
    'power-appeal': true,
    'power-receive-papers': true,
  },
  'DOC-CRT-05': { principalId: '512226196503189115' },
  'DOC-CRT-07': {
    object: '流水账册',
    place: '某街1号',
    method: 'photograph',
    risk: '借款人正在清理经营场所。',
    facts: '账册能够证明借款用途和还款能力。',
  },
  'DOC-CRT-08': { noOtherDebts: true, servable: true },
  'DOC-CRT-12': { administrator: '某某管理人', acceptedOn: '2026-11-01' },
  'DOC-CRT-13': { otherCase: '（2026）渝0236执99号', property: '车辆一台', facts: '被执行人没有其他可供执行的财产。' },
  'DOC-CRT-14': { requests: '撤销一审判决第二项\n改判支持全部律师费', facts: '一审判决对律师费的认定有误。' },
  'DOC-CRT-15': { help: 'longer-period', until: '2026-12-20', facts: '对账单须由档案馆调取。' },
  'DOC-CRT-06': { facts: REASON },
  'DOC-CRT-06R': { facts: '案件尚未执行完毕，请求续行查封。' },
  'DOC-CRT-09': { operative: '一、被告杨𠮷于本判决生效之日起十日内偿还原告借款本金10,000.00元及利息。' },
  'DOC-CRT-10': { caseNo: '（2026）渝0236执88号', facts: '发现被执行人名下另有车辆一台。' },
};
