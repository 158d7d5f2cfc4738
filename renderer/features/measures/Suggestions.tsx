/** Which measures fit the household and why or why not; what law forbids is named with its article and cannot be taken. */
import type { MeasureVerdict } from '@shared/contract/measures.contract';
import { Button, Checkbox, type TableColumnType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UNKNOWN } from '../../i18n/format';
import { useRuleWords } from '../../ui/ruleWords';
import { Why } from '../../ui/Why';
import { FileTable } from '../parties/FileTable';
import { type Measures, STANDING_COLOUR, useMeasureWords } from './measureWords';

/** Each situation in which it fits, with the conditions that hold and those that do not. */
function Situations({ verdict }: { verdict: MeasureVerdict }) {
  const { t } = useTranslation();
  const words = useRuleWords();
  return verdict.situations.map(({ label, article, conditions, holds }, index) => (
    <section key={label} className={holds ? undefined : 'qs-measure-fails'}>
      {t('measures:situation', { number: index + 1 })} <span className="qs-hint">{article}</span>
      <ul className="qs-measure-conditions">
        {conditions.map((condition) => (
          <li key={condition.fact}>
            {t('measures:conditionOf', { fact: words.fact(condition.fact), given: words.value(condition.given) })}{' '}
            <span className="qs-hint">
              {t('measures:wanted', { written: condition.written.split(' ').map(words.value).join(' ') })}
            </span>{' '}
            <b>{t(condition.holds ? 'measures:condition.holds' : 'measures:condition.fails')}</b>
          </li>
        ))}
      </ul>
    </section>
  ));
}

export function StandingTag({ standing }: Pick<MeasureVerdict, 'standing'>) {
  const { t } = useTranslation();
  return <Tag color={STANDING_COLOUR[standing]}>{t(`measures:standing.${standing}`)}</Tag>;
}

function useColumns(asOf: string, onAdd: ((measure: string) => void) | null): TableColumnType<MeasureVerdict>[] {
  const { t } = useTranslation();
  const words = useMeasureWords();
  const title = (key: string) => t(`measures:column.${key}`);
  const why = (verdict: MeasureVerdict) =>
    t('measures:whySentence', { measure: words.name(verdict.measure), verdict: words.verdict(verdict) });
  return [
    { title: title('measure'), fixed: 'left', width: 180, render: (_, { measure }) => words.name(measure) },
    { title: title('source'), width: 100, render: (_, { source }) => t(`measures:source.${source}`) },
    {
      title: title('suits'),
      width: 110,
      render: (_, verdict) => (
        <Why of={{ sentence: why(verdict), asOf, rules: verdict.trace }}>{words.verdict(verdict)}</Why>
      ),
    },
    {
      title: title('standing'),
      render: (_, verdict) => (
        <span className="qs-measure-law">
          <StandingTag standing={verdict.standing} /> {verdict.limit?.reason}{' '}
          <span className="qs-hint">{verdict.limit?.article}</span> {words.approval(verdict)}
        </span>
      ),
    },
    {
      title: title('action'),
      width: 110,
      render: (_, { measure, standing }) =>
        onAdd && standing !== 'block' ? (
          <Button type="link" size="small" onClick={() => onAdd(measure)}>
            {t('measures:plan.add')}
          </Button>
        ) : (
          UNKNOWN
        ),
    },
  ];
}

function Facts({ facts }: Pick<Measures, 'facts'>) {
  const { t } = useTranslation();
  const words = useRuleWords();
  return (
    <ul className="qs-measure-facts" aria-label={t('measures:facts')}>
      {facts
        .filter(({ value }) => value !== false)
        .map(({ fact, value }) => (
          <li key={fact}>
            <span className="qs-hint">{words.fact(fact)}</span> {words.value(value)}
          </li>
        ))}
    </ul>
  );
}

export interface SuggestionsProps {
  readonly measures: Measures;
  /** null: whoever only reads. */
  readonly onAdd: ((measure: string) => void) | null;
}

export function Suggestions({ measures, onAdd }: SuggestionsProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { asOf, verdicts, facts } = measures;
  return (
    <>
      <FileTable
        title={t('measures:section.suggest')}
        extra={
          <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
            {t('measures:showAll')}
          </Checkbox>
        }
        columns={useColumns(asOf, onAdd)}
        rows={all ? verdicts : verdicts.filter(({ suits }) => suits)}
        keyOf={({ measure }) => measure}
        empty={t('measures:unsuited')}
        expandable={{ expandedRowRender: (verdict) => <Situations verdict={verdict} /> }}
      />
      <section className="qs-file-section">
        <Facts facts={facts} />
      </section>
    </>
  );
}
