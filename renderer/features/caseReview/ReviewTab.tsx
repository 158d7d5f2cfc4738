/** Who acts in a case, its monthly reviews, and the breaches that the books show (LIT-12, LIT-13, LIT-15). */
import type { CaseView } from '@shared/contract/litigationViews';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { UNKNOWN } from '../../i18n/format';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { Why } from '../../ui/Why';
import { CaseCounsels } from '../counsel/CaseCounsels';
import { FileTable } from '../parties/FileTable';
import { Breaches } from './Breaches';
import { ReviewModal } from './ReviewModal';

export function ReviewTab({ file }: { file: CaseView }) {
  const { t } = useTranslation();
  const mayReview = useMay('litigation.prepare');
  const [isReviewing, setIsReviewing] = useState(false);
  const { data, error, refetch } = useApiQuery('caseReview.show', { id: file.id });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { standing } = data;
  const title = (key: string) => t(`caseReview:column.${key}`);
  const due = standing.dueOn && (
    <Why of={{ sentence: t('caseReview:dueWhy'), asOf: data.today, rules: standing.trace }}>
      <Tag color={standing.isDue ? 'error' : undefined}>{t('caseReview:dueOn', { day: standing.dueOn })}</Tag>
    </Why>
  );
  return (
    <>
      <Breaches id={file.id} breaches={data.breaches} />
      <FileTable
        title={t('caseReview:reviews')}
        extra={
          <>
            {due}
            {mayReview && standing.dueOn !== null && (
              <Button size="small" type="primary" onClick={() => setIsReviewing(true)}>
                {t('caseReview:record')}
              </Button>
            )}
          </>
        }
        rows={[...data.reviews].reverse()}
        keyOf={({ on, finding }) => `${on} ${finding}`}
        empty={t('caseReview:noReviews')}
        columns={[
          { title: title('on'), render: (_, { on }) => on },
          { title: title('finding'), render: (_, { finding }) => finding },
          {
            title: title('overdue'),
            render: (_, { overdue }) => overdue.map((kind) => t(`litigation:case.deadline.${kind}`)).join(' '),
          },
          { title: title('cause'), render: (_, { cause }) => cause ?? UNKNOWN },
          { title: title('difficulty'), render: (_, { difficulty }) => difficulty ?? UNKNOWN },
          { title: title('solution'), render: (_, { solution }) => solution ?? UNKNOWN },
          { title: title('until'), render: (_, { until }) => until ?? UNKNOWN },
          { title: title('by'), render: (_, { by }) => by },
        ]}
      />
      <CaseCounsels file={file} />
      {isReviewing && (
        <ReviewModal id={file.id} today={data.today} overdue={standing.overdue} onClose={() => setIsReviewing(false)} />
      )}
    </>
  );
}
