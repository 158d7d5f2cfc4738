/** Columns of the register of notices. */
import type { NoticeView } from '@shared/contract/dunning.contract';
import { Tag } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountText } from '../../ui/AmountText';
import { DateText } from '../../ui/DateText';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { useDunningWords } from './dunningWords';

const EFFECT_COLOR = { interrupts: 'success', disputed: 'warning', none: undefined } as const;

export function useRegisterColumns(): readonly GridColumn<NoticeView>[] {
  const { t } = useTranslation();
  const words = useDunningWords();
  return useMemo(() => {
    const column = (
      key: string,
      width: number,
      text: (notice: NoticeView) => string,
      more: Partial<GridColumn<NoticeView>> = {},
    ): GridColumn<NoticeView> => ({ key, width, title: t(`dunning:column.${key}`), render: text, copy: text, ...more });
    const day = (key: 'noticedOn' | 'arrivedOn', width: number) =>
      column(key, width, (notice) => notice[key] ?? '', {
        kind: 'date',
        render: (notice) => (notice[key] === null ? '—' : <DateText date={notice[key]} />),
      });
    const money = (key: 'principal' | 'interest') =>
      column(key, 120, (notice) => String(notice[key] ?? ''), {
        kind: 'amount',
        render: (notice) => (notice[key] === null ? '—' : <AmountText fen={notice[key]} />),
      });
    const effect = (notice: NoticeView): string => t(`dunning:effect.${notice.effect}`);
    return [
      column('number', 186, (notice) => notice.number, { kind: 'id', sticky: true }),
      column('form', 100, (notice) => words.form(notice.form)),
      column('addressee', 190, (notice) => words.addressee(notice)),
      column('borrower', 120, (notice) => notice.borrower),
      day('noticedOn', 120),
      column('outcome', 130, words.outcome, {
        render: (notice) =>
          notice.missing ? <b className="qs-dunning-why">{words.outcome(notice)}</b> : words.outcome(notice),
      }),
      day('arrivedOn', 120),
      column('signedBy', 90, (notice) => notice.signedBy ?? ''),
      column('effect', 90, effect, {
        render: (notice) => <Tag color={EFFECT_COLOR[notice.effect]}>{effect(notice)}</Tag>,
      }),
      money('principal'),
      money('interest'),
      column('officer', 80, (notice) => notice.officer ?? ''),
      column('chased', 70, (notice) => String(notice.chased), { kind: 'count' }),
    ];
  }, [t, words]);
}
