/** What a rule answered: the result with its why, the row that it met, every rule on the way; or a refusal, or what is missing. */
import type { RuleAnswer, RuleDetail, RuleVersion } from '@shared/contract/rules.contract';
import { Link } from '@tanstack/react-router';
import { Alert, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { RefusalPanel } from '../../ui/RefusalPanel';
import { LayerTag, StatusTag } from '../../ui/RuleTags';
import { type RuleWords, useRuleWords } from '../../ui/ruleWords';
import { Why } from '../../ui/Why';
import { tariffFormula } from './tariffFormula';
import { VersionBody } from './VersionBody';

type Granted = Extract<RuleAnswer, { kind: 'granted' }>;
type Line = Granted['trace'][number];

/** A result may be a list of records, e.g. tiers: one line each. */
function readable(value: unknown, words: RuleWords): string {
  if (Array.isArray(value)) return value.map((each) => readable(each, words)).join('\n');
  if (value === null || typeof value !== 'object') return words.value(value);
  return Object.entries(value)
    .map(([name, part]) => `${words.fact(name)} ${readable(part, words)}`)
    .join('  ');
}

/** The version of the rule that answered. */
const answering = (rule: RuleDetail, trace: readonly Line[]): RuleVersion | undefined =>
  rule.versions.find(({ from }) => trace.some((line) => line.rule === rule.id && line.version === from));

function Result({ rule, answer, asOf }: { rule: RuleDetail; answer: Granted; asOf: string }) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const { result, trace, provisional } = answer;
  const version = answering(rule, trace);
  const sentence = version?.gist ?? t('rules:try.because', { count: trace.length });
  const formula = (version && tariffFormula(version.body, trace, result.amount)) ?? undefined;
  return (
    <dl className="qs-rules-result">
      {Object.entries(result).map(([name, value]) => (
        <div key={name}>
          <dt>{words.fact(name)}</dt>
          <dd>
            <Why of={{ sentence, asOf, formula, rules: trace, provisional }}>{readable(value, words)}</Why>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Trace({ trace, asOf }: { trace: readonly Line[]; asOf: string }) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const inputs = (line: Line) =>
    Object.entries(line.inputs)
      .map(([name, value]) => `${words.fact(name)} ${words.value(value)}`)
      .join('  ');
  return (
    <Table<Line>
      size="small"
      pagination={false}
      rowKey={(line) => JSON.stringify(line)}
      dataSource={[...trace]}
      scroll={{ x: 'max-content' }}
      columns={[
        {
          key: 'rule',
          title: t('rules:trace.rule'),
          render: (_, { rule, title }) => (
            <Link to="/rules" search={{ rule, asOf } as never}>
              {title}
            </Link>
          ),
        },
        { key: 'version', title: t('rules:trace.version'), render: (_, { version }) => version },
        { key: 'article', title: t('rules:body.article'), render: (_, { article }) => article },
        { key: 'inputs', title: t('rules:trace.inputs'), render: (_, line) => inputs(line) },
        {
          key: 'row',
          title: t('rules:trace.row'),
          render: (_, { row }) => (row === undefined ? t('common:unknown') : words.row(row)),
        },
        {
          key: 'tags',
          title: t('rules:version.status'),
          render: (_, { layer, status }) => (
            <>
              <LayerTag layer={layer} />
              <StatusTag status={status} />
            </>
          ),
        },
      ]}
    />
  );
}

function Asked({ trace, asOf }: { trace: readonly Line[]; asOf: string }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t('rules:trace.title')}</h3>
      <Trace trace={trace} asOf={asOf} />
    </>
  );
}

/** The version of this rule that answered, with the rows that fitted. */
function MatchedRow({ rule, trace }: { rule: RuleDetail; trace: readonly Line[] }) {
  const { t } = useTranslation();
  const own = trace.filter((line) => line.rule === rule.id && line.row !== undefined);
  const version = answering(rule, own);
  if (!version) return null;
  return (
    <>
      <h3>{t('rules:try.matched')}</h3>
      <VersionBody version={version} matched={new Set(own.flatMap(({ row }) => row ?? []))} />
    </>
  );
}

export function Answer({ rule, answer, asOf }: { rule: RuleDetail; answer: RuleAnswer; asOf: string }) {
  const { t } = useTranslation();
  const words = useRuleWords();
  if (answer.kind === 'refused')
    return (
      <>
        <RefusalPanel refusal={answer} />
        {answer.trace.length > 0 && <Asked trace={answer.trace} asOf={asOf} />}
      </>
    );
  if (answer.kind === 'needs') {
    const missing = answer.facts.map((name) => ({ key: name, label: words.fact(name) }));
    return <RefusalPanel refusal={{ code: 'needs-facts' }} missing={missing} />;
  }
  const warnings = answer.warnings.map(({ code, ...facts }) => {
    const named = Object.entries(facts).map(([name, value]) => [
      name,
      name === 'fact' ? words.fact(String(value)) : words.value(value),
    ]);
    return t(`rules:warning.${code}`, Object.fromEntries(named));
  });
  return (
    <>
      <Result rule={rule} answer={answer} asOf={asOf} />
      {answer.provisional && <Tag className="qs-rules-provisional">{t('rules:try.provisional')}</Tag>}
      {warnings.length > 0 && <Alert type="warning" showIcon title={warnings.join(t('rules:separator'))} />}
      <MatchedRow rule={rule} trace={answer.trace} />
      <Asked trace={answer.trace} asOf={asOf} />
    </>
  );
}
