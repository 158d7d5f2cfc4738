/** The closed vocabularies of lists, as systems and clerks vary them: classes, forms, guarantee modes. */
import { foldText } from './foldText';
import type { GuaranteeRecord, LoanRecord } from './records';
import { remembered } from './remembered';

export type FiveLevel = NonNullable<LoanRecord['fiveLevel']>;
export type FineLevel = NonNullable<LoanRecord['fineLevel']>;
export type FourLevel = NonNullable<LoanRecord['fourLevel']>;
export type GuaranteeMode = NonNullable<LoanRecord['guaranteeMode']>;

const FIVE = /^(?:\d{1,2}[-.:、]?)?(正常|关注|次级|可疑|损失)(?:类|级|类贷款|贷款)?(?:([一二三123])(?:级|类)?)?[+-]?$/;
const FOUR = /^(?:\d{1,2}[-.:、]?)?(正常|逾期|呆滞|呆账|呆帐)(?:类|贷款)?$/;
const MODE = /信用|联保|保证|质押|抵押/g;

/** Five-level class of 次级, 次级类, 3-次级, 可疑一级 …; null when unknown. The fine level comes along where it is named. */
export const readClass = remembered((text: string): { five: FiveLevel; fine: FineLevel | null } | null => {
  const match = FIVE.exec(foldText(text));
  if (!match) return null;
  const five = match[1] as FiveLevel;
  const step = match[2] === undefined ? null : '一二三'.charAt('123一二三'.indexOf(match[2]) % 3);
  if (five === '损失') return { five, fine: '损失级' };
  if ((five === '次级' || five === '可疑') && (step === '一' || step === '二'))
    return { five, fine: `${five}${step}级` };
  return { five, fine: null };
});

export const readFourLevel = remembered((text: string): FourLevel | null => {
  const match = FOUR.exec(foldText(text));
  return match ? ((match[1] === '呆帐' ? '呆账' : match[1]) as FourLevel) : null;
});

/** The mode of 保证贷款, 房产抵押, 最高额抵押担保 …; `mixed` when several are named: the first one is taken and told. */
export const readGuaranteeMode = remembered((text: string): { mode: GuaranteeMode; mixed: boolean } | null => {
  const named = [
    ...new Set(
      foldText(text)
        .replace(/口头\S*/g, '')
        .match(MODE) ?? [],
    ),
  ];
  if (named.length === 0) return null;
  // 联保 is a way of guaranteeing: 联保保证 is one mode.
  if (named.length === 2 && named.includes('联保') && named.includes('保证')) return { mode: '联保', mixed: false };
  return { mode: named[0] as GuaranteeMode, mixed: named.length > 1 };
});

/** Kind of a guarantee; blank and 未约定 are `unstated`, null is a word that means none of them. */
export function readGuaranteeKind(text: string | null): GuaranteeRecord['kind'] | null {
  if (text === null || /未约定|未明确|不明确|约定不明/.test(text)) return 'unstated';
  if (/连带|联保/.test(text)) return 'joint';
  if (/一般/.test(text)) return 'general';
  return /^(?:保证|保证担保|担保)$/.test(foldText(text)) ? 'unstated' : null;
}
