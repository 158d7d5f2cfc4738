/** Headings as words to compare, and what they say beside the name: the unit of their amounts. */
import { KIND_SPECS } from './fields/kindSpecs';
import { halfWidth } from './foldText';
import type { AmountScale } from './readAmount';

const SCALES: Readonly<Record<string, AmountScale>> = { 元: 1, 千元: 1000, 万元: 10000, 万: 10000 };
/** Remarks in brackets that do not change what a column is; any other content stays part of the name. */
const HARMLESS_REMARK =
  /\((?:单位:?)?(?:人民币)?(?:亿元|万元|千元|元|万|必填|选填|大写|小写|rmb|cny|y{4}.{0,8}|全称|折人民币)\)/g;

/** `贷款余额（万元）` → `贷款余额`, `LOAN_BAL` → `loanbal`; brackets with another meaning keep their words. */
export function headingBase(text: string): string {
  const half = halfWidth(text)
    .toLowerCase()
    .replace(/[【[〔]/g, '(')
    .replace(/[】\]〕]/g, ')')
    .replace(/\s+/g, '');
  return half
    .replace(HARMLESS_REMARK, '')
    .replace(/[^\p{L}\p{N}‰%]/gu, '')
    .replace(/(?<=.{2})(?:人民币)?(?:万元|千元|元)$/u, '');
}

/** The unit that a heading names for its own column: （万元）, (单位:元), or a trailing 万元. */
export function headingScale(text: string): AmountScale | null {
  const half = halfWidth(text)
    .replace(/[【[〔]/g, '(')
    .replace(/[】\]〕]/g, ')')
    .replace(/\s+/g, '');
  const match = /(?:[(:,]|人民币)(万元|千元|元|万)\)/.exec(half) ?? /.{2}(万元|千元|元)$/.exec(half);
  return match ? (SCALES[match[1] as string] ?? null) : null;
}

/** The unit that a line above the table declares: 单位:万元, 金额单位：千元. A 单位名称 is not one. */
export function declaredScale(text: string): AmountScale | null {
  const match = /(?:金额|货币|计量|币种)?单位[::]?\(?(?:人民币)?[::]?(万元|千元|元)/.exec(
    halfWidth(text).replace(/\s+/g, ''),
  );
  return match ? (SCALES[match[1] as string] ?? null) : null;
}

/** Every heading that some kind of list knows, folded; single words such as 名称 included. */
export const KNOWN_HEADINGS: ReadonlySet<string> = new Set([
  ...Object.values(KIND_SPECS)
    .flatMap((spec) => spec.fields.flatMap((f) => [...f.names, ...(f.weak ?? [])]))
    .map(headingBase),
  ...[
    '序号',
    '编号',
    '借款人',
    '借方',
    '贷方',
    '金额',
    '期限',
    '名称',
    '案号',
    '被告',
    '借方余额',
    '贷方余额',
    'no',
    'seq',
  ],
]);

/** Where a list tells last period's figures, another party's data or a plan, a bare leaf name means nothing. */
const PAST_OR_PLAN =
  /上期|上月|上年|上季|去年|期初|年初|月初|季初|昨|较|增减|增加|减少|变动|计划|预计|目标|前期|last|prev|plan|budget/;

export const isPastOrPlan = (base: string): boolean => PAST_OR_PLAN.test(base);
