/** Columns of a branch's old register of dunning notices, one row per person notified (REC-04). */
import { BORROWER_NAMES, CONTRACT_NAMES, CONTRACT_WEAK, REMARK_NAMES, UNIT_NAMES, UNIT_WEAK } from './commonFields';
import { type KindSpec, words } from './fieldSpec';

export const NOTICE_FIELDS: KindSpec = {
  kind: 'notices',
  subjects: ['被通知人', '通知书'],
  keys: ['noticeNo', 'addressee'],
  signature: ['noticeNo', 'addressee', 'noticedOn'],
  fields: [
    {
      key: 'noticeNo',
      type: 'number-text',
      required: true,
      names: words(`通知书编号 通知书号 催收通知书编号 催收编号 文书编号 字号 编号 noticeno noticenumber`),
    },
    { key: 'unit', type: 'unit', required: true, names: UNIT_NAMES, weak: UNIT_WEAK },
    { key: 'contractNo', type: 'number-text', required: true, names: CONTRACT_NAMES, weak: CONTRACT_WEAK },
    { key: 'borrowerName', type: 'name', names: BORROWER_NAMES },
    { key: 'noticeKind', type: 'text', names: words(`通知书种类 通知书类型 文书种类 通知种类 noticekind noticetype`) },
    {
      key: 'addressee',
      type: 'name',
      required: true,
      names: words(`被通知人 被催收人 收件人 受送达人 被通知人姓名 被通知人名称 addressee recipient`),
    },
    { key: 'addresseeRole', type: 'text', names: words(`被通知人身份 身份 被催收人身份 受送达人身份 role capacity`) },
    {
      key: 'noticedOn',
      type: 'date',
      required: true,
      names: words(`催收日期 发出日期 发出日 通知日期 催收日 发送日期 noticedate noticedon`),
      weak: words(`日期 date`),
    },
    {
      key: 'deliveryMethod',
      type: 'text',
      names: words(`送达方式 催收方式 送达形式 投递方式 deliverymethod delivery`),
    },
    { key: 'signer', type: 'name', names: words(`签收人 签收人姓名 收件签收人 代收人 signer signedby`) },
    {
      key: 'signerRelation',
      type: 'text',
      names: words(`与被通知人关系 与受送达人关系 签收人身份 签收人与被通知人关系 signerrelation`),
    },
    { key: 'signedOn', type: 'date', names: words(`签收日期 签收日 送达日期 送达日 签收时间 signedon deliveredon`) },
    { key: 'receiptFlag', type: 'text', names: words(`回执 有无回执 是否有回执 回执情况 receipt`) },
    { key: 'trackingNo', type: 'number-text', names: words(`邮单号 快递单号 邮件号 运单号 EMS单号 ems trackingno`) },
    { key: 'witness', type: 'text', names: words(`见证人 在场人 见证人姓名 witness`) },
    { key: 'officer', type: 'text', names: words(`信贷员 客户经理 责任信贷员 催收人 经办人 officer`) },
    { key: 'remark', type: 'text', names: REMARK_NAMES },
  ],
};
