/** Columns of a branch's litigation ledger, one row per case (LIT-13, IMP-01). */
import { CONTRACT_NAMES, CONTRACT_WEAK, REMARK_NAMES, UNIT_NAMES, UNIT_WEAK } from './commonFields';
import { type KindSpec, words } from './fieldSpec';

export const CASE_FIELDS: KindSpec = {
  kind: 'cases',
  subjects: ['被告', '诉讼'],
  keys: ['contractNo', 'defendants'],
  signature: ['defendants', 'cause', 'caseNo'],
  fields: [
    { key: 'unit', type: 'unit', required: true, names: UNIT_NAMES, weak: UNIT_WEAK },
    { key: 'contractNo', type: 'number-text', required: true, names: CONTRACT_NAMES, weak: CONTRACT_WEAK },
    { key: 'cause', type: 'text', names: words(`案由 诉讼案由 纠纷类型 cause causeofaction`) },
    {
      key: 'defendants',
      type: 'text',
      required: true,
      names: words(`被告 被告人 被告名称 被告姓名 被申请人 对方当事人 defendant defendants`),
    },
    {
      key: 'claimPrincipal',
      type: 'amount',
      required: true,
      names: words(`诉讼标的本金 标的本金 起诉本金 诉讼本金 本金 claimprincipal`),
      weak: words(`标的额 诉讼标的 标的 起诉金额`),
    },
    {
      key: 'claimInterest',
      type: 'amount',
      names: words(`诉讼标的利息 标的利息 起诉利息 诉讼利息 利息 claiminterest`),
    },
    {
      key: 'consentNo',
      type: 'number-text',
      names: words(`同意起诉意见书 同意起诉意见书号 同意起诉意见书编号 起诉意见书 起诉意见书号 consentno`),
    },
    { key: 'consentOn', type: 'date', names: words(`意见书日期 同意起诉日期 审查日期 consentdate`) },
    { key: 'filingNo', type: 'number-text', names: words(`备案文号 备案号 备案编号 诉讼备案号 filingno`) },
    { key: 'filingOn', type: 'date', names: words(`备案日期 备案日 备案时间 filingdate`) },
    { key: 'court', type: 'text', names: words(`受理法院 法院 审理法院 管辖法院 一审法院 court`) },
    { key: 'caseNo', type: 'text', names: words(`案号 案件号 一审案号 诉讼案号 立案号 caseno casenumber`) },
    { key: 'acceptedOn', type: 'date', names: words(`立案日期 立案日 受理日期 立案时间 accepteddate filedon`) },
    { key: 'preservation', type: 'text', names: words(`保全 保全情况 财产保全 查封情况 保全措施 preservation`) },
    { key: 'hearingOn', type: 'date', names: words(`开庭日期 开庭日 开庭时间 hearingdate`) },
    { key: 'judgmentNo', type: 'text', names: words(`裁判文书号 判决书号 裁判文书 判决文书号 法律文书号 judgmentno`) },
    { key: 'judgedOn', type: 'date', names: words(`裁判日期 判决日期 裁判日 判决日 结案日期 judgmentdate`) },
    { key: 'effectiveOn', type: 'date', names: words(`生效日期 生效日 判决生效日期 裁判生效日期 effectivedate`) },
    {
      key: 'enforcementAppliedOn',
      type: 'date',
      names: words(`申请执行日期 申请执行日 执行申请日期 申请执行时间 enforcementapplieddate`),
    },
    { key: 'enforcementNo', type: 'text', names: words(`执行案号 执行立案号 enforcementno`) },
    { key: 'recovered', type: 'amount', names: words(`执行到位 执行到位金额 已执行 执行回款 已收回 recovered`) },
    { key: 'stage', type: 'text', names: words(`当前阶段 案件阶段 诉讼阶段 进展 案件进展 状态 stage`) },
    { key: 'responsible', type: 'text', names: words(`负责人 案件负责人 responsible`) },
    { key: 'handler', type: 'text', names: words(`经办人 案件经办人 承办人 handler`) },
    { key: 'remark', type: 'text', names: REMARK_NAMES },
  ],
};
