/** Where the figures of a paper about the debt come from, for its preview and its frozen data. */
import type { NoticeLoan } from '@shared/domain/dunning/noticeFacts';
import { INTEREST_KINDS } from '@shared/domain/interest/accrual';
import { INTEREST_KIND_WORD } from '@shared/domain/interest/interestTable';
import type { LedgerGap } from '@shared/domain/interest/ledgerGap';
import { yuanGrouped } from '@shared/kernel/money';
import type { SourcedFigure } from '../documents/form';

const LEDGER = '贷款台账';

/** Beside each other, so that whoever reads the preview sees how far they are apart. */
const gapFigures = (contractNo: string, { on, computed, ledger }: LedgerGap): SourcedFigure[] => [
  { label: `${contractNo} 计算利息（对照）`, value: yuanGrouped(computed), source: '计息要素', asOf: on },
  { label: `${contractNo} 台账利息（对照）`, value: yuanGrouped(ledger), source: LEDGER, asOf: on },
];

function figuresOfLoan({
  contractNo,
  balance,
  interest,
  asOf,
  accrual,
  interestGap: gap,
}: NoticeLoan): SourcedFigure[] {
  const principal = { label: `${contractNo} 尚欠本金`, value: yuanGrouped(balance), source: LEDGER, asOf };
  if (accrual === null)
    return [principal, { label: `${contractNo} 尚欠利息`, value: yuanGrouped(interest), source: LEDGER, asOf }];
  const articles = [...new Set(accrual.trace.map(({ article }) => article))].join('；');
  return [
    principal,
    ...INTEREST_KINDS.map((kind) => ({
      ...{ label: `${contractNo} ${INTEREST_KIND_WORD[kind]}`, value: yuanGrouped(accrual[kind]) },
      ...{ source: `计息要素、${articles}`, asOf },
    })),
    ...(gap ? gapFigures(contractNo, gap) : []),
  ];
}

export const debtFigures = ({ loans }: { readonly loans: readonly NoticeLoan[] }): SourcedFigure[] =>
  loans.flatMap(figuresOfLoan);
