/** Papers of a case: the report that preceded it, the committee's request, and what was issued about it. */
import type { CaseView } from '@shared/contract/litigationViews';
import { Link } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/sessionContext';
import { UNKNOWN } from '../../i18n/format';
import { FileTable } from '../parties/FileTable';
import { CasePaperModal } from './CasePaperModal';
import { CoordinationSection } from './CoordinationSection';
import { Materials } from './Materials';
import { SheetExport } from './SheetExport';

export function PapersTab({ file }: { file: CaseView }) {
  const { t } = useTranslation();
  const title = (key: string) => t(`litigation:case.column.${key}`);
  const mayMake = useMay('paper.prepare');
  const [making, setMaking] = useState(false);
  const { report, consent } = file;
  return (
    <>
      <p className="qs-case-facts">
        {report ? (
          <Link to="/documents" search={{ document: report.documentId } as never}>
            {t('litigation:case.report', { number: report.number, date: report.issuedOn })}
          </Link>
        ) : (
          <Link to="/household/$key" params={{ key: file.household.number }} search={{ tab: 'documents' } as never}>
            {t('litigation:case.noReport')}
          </Link>
        )}{' '}
        {consent.requestId !== null && (
          <Link to="/approvals" search={{ list: 'all', id: consent.requestId } as never}>
            {t('litigation:case.consent', { state: t(`approvals:state.${consent.state}`) })}
          </Link>
        )}
        {consent.state === 'recorded' && t('litigation:case.consentRecorded', { number: consent.number ?? UNKNOWN })}
      </p>
      <FileTable
        title={t('litigation:case.tab.papers')}
        extra={
          <>
            <SheetExport isSmall sheet="cards" filter={{ text: file.key, view: 'all', unit: null, stages: [] }} />
            {mayMake && (
              <Button size="small" type="primary" onClick={() => setMaking(true)}>
                {t('litigation:casePaper.choose')}
              </Button>
            )}
          </>
        }
        rows={file.papers}
        keyOf={({ id }) => id}
        empty={t('litigation:case.noPapers')}
        columns={[
          { title: title('issuedOn'), render: (_, { issuedOn }) => issuedOn },
          { title: title('name'), render: (_, paper) => paper.title },
          {
            title: title('number'),
            render: (_, { id, number, form }) => (
              <Link to="/documents" search={{ document: id } as never}>
                {number ?? form}
              </Link>
            ),
          },
          {
            title: title('state'),
            render: (_, { voided }) => voided && <Tag color="error">{t('litigation:case.voided')}</Tag>,
          },
        ]}
      />
      <CoordinationSection file={file} />
      <Materials file={file} />
      {making && <CasePaperModal about={{ kind: 'case', key: file.key }} onClose={() => setMaking(false)} />}
    </>
  );
}
