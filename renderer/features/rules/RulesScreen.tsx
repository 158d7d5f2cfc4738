/** The rules (ui.md S14, RUL-01…03): tree left, the rule right: read it, try it out, make the branch's own version of it. */
import type { RuleDetail } from '@shared/contract/rules.contract';
import { Alert, Button, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay, useOpenSession } from '../../app/sessionContext';
import { useShortcut } from '../../app/shortcuts';
import { dayIn, textIn } from '../../app/urlReaders';
import { useUrlState } from '../../app/useUrlState';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { NoPermission } from '../../ui/NoPermission';
import { PageHeader } from '../../ui/PageHeader';
import { LayerTag, StatusTag } from '../../ui/RuleTags';
import { RegulationFiles } from '../regulations/RegulationFiles';
import { BranchVersion } from './BranchVersion';
import { RuleText } from './RuleText';
import { RuleTree } from './RuleTree';
import { GROUPINGS, type Grouping } from './ruleTree';
import './rules.css';
import { TryOut } from './TryOut';
import { versionOf } from './versionOf';

const TABS = ['text', 'try', 'branch'] as const;
type Tab = (typeof TABS)[number];

const oneOf =
  <T extends string>(words: readonly T[]) =>
  (stored: unknown): T =>
    words.find((word) => word === stored) ?? (words[0] as T);

function RuleTabs({ rule, asOf }: { rule: RuleDetail; asOf: string }) {
  const { t } = useTranslation();
  const [tab, setTab] = useUrlState<Tab>('tab', oneOf(TABS));
  const version = versionOf(rule.versions, asOf);
  const content: Readonly<Record<Tab, () => React.ReactNode>> = {
    text: () => <RuleText key={rule.id} rule={rule} asOf={asOf} />,
    try: () => <TryOut key={rule.id} rule={rule} asOf={asOf} />,
    branch: () => <BranchVersion key={rule.id} rule={rule} />,
  };
  return (
    <>
      <header className="qs-rules-title">
        <h2>{rule.title}</h2>
        <LayerTag layer={version?.layer ?? rule.layer} />
        <StatusTag status={version?.status} />
        <span className="qs-hint">
          {t('rules:selectedBy', { date: t(`rules:selecting.${rule.selectedBy}`) })} · <code>{rule.id}</code>
        </span>
      </header>
      <Tabs
        className="qs-rules-tabs"
        size="small"
        activeKey={tab}
        destroyOnHidden
        onChange={(key) => setTab(key === 'text' ? undefined : (key as Tab))}
        items={TABS.map((key) => ({
          key,
          label: t(`rules:tab.${key}`),
          children: key === tab ? content[key]() : null,
        }))}
      />
    </>
  );
}

function RulePane({ id, asOf }: { id: string; asOf: string }) {
  const rule = useApiQuery('rules.show', { id, asOf }, { keepOld: true });
  if (rule.error) return <ErrorState error={rule.error} onRetry={() => void rule.refetch()} />;
  return rule.data ? <RuleTabs rule={rule.data} asOf={asOf} /> : <Loading />;
}

function Rules() {
  const { t } = useTranslation();
  const { businessDate } = useOpenSession().state;
  const [stored, setAsOf] = useUrlState('asOf', dayIn);
  const asOf = stored ?? businessDate;
  const [selected, select] = useUrlState('rule', textIn);
  const [grouping, setGrouping] = useUrlState<Grouping>('by', oneOf(GROUPINGS));
  const [search, setSearch] = useUrlState('q', textIn);
  const [files, setFiles] = useUrlState('files', textIn);
  const list = useApiQuery('rules.list', { asOf }, { keepOld: true });
  useShortcut('F5', t('common:action.refresh'), () => void list.refetch());
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Loading />;
  const faults = list.data.faults;
  return (
    <>
      <PageHeader
        title={t('rules:title')}
        status={t('rules:asOfHint')}
        actions={
          <span className="qs-rules-day">
            <Button onClick={() => setFiles('1')}>{t('regulations:files')}</Button>
            <label htmlFor="rules-as-of">{t('rules:asOf')}</label>
            <DateInput
              id="rules-as-of"
              today={businessDate}
              value={asOf}
              onChange={(day) => setAsOf(day === null || day === businessDate ? undefined : day)}
            />
          </span>
        }
      />
      {faults.length > 0 && (
        <Alert
          banner
          type="warning"
          title={t('rules:faulty', { count: faults.length })}
          description={faults.slice(0, 3).map(({ file, line, detail, standsIn }) => (
            <div key={`${file}${line}${detail}`}>
              {file}:{line} {detail} · {t(standsIn ? 'rules:fileFault.standsIn' : 'rules:fileFault.missing')}
            </div>
          ))}
        />
      )}
      <div className="qs-rules">
        <RuleTree
          rules={list.data.rules}
          sources={list.data.sources}
          grouping={grouping}
          search={search ?? ''}
          selected={selected}
          onGrouping={(next) => setGrouping(next === 'source' ? undefined : next)}
          onSearch={(text) => setSearch(text === '' ? undefined : text)}
          onSelect={select}
        />
        <section className="qs-rules-pane" data-pane>
          {selected ? <RulePane id={selected} asOf={asOf} /> : <p className="qs-state qs-hint">{t('rules:choose')}</p>}
        </section>
      </div>
      {files && <RegulationFiles onClose={() => setFiles(undefined)} />}
    </>
  );
}

export default function RulesScreen() {
  const may = useMay('rules.view');
  return may ? <Rules /> : <NoPermission permission="rules.view" />;
}
