/** The loans of a target: post-based or liability-based recovery with its reason, who answers, until when, and what follows. */
import type { TargetDetail, TargetLoan } from '@shared/contract/targets.contract';
import { Button, Space, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/sessionContext';
import { UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { Why } from '../../ui/Why';
import { RecordLiability } from '../rewards/RecordLiability';
import { ResponsibleModal } from './ResponsibleModal';

function Mode({ loan }: { loan: TargetLoan }) {
  const { t } = useTranslation();
  const { mode, formed, trace } = loan;
  if (mode === null) return UNKNOWN;
  const isIrregular = trace.every(({ rule }) => rule !== 'recovery/post-based-cut-off');
  const sentence = t(`targets:mode.${isIrregular ? 'irregular' : 'why'}`, {
    formed,
    mode: t(`targets:mode.${mode.mode}`),
    responsible: t(`targets:mode.${mode.responsible}`),
  });
  return <Why of={{ sentence, rules: trace }}>{t(`targets:mode.${mode.mode}`)}</Why>;
}

/** Who answers: named for this loan, else the officer of the area where the rule says so. */
function Who({ loan }: { loan: TargetLoan }) {
  const { t } = useTranslation();
  const { named, mode, officer } = loan;
  if (named) return named.person;
  if (mode?.responsible === 'area-officer' && officer) return officer;
  return <Tag color="warning">{t('targets:responsible.none')}</Tag>;
}

export function TargetLoans({ target }: { target: TargetDetail }) {
  const { t } = useTranslation();
  const mayName = useMay('target.name-responsible');
  const mayDecide = useMay('liability.record');
  const [asked, setAsked] = useState<TargetLoan | null>(null);
  const [decided, setDecided] = useState<TargetLoan | null>(null);
  const heads = ['contract', 'balance', 'mode', 'person', 'deadline', 'consequence'] as const;
  return (
    <section aria-label={t('targets:loans')}>
      <h3>{t('targets:loans')}</h3>
      <table className="qs-target-loans">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`targets:responsible.${head}`)}
              </th>
            ))}
            {mayName && <th aria-hidden />}
          </tr>
        </thead>
        <tbody>
          {target.loanRows.map((loan) => (
            <tr key={loan.id}>
              <td>{loan.contract}</td>
              <td>
                <AmountText fen={loan.balance} />
              </td>
              <td>
                <Mode loan={loan} />
              </td>
              <td>
                <Who loan={loan} />
              </td>
              <td>
                {loan.named?.deadline ?? UNKNOWN}{' '}
                {loan.named?.standing === 'passed' && <Tag color="error">{t('targets:standing.passed')}</Tag>}
              </td>
              <td>{loan.mode ? t(`targets:consequence.${loan.mode.consequence}`) : UNKNOWN}</td>
              {mayName && (
                <td>
                  <Space size="small">
                    <Button size="small" onClick={() => setAsked(loan)}>
                      {t('targets:responsible.verb')}
                    </Button>
                    {mayDecide && (
                      <Button size="small" onClick={() => setDecided(loan)}>
                        {t('targets:responsible.decide')}
                      </Button>
                    )}
                  </Space>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {decided && <RecordLiability today={target.today} contract={decided.contract} onClose={() => setDecided(null)} />}
      {asked && <ResponsibleModal loan={asked} today={target.today} onClose={() => setAsked(null)} />}
    </section>
  );
}
