/** What a case is about: debts and claims, parties, securities, people; describing it anew. */
import type { CaseView } from '@shared/contract/litigationViews';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/sessionContext';
import { UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { FileTable } from '../parties/FileTable';
import { usePartyName } from './actFacts';
import { DescribeDrawer } from './DescribeDrawer';

function Debts({ file }: { file: CaseView }) {
  const { t } = useTranslation();
  const title = (key: string) => t(`litigation:case.column.${key}`);
  const isOfSeveral = new Set(file.loans.map(({ partyId }) => partyId)).size > 1;
  const borrowerOf = (owes: number) => file.parties.find(({ partyId }) => partyId === owes)?.name ?? UNKNOWN;
  return (
    <FileTable
      title={t('litigation:case.loans')}
      rows={file.loans}
      keyOf={({ loanId }) => loanId}
      empty={UNKNOWN}
      columns={[
        ...(isOfSeveral
          ? [{ title: title('borrower'), render: (_: unknown, loan: { partyId: number }) => borrowerOf(loan.partyId) }]
          : []),
        { title: title('contract'), render: (_, { contract }) => contract },
        { title: title('principal'), align: 'right', render: (_, { principal }) => <AmountText fen={principal} /> },
        { title: title('interest'), align: 'right', render: (_, { interest }) => <AmountText fen={interest} /> },
      ]}
    />
  );
}

function Claims({ file }: { file: CaseView }) {
  const { t } = useTranslation();
  const partyName = usePartyName(file);
  const title = (key: string) => t(`litigation:case.column.${key}`);
  const claimed = new Set(file.claims.map(({ collateralId }) => collateralId));
  return (
    <>
      <FileTable
        title={t('litigation:case.claims')}
        rows={file.claims.map((claim, index) => ({ ...claim, index }))}
        keyOf={({ index }) => index}
        empty={t('litigation:case.noClaims')}
        columns={[
          { title: title('claimKind'), render: (_, { kind }) => t(`litigation:case.claimKind.${kind}`) },
          { title: title('against'), render: (_, { party }) => (party ? partyName(party) : UNKNOWN) },
          {
            title: title('amount'),
            align: 'right',
            render: (_, { amount }) => (amount === null ? UNKNOWN : <AmountText fen={amount} />),
          },
          { title: title('text'), render: (_, { text }) => text },
        ]}
      />
      <FileTable
        title={t('litigation:case.securities')}
        rows={file.securities}
        keyOf={({ collateralId }) => collateralId}
        empty={t('litigation:case.unsecured')}
        columns={[
          { title: title('item'), render: (_, { description }) => description },
          { title: title('owner'), render: (_, { owner }) => owner ?? UNKNOWN },
          {
            title: title('state'),
            render: (_, { isLive, collateralId }) =>
              isLive ? (
                <Tag color={claimed.has(collateralId) ? 'success' : 'error'}>
                  {t(claimed.has(collateralId) ? 'litigation:case.isClaimed' : 'litigation:case.isUnclaimed')}
                </Tag>
              ) : (
                t('litigation:case.isGone')
              ),
          },
        ]}
      />
    </>
  );
}

export function AboutTab({ file }: { file: CaseView }) {
  const { t } = useTranslation();
  const mayPrepare = useMay('litigation.prepare');
  const [amending, setAmending] = useState(false);
  const title = (key: string) => t(`litigation:case.column.${key}`);
  return (
    <>
      <p className="qs-case-facts">
        {t('litigation:case.about', {
          route: t(`litigation:case.route.${file.route}`),
          standing: t(`litigation:case.standing.${file.standing}`),
          cause: file.cause,
          court: file.court ?? UNKNOWN,
          level: t(`litigation:case.courtLevel.${file.courtLevel}`),
          filing: t(`litigation:case.filingLevel.${file.gate.filingLevel}`),
          version: file.version,
        })}{' '}
        {file.remark}{' '}
        {mayPrepare && (
          <Button size="small" onClick={() => setAmending(true)}>
            {t('litigation:case.amend')}
          </Button>
        )}
      </p>
      <Debts file={file} />
      <FileTable
        title={t('litigation:case.parties')}
        rows={file.parties}
        keyOf={({ key }) => key}
        empty={UNKNOWN}
        columns={[
          { title: title('role'), render: (_, { role }) => t(`litigation:case.partyRole.${role}`) },
          { title: title('name'), render: (_, { name }) => name },
          { title: title('capacity'), render: (_, { capacity }) => t(`litigation:case.capacity.${capacity}`) },
        ]}
      />
      <Claims file={file} />
      <FileTable
        title={t('litigation:case.people')}
        rows={file.people.map((person, index) => ({ ...person, index }))}
        keyOf={({ index }) => index}
        empty={t('litigation:case.noPeople')}
        columns={[
          { title: title('role'), render: (_, { role }) => t(`litigation:case.personRole.${role}`) },
          { title: title('name'), render: (_, { name }) => name },
          { title: title('text'), render: (_, { reason }) => reason ?? '' },
        ]}
      />
      {amending && <DescribeDrawer household={file.household.number} file={file} onClose={() => setAmending(false)} />}
    </>
  );
}
