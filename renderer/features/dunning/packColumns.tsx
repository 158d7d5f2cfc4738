/** Columns of the day's pack. */
import type { PackEntry } from '@shared/contract/dunning.contract';
import { Tag } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../ui/DateText';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { Why } from '../../ui/Why';
import { type DunningWords, useDunningWords } from './dunningWords';

function Printable({ entry, words }: { entry: PackEntry; words: DunningWords }) {
  const { t } = useTranslation();
  const warned = words.list(entry.warned.map(words.why));
  if (entry.printable && warned !== '')
    return (
      <Tag color="warning" title={warned}>
        {t('dunning:pack.yesWarned')}
      </Tag>
    );
  if (entry.printable) return <Tag color="success">{t('dunning:pack.yes')}</Tag>;
  return <span className="qs-dunning-why">{words.list(entry.blocked.map(words.why))}</span>;
}

export function usePackColumns(): readonly GridColumn<PackEntry>[] {
  const { t } = useTranslation();
  const words = useDunningWords();
  return useMemo(() => {
    const form = (entry: PackEntry): string => (entry.form === null ? t('dunning:form.none') : words.form(entry.form));
    const column = (
      key: string,
      width: number,
      text: (entry: PackEntry) => string,
      more: Partial<GridColumn<PackEntry>> = {},
    ): GridColumn<PackEntry> => ({ key, width, title: t(`dunning:column.${key}`), render: text, copy: text, ...more });
    return [
      column('addressee', 200, (entry) => words.addressee(entry), { sticky: true }),
      column('borrower', 130, (entry) => entry.borrower),
      column('form', 128, form),
      column('dueOn', 150, (entry) => entry.dueOn, {
        kind: 'date',
        render: (entry) => (
          <Why of={{ sentence: t(`dunning:reason.${entry.reason}`), rules: entry.trace, asOf: entry.dueOn }}>
            <DateText date={entry.dueOn} />
          </Why>
        ),
      }),
      column('expiry', 120, (entry) => entry.expiry ?? '', {
        kind: 'date',
        render: (entry) => (entry.expiry === null ? '—' : <DateText date={entry.expiry} />),
      }),
      column('printable', 250, (entry) => words.list([...entry.blocked, ...entry.warned].map(words.why)), {
        render: (entry) => <Printable entry={entry} words={words} />,
      }),
      column('address', 190, (entry) => entry.address),
      column('officer', 80, (entry) => entry.officer ?? ''),
      column('unit', 100, (entry) => entry.unit),
    ];
  }, [t, words]);
}
