/** A rule to read: its versions with their days, what the chosen one says, and what other layers say on the same matter. */
import type { RuleDetail, RuleVersion } from '@shared/contract/rules.contract';
import { Link } from '@tanstack/react-router';
import { Table, type TableColumnType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LayerTag, StatusTag } from '../../ui/RuleTags';
import { OriginalLink } from '../regulations/OriginalLink';
import { VersionBody } from './VersionBody';
import { versionOf } from './versionOf';

function useVersionColumns(): TableColumnType<RuleVersion>[] {
  const { t } = useTranslation();
  return [
    { key: 'from', title: t('rules:version.from'), width: 100, render: (_, { from }) => from },
    {
      key: 'until',
      title: t('rules:version.until'),
      width: 100,
      render: (_, { until }) => until ?? t('rules:version.open'),
    },
    { key: 'source', title: t('rules:version.source'), render: (_, { document, article }) => `${document} ${article}` },
    {
      key: 'tags',
      title: t('rules:version.status'),
      width: 200,
      render: (_, { layer, status }) => (
        <>
          <LayerTag layer={layer} />
          <StatusTag status={status} />
        </>
      ),
    },
    { key: 'checked', title: t('rules:version.checkedOn'), width: 110, render: (_, { checkedOn }) => checkedOn },
  ];
}

function Said({ version, day }: { version: RuleVersion; day: string }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="qs-rules-gist">
        <strong>{t('rules:cited', { document: version.document, article: version.article })}</strong> {version.gist}{' '}
        <OriginalLink document={version.document} article={version.article} day={day} />
      </p>
      {version.note && <p className="qs-hint">{version.note}</p>}
      <VersionBody version={version} />
    </>
  );
}

function Beside({ rule, asOf }: { rule: RuleDetail['beside'][number]; asOf: string }) {
  const { t } = useTranslation();
  const version = versionOf(rule.says, asOf);
  return (
    <section>
      <h3>
        <LayerTag layer={rule.layer} />
        <Link to="/rules" search={{ rule: rule.id, asOf } as never}>
          {rule.title}
        </Link>{' '}
        {version ? t('rules:since', { date: version.from }) : t('rules:version.none')}
      </h3>
      {version && <Said version={version} day={asOf} />}
    </section>
  );
}

export function RuleText({ rule, asOf }: { rule: RuleDetail; asOf: string }) {
  const { t } = useTranslation();
  const columns = useVersionColumns();
  const [chosen, setChosen] = useState<string | null>(null);
  const today = versionOf(rule.versions, asOf);
  const shown = rule.versions.find(({ from }) => from === chosen) ?? today;
  const rowClass = ({ from }: RuleVersion): string =>
    [from === shown?.from ? 'qs-rules-chosen' : '', from === today?.from ? 'qs-rules-today' : ''].join(' ');
  const pick = ({ from }: RuleVersion) => ({
    tabIndex: 0,
    onClick: () => setChosen(from),
    onKeyDown: (event: React.KeyboardEvent) => event.key === 'Enter' && setChosen(from),
  });
  return (
    <div className="qs-rules-text">
      <Table<RuleVersion>
        size="small"
        className="qs-rules-versions"
        pagination={false}
        rowKey="from"
        columns={columns}
        dataSource={rule.versions}
        rowClassName={rowClass}
        onRow={pick}
        scroll={{ x: 620 }}
      />
      {shown ? (
        <Said version={shown} day={chosen ?? asOf} />
      ) : (
        <p className="qs-hint">{t('rules:version.noneOn', { date: asOf })}</p>
      )}
      {rule.beside.length > 0 && <h2>{t('rules:beside')}</h2>}
      {rule.beside.map((other) => (
        <Beside key={other.id} rule={other} asOf={asOf} />
      ))}
    </div>
  );
}
