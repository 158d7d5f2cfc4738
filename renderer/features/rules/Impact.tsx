/** What a draft would change: how many loans, and the first of them with the result that becomes another. */
import type { RuleDraft, RuleImpact } from '@shared/contract/rules.contract';
import { Link } from '@tanstack/react-router';
import { Spin, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { formatCount } from '../../i18n/format';
import { ErrorState } from '../../ui/ErrorState';

type Line = RuleImpact['first'][number];

export function Impact({ draft }: { draft: RuleDraft }) {
  const { t } = useTranslation();
  const impact = useApiQuery('rules.impact', { id: draft.id, rev: draft.rev });
  if (impact.error) return <ErrorState error={impact.error} onRetry={() => void impact.refetch()} />;
  if (!impact.data)
    return (
      <p className="qs-hint" role="status">
        <Spin size="small" /> {t('rules:impact.running')}
      </p>
    );
  const { asOf, loans, first } = impact.data;
  const cases = <p className="qs-hint">{t('rules:impact.cases')}</p>;
  if (loans === 0)
    return (
      <>
        <p role="status">{t('rules:impact.none', { date: asOf })}</p>
        {cases}
      </>
    );
  const isCut = new Set(first.map(({ contract }) => contract)).size < loans;
  return (
    <section>
      <p role="status">
        <strong>{t('rules:impact.loans', { count: loans, shown: formatCount(loans), date: asOf })}</strong>{' '}
        {isCut && t('rules:impact.cut', { shown: formatCount(first.length) })}
      </p>
      <Table<Line>
        size="small"
        pagination={false}
        rowKey={({ contract, kind, subject }) => `${contract} ${kind} ${subject}`}
        dataSource={first}
        scroll={{ y: 160 }}
        columns={[
          { key: 'contract', title: t('rules:impact.contract'), render: (_, { contract }) => contract },
          {
            key: 'household',
            title: t('rules:impact.household'),
            render: (_, { household }) => (
              <Link to="/household/$key" params={{ key: household }}>
                {household}
              </Link>
            ),
          },
          { key: 'kind', title: t('rules:impact.kind'), render: (_, { kind }) => t(`rules:impact.of.${kind}`) },
        ]}
      />
      {cases}
    </section>
  );
}
