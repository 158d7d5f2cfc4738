/** Court cases about a household's debts, and opening one (户档案, ui.md S05). */
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { FileTable } from '../parties/FileTable';
import { DeadlinePill } from './DeadlinePill';
import { DescribeDrawer } from './DescribeDrawer';
import './litigation.css';

export function CasesTab({ household }: { household: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayPrepare = useMay('litigation.prepare');
  const [opening, setOpening] = useState(false);
  const of = useApiQuery('litigation.household', { household });
  if (of.error) return <ErrorState error={of.error} onRetry={() => void of.refetch()} />;
  if (!of.data) return <Loading />;
  const { today, cases } = of.data;
  const title = (key: string) => t(`litigation:case.column.${key}`);
  const show = (key: string): void => void navigate({ to: '/case/$key', params: { key } });
  return (
    <>
      <FileTable
        title={t('nav:litigation.full')}
        extra={
          mayPrepare && (
            <Button size="small" type="primary" onClick={() => setOpening(true)}>
              {t('litigation:case.open')}
            </Button>
          )
        }
        rows={cases}
        keyOf={({ id }) => id}
        empty={t('litigation:case.none')}
        onOpen={({ key }) => show(key)}
        columns={[
          {
            title: title('key'),
            render: (_, { key }) => (
              <Button type="link" onClick={() => show(key)}>
                {key}
              </Button>
            ),
          },
          { title: title('stage'), render: (_, { stage }) => t(`litigation:case.stage.${stage}`) },
          { title: title('caseNo'), render: (_, { caseNo }) => caseNo ?? UNKNOWN },
          { title: title('principal'), align: 'right', render: (_, { principal }) => <AmountText fen={principal} /> },
          { title: title('interest'), align: 'right', render: (_, { interest }) => <AmountText fen={interest} /> },
          {
            title: title('next'),
            render: (_, { next }) =>
              next ? (
                <>
                  <DeadlinePill day={next.day} today={today} provisional={next.provisional} />{' '}
                  {t(`litigation:case.deadline.${next.kind}`)}
                </>
              ) : (
                UNKNOWN
              ),
          },
          { title: title('handlers'), render: (_, { handlers }) => handlers || UNKNOWN },
        ]}
      />
      {opening && <DescribeDrawer household={household} file={null} onClose={() => setOpening(false)} />}
    </>
  );
}
