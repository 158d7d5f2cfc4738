/** The list behind a tile: what is wrong with which cell, or what changes from which value to which. */
import type { ImportResult } from '@shared/contract/imports.contract';
import { Empty } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { useRefusalText } from '../../ui/RefusalPanel';
import { type ChangeLine, changeLines, type IssueLine, issueLines, type Outcome } from './results';

function useIssueColumns(): GridColumn<IssueLine>[] {
  const { t } = useTranslation();
  const sentence = useRefusalText();
  const textOf = ({ code, value }: IssueLine) => sentence({ code, facts: { value } });
  return [
    {
      key: 'row',
      title: t('imports:issue.row'),
      width: 64,
      kind: 'count',
      render: (line) => line.row,
      copy: (line) => String(line.row),
    },
    {
      key: 'column',
      title: t('imports:issue.column'),
      width: 130,
      render: (line) => line.column,
      copy: (line) => line.column,
    },
    {
      key: 'value',
      title: t('imports:issue.value'),
      width: 180,
      kind: 'id',
      render: (line) => line.value,
      copy: (line) => line.value,
    },
    {
      key: 'problem',
      title: t('imports:issue.problem'),
      width: 320,
      render: (line) => textOf(line).title,
      copy: (line) => textOf(line).title,
    },
    {
      key: 'todo',
      title: t('imports:issue.todo'),
      width: 340,
      render: (line) => textOf(line).todo,
      copy: (line) => textOf(line).todo,
    },
  ];
}

function Issues({ issues, caption }: { issues: ImportResult['refusals']; caption: string }) {
  const columns = useIssueColumns();
  const rows = useMemo(() => issueLines(issues), [issues]);
  return (
    <DataGrid<IssueLine>
      caption={caption}
      columns={columns}
      rows={rows}
      keyOf={(line) => line.id}
      total={rows.length}
    />
  );
}

/** Words for stored values that are codes. */
function useValueText(): (line: ChangeLine, value: string) => string {
  const { t, i18n } = useTranslation();
  const units = useApiQuery('units.list', undefined);
  return ({ field }, value) => {
    if (value === '') return t('common:unknown');
    if (field === 'unit_id') return units.data?.find(({ id }) => String(id) === value)?.name ?? t('common:unknown');
    return i18n.exists(`imports:value.${field}.${value}`) ? t(`imports:value.${field}.${value}`) : value;
  };
}

function Changes({ result }: { result: ImportResult }) {
  const { t } = useTranslation();
  const text = useValueText();
  const rows = useMemo(() => changeLines(result.changes), [result.changes]);
  const label = ({ field }: ChangeLine): string => t(`imports:column.${field}`);
  const columns: GridColumn<ChangeLine>[] = [
    {
      key: 'row',
      title: t('imports:issue.row'),
      width: 64,
      kind: 'count',
      render: (line) => line.row,
      copy: (line) => String(line.row),
    },
    {
      key: 'key',
      title: t('imports:change.key'),
      width: 220,
      kind: 'id',
      render: (line) => line.key,
      copy: (line) => line.key,
    },
    { key: 'field', title: t('imports:change.field'), width: 150, render: label, copy: label },
    {
      key: 'from',
      title: t('imports:change.from'),
      width: 260,
      render: (line) => text(line, line.from),
      copy: (line) => text(line, line.from),
    },
    {
      key: 'to',
      title: t('imports:change.to'),
      width: 260,
      render: (line) => <b>{text(line, line.to)}</b>,
      copy: (line) => text(line, line.to),
    },
  ];
  const cut = result.changed > result.changes.length;
  return (
    <DataGrid<ChangeLine>
      caption={t('imports:outcome.changed')}
      columns={columns}
      rows={rows}
      keyOf={(line) => line.id}
      total={rows.length}
      totals={cut && <span>{t('imports:change.cut', { shown: result.changes.length, count: result.changed })}</span>}
    />
  );
}

export function CheckTables({ result, outcome }: { result: ImportResult; outcome: Outcome }) {
  const { t } = useTranslation();
  const issues = outcome === 'refused' ? result.refusals : outcome === 'warned' ? result.warnings : [];
  if (issues.length > 0) return <Issues key={outcome} issues={issues} caption={t(`imports:outcome.${outcome}`)} />;
  if (outcome === 'changed' && result.changes.length > 0) return <Changes result={result} />;
  return (
    <div className="qs-import-none">
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={t(`imports:explain.${outcome}`, { count: result[outcome] })}
      />
    </div>
  );
}
