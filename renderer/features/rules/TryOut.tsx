/** The try-out bench: facts in, the answer of the engine out, with the row it met and every rule it asked. Nothing is kept. */
import type { RuleDetail } from '@shared/contract/rules.contract';
import { Button, Checkbox } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useOpenSession } from '../../app/sessionContext';
import { ErrorState } from '../../ui/ErrorState';
import { useRuleWords } from '../../ui/ruleWords';
import { Answer } from './Answer';
import { FactField } from './FactField';
import { readFacts, type TypedFacts } from './facts';

interface Question {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly withDraft: boolean;
}

export function TryOut({ rule, asOf }: { rule: RuleDetail; asOf: string }) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const { businessDate } = useOpenSession().state;
  const [typed, setTyped] = useState<TypedFacts>({});
  const [withDraft, setWithDraft] = useState(false);
  const [question, setQuestion] = useState<Question | null>(null);
  const input = { id: rule.id, asOf, facts: { ...question?.facts }, withDraft: question?.withDraft ?? false };
  const answer = useApiQuery('rules.evaluate', input, { enabled: question !== null, keepOld: true });
  const hasTable = rule.facts.some(({ kind }) => kind === 'table');
  const missing = answer.data?.kind === 'needs' ? answer.data.facts : [];
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    setQuestion({ facts: readFacts(rule.facts, typed), withDraft });
  };
  return (
    <div className={hasTable ? 'qs-rules-try qs-rules-try-wide' : 'qs-rules-try'}>
      <form onSubmit={ask} aria-label={t('rules:tab.try')}>
        {rule.facts.length === 0 && <p className="qs-hint">{t('rules:try.noFacts')}</p>}
        {rule.facts.map((fact) => (
          <div key={fact.name} className="qs-rules-fact">
            <label htmlFor={`fact-${fact.name}`} title={`${fact.name}: ${fact.expected}`}>
              {words.fact(fact.name)}
              {!fact.optional && <span aria-hidden> *</span>}
            </label>
            <FactField
              id={`fact-${fact.name}`}
              fact={fact}
              today={businessDate}
              value={typed[fact.name] ?? null}
              isWrong={missing.includes(fact.name)}
              onChange={(value) => setTyped({ ...typed, [fact.name]: value })}
            />
          </div>
        ))}
        {rule.change?.draft && (
          <Checkbox checked={withDraft} onChange={(event) => setWithDraft(event.target.checked)}>
            {t('rules:try.withDraft')}
          </Checkbox>
        )}
        <Button type="primary" htmlType="submit" loading={answer.isFetching}>
          {t('rules:try.verb')}
        </Button>
      </form>
      <section aria-label={t('rules:try.answer')} aria-live="polite">
        {answer.error && <ErrorState error={answer.error} />}
        {question && answer.data && !answer.error && <Answer rule={rule} answer={answer.data} asOf={asOf} />}
        {!question && <p className="qs-hint">{t('rules:try.hint', { date: asOf })}</p>}
      </section>
    </div>
  );
}
