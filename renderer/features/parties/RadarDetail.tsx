/** Behind a line of the radar: every recorded act with its grade, what would keep or restore the claim, what is not known. */
import type { RadarLine } from '@shared/contract/portfolio.contract';
import { useTranslation } from 'react-i18next';
import { useRefusalText } from '../../ui/RefusalPanel';
import { useRuleWords } from '../../ui/ruleWords';

type Way = RadarLine['keep'][number];

function Acts({ line }: { line: RadarLine }) {
  const { t } = useTranslation();
  if (line.role === 'security') return null;
  return (
    <section>
      <h3>{t('portfolio:acts.title')}</h3>
      {line.acts.length === 0 && <p>{t('portfolio:acts.none')}</p>}
      <ul>
        {line.acts.map((act) => (
          <li key={`${act.source}${act.sourceNo}${act.kind}`}>
            <span className="qs-figure">{act.on}</span> {t(`portfolio:kind.${act.kind}`)}{' '}
            <b className={`qs-grade-${act.grade}`}>
              {t('portfolio:gradeOf', { grade: t(`portfolio:grade.${act.grade}`) })}
            </b>{' '}
            {t(`portfolio:reason.${act.reason}`)}{' '}
            <span className="qs-hint">{t(`portfolio:acts.${act.source}`, { number: act.sourceNo })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ways({ title, ways }: { title: string; ways: readonly Way[] }) {
  const { t } = useTranslation();
  if (ways.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {ways.map(({ kind, content, article, disputed }) => (
          <li key={kind}>
            {t(`portfolio:kind.${kind}`)}
            {content && <b className="qs-radar-must">{t('portfolio:ways.consent')}</b>}
            {disputed && <b className="qs-radar-must">{t('portfolio:ways.disputed')}</b>}{' '}
            <span className="qs-hint">{article}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Unknown({ line }: { line: RadarLine }) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const refusalText = useRefusalText();
  const facts = line.missing.map((name) =>
    line.verdict === 'refused' ? refusalText({ code: name }).title : words.fact(name),
  );
  if (facts.length === 0 && line.assumed.length === 0) return null;
  return (
    <ul className="qs-radar-assumed">
      {facts.length > 0 && <li>{t('portfolio:missing', { facts: facts.join(t('common:list.separator')) })}</li>}
      {line.assumed.map((assumption) => (
        <li key={assumption}>{t(`portfolio:assumed.${assumption}`)}</li>
      ))}
    </ul>
  );
}

export function RadarDetail({ line }: { line: RadarLine }) {
  const { t } = useTranslation();
  return (
    <div className="qs-radar-detail">
      <Unknown line={line} />
      <Acts line={line} />
      <Ways
        title={t(line.role === 'guarantor' ? 'portfolio:ways.keepGuarantor' : 'portfolio:ways.keep')}
        ways={line.keep}
      />
      <Ways title={t('portfolio:ways.restore')} ways={line.restore} />
    </div>
  );
}
