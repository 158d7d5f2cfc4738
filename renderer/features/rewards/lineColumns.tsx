/** Columns of the lines of a reward sheet: every amount with its rate, article and reason. */
import type { RewardLineView } from '@shared/contract/rewards.contract';
import { percentText } from '@shared/domain/receipts/shares';
import { ratePercent } from '@shared/kernel/exact';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatAmount, UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { Why } from '../../ui/Why';

/** `onCosts`: given where costs of an outsider may be entered. */
export function useLineColumns(
  onCosts: ((line: RewardLineView) => void) | null,
): readonly GridColumn<RewardLineView>[] {
  const { t } = useTranslation();
  const column = (
    key: string,
    width: number,
    of: (row: RewardLineView) => string,
    more: Partial<GridColumn<RewardLineView>> = {},
  ): GridColumn<RewardLineView> => ({ key, title: t(`rewards:line.${key}`), width, render: of, copy: of, ...more });
  const amount = (key: 'recovered' | 'costs' | 'before'): GridColumn<RewardLineView> =>
    column(key, 110, (row) => formatAmount(row[key], 'yuan'), {
      kind: 'amount',
      render: (row) => <AmountText fen={row[key]} />,
    });
  const sentence = ({ recovered, ppm, costs, rate }: RewardLineView): string =>
    t('rewards:line.sentence', {
      recovered: formatAmount(recovered, 'yuan'),
      share: percentText(ppm),
      costs: formatAmount(costs, 'yuan'),
      rate: ratePercent(rate),
    });
  const tasks = ({ tasks: of }: RewardLineView): string => {
    if (of === null) return UNKNOWN;
    return t('rewards:line.tasksDone', {
      done: formatAmount(of.done, 'yuan'),
      planned: formatAmount(of.planned, 'yuan'),
    });
  };
  const reason = ({ excluded }: RewardLineView): string => (excluded === null ? '' : t(`rewards:excluded.${excluded}`));
  return [
    column('name', 90, ({ name }) => name || UNKNOWN, { sticky: true }),
    column('amount', 120, ({ amount: fen }) => formatAmount(fen, 'yuan'), {
      kind: 'amount',
      render: (line) => (
        <Why of={{ sentence: [sentence(line), reason(line)].filter(Boolean).join(' '), rules: line.trace }}>
          <AmountText fen={line.amount} />
        </Why>
      ),
    }),
    column('kind', 80, ({ kind }) => t(`rewards:kind.${kind}`), {
      render: ({ kind }) => (
        <Tag color={kind === 'adjustment' ? 'warning' : undefined}>{t(`rewards:kind.${kind}`)}</Tag>
      ),
    }),
    column('excluded', 150, reason, {
      render: (line) =>
        line.excluded === 'costs-missing' && onCosts ? (
          <Button size="small" onClick={() => onCosts(line)}>
            {t('rewards:costs.verb')}
          </Button>
        ) : (
          reason(line)
        ),
    }),
    column('borrower', 110, ({ borrower }) => borrower),
    column('receivedOn', 96, ({ receivedOn }) => receivedOn, { kind: 'date' }),
    column('key', 140, ({ key }) => key, { kind: 'id' }),
    amount('recovered'),
    column('share', 80, ({ ppm }) => percentText(ppm), { kind: 'count' }),
    column('rate', 70, ({ rate }) => ratePercent(rate), { kind: 'count' }),
    column('tasks', 170, tasks),
    amount('costs'),
    amount('before'),
    column('formedOn', 96, ({ loanClass }) => loanClass?.formedOn ?? UNKNOWN, { kind: 'date' }),
    column('form', 60, ({ loanClass }) => loanClass?.form ?? UNKNOWN),
    column('status', 90, ({ loanClass }) => (loanClass ? t(`rewards:status.${loanClass.status}`) : UNKNOWN)),
    column('article', 300, ({ article }) => article ?? UNKNOWN),
  ];
}
