/** Rows of a branch's old register of dunning notices (REC-04): who was notified how, and what came back. */
import type { Capacity, DeliveryMethod, NoticeOutcome } from '../../dunning/delivery';
import type { NoticeRole } from '../../dunning/noticeFacts';
import type { FieldKey } from '../fields/fieldSpec';
import { contractKey } from '../foldText';
import { type ImportContext, readUnit } from '../interpretContext';
import type { Mapping } from '../mapping';
import type { NoticeRecord } from '../records';
import { MAX_REMARK, type RowReader } from '../rowReader';

type Words<T> = readonly (readonly [pattern: RegExp, value: T])[];

const METHODS: Words<DeliveryMethod> = [
  [/邮|EMS|快递|挂号/i, 'post'],
  [/公证/, 'notary'],
  [/法院/, 'court'],
  [/扣[收划款]/, 'deduction'],
  [/公告|登报/, 'announcement'],
  [/留置/, 'left'],
  [/短信|微信|电子|邮箱/, 'electronic'],
  [/直接|当面|上门|面交/, 'in-person'],
];

const ROLES: Words<NoticeRole> = [
  [/借款/, 'borrower'],
  [/保证|担保人/, 'guarantor'],
  [/抵押|质押|物主|所有/, 'owner'],
];

/** Only whom the law counts is taken for more than another person (时效规定 8(1)). */
const CAPACITIES: Words<Capacity> = [
  [/法定代表|法人代表|负责人/, 'legal-representative'],
  [/本人/, 'self'],
  [/收发|传达|前台/, 'mail-room'],
  [/受托|授权|委托/, 'authorised'],
  [/同住|配偶|妻|夫/, 'adult-relative'],
];

const found = <T>(words: Words<T>, text: string | null): T | null =>
  words.find(([pattern]) => pattern.test(text ?? ''))?.[1] ?? null;

const BY_THEMSELVES: readonly (DeliveryMethod | null)[] = ['court', 'notary', 'deduction', 'announcement'];

function outcomeOf(
  method: DeliveryMethod | null,
  { signer, signedOn, refused }: { signer: string | null; signedOn: string | null; refused: boolean },
): NoticeOutcome {
  if (refused) return 'refused';
  if (signer !== null) return 'signed';
  if (signedOn !== null || BY_THEMSELVES.includes(method)) return 'arrived';
  return 'open';
}

function pastDay(reader: RowReader, field: FieldKey, context: ImportContext): string | null {
  const day = reader.date(field);
  if (day !== null && day > context.asOf) reader.refuse('date-future', field);
  return day;
}

export function readNotice(reader: RowReader, context: ImportContext, mapping: Mapping): NoticeRecord | null {
  const noticeNo = reader.numberText('noticeNo', 'key');
  if (noticeNo === null) reader.refuse('notice-no-missing', 'noticeNo');
  const unit = readUnit(reader, context, mapping.unit, true);
  const contractNo = reader.contract();
  const addressee = reader.name('addressee');
  const noticedOn = pastDay(reader, 'noticedOn', context);
  if (noticedOn === null && !reader.issues.some(({ code }) => code.startsWith('date-')))
    reader.refuse('date-text', 'noticedOn');
  const method = found(METHODS, reader.text('deliveryMethod'));
  const signer = reader.raw('signer') === null ? null : reader.text('signer', 'key');
  const signedOn = pastDay(reader, 'signedOn', context);
  if (noticedOn !== null && signedOn !== null && signedOn < noticedOn) reader.warn('signed-before-notice', 'signedOn');
  const relation = reader.text('signerRelation');
  const remark = reader.text('remark', 'note', MAX_REMARK);
  const receiptText = reader.text('receiptFlag');
  const outcome = outcomeOf(method, { signer, signedOn, refused: /拒/.test(`${remark ?? ''}${receiptText ?? ''}`) });
  const rest = {
    kindText: reader.text('noticeKind'),
    role: found(ROLES, reader.text('addresseeRole')) ?? 'borrower',
    method: method ?? (outcome === 'open' ? null : ('other' as const)),
    outcome,
    arrivedOn: signedOn,
    signedBy: signer,
    capacity: outcome === 'signed' ? (found(CAPACITIES, relation) ?? 'other') : null,
    receiptOn: /有|是|已/.test(receiptText ?? '') ? signedOn : null,
    trackingNo: reader.numberText('trackingNo'),
    witness: reader.text('witness'),
    officer: reader.text('officer'),
    remark,
  };
  if (noticeNo === null || unit === null || contractNo === null || addressee === null || noticedOn === null)
    return null;
  return { noticeNo, unit, contractNo, contractKey: contractKey(contractNo), addressee, noticedOn, ...rest };
}
