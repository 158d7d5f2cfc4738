/** Looks up whose receipt a scan is, in the old register too: one line per signatory. */
import type { NoticeView } from '@shared/contract/dunning.contract';
import { Button, Form, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { DateText } from '../../ui/DateText';
import { ErrorState } from '../../ui/ErrorState';
import { useDunningWords } from './dunningWords';

/** More than a person looks through. */
const MOST = 50;

function Line({ notice, busy, onFile }: { notice: NoticeView; busy: boolean; onFile: (id: number) => void }) {
  const { t } = useTranslation();
  const words = useDunningWords();
  return (
    <li>
      <div>
        <b>{words.addressee(notice)}</b>
        <div>
          {notice.number}　<DateText date={notice.noticedOn} />　{words.outcome(notice)}
        </div>
        {notice.borrower !== notice.addressee && <div>{t('dunning:scan.debtOf', { borrower: notice.borrower })}</div>}
      </div>
      <Button size="small" loading={busy} onClick={() => onFile(notice.id)}>
        {t('dunning:scan.toThis')}
      </Button>
    </li>
  );
}

export function FindNotice({ busy, onFile }: { busy: boolean; onFile: (noticeId: number) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const enabled = wanted.length > 1;
  const found = useApiQuery('dunning.register', { text: wanted, limit: MOST }, { enabled, keepOld: true });
  const notices = enabled ? (found.data?.notices ?? []) : [];
  return (
    <Form.Item label={t('dunning:scan.search')} extra={t('dunning:scan.searchHint')}>
      <Input
        allowClear
        type="search"
        aria-label={t('dunning:scan.search')}
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
      />
      {found.error && <ErrorState error={found.error} />}
      {enabled && found.data && notices.length === 0 && <p>{t('dunning:scan.noneFound')}</p>}
      {notices.length > 0 && (
        <ul className="qs-dunning-found">
          {notices.map((notice) => (
            <Line key={notice.id} notice={notice} busy={busy} onFile={onFile} />
          ))}
        </ul>
      )}
    </Form.Item>
  );
}
