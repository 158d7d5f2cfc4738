/** Repayment of a household (REC-06 to 09): agreements and their instalments, extensions, papers to be signed, the pre-suit notice. */
import type { Household } from '@shared/contract/parties.contract';
import { TERM_FORM } from '@shared/domain/repayment/loanTermPaper';
import { useState } from 'react';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { ClaimsSection } from '../claims/ClaimsSection';
import { InterestSection } from '../interest/InterestSection';
import { PaperModal } from '../team/PaperModal';
import { AgreementDrawer } from './AgreementDrawer';
import { AgreementList } from './AgreementList';
import { ConfirmationModal } from './ConfirmationModal';
import { CorrectModal } from './CorrectModal';
import { DropTermModal } from './DropTermModal';
import { EndAgreementModal } from './EndAgreementModal';
import { PapersSection } from './PapersSection';
import { PreSuitSection } from './PreSuitSection';
import { ReturnModal } from './ReturnModal';
import './repayment.css';
import type { AgreementView, DebtPaperView, Repayment, TermView } from './repaymentWords';
import { TermDrawer } from './TermDrawer';
import { TermSection } from './TermSection';

/** What is open over the page. */
type Open =
  | { readonly kind: 'agreement' }
  | { readonly kind: 'confirmation' }
  | { readonly kind: 'paper'; readonly form: string; readonly subject: string; readonly fields: Record<string, string> }
  | { readonly kind: 'return' | 'correct'; readonly paper: DebtPaperView }
  | { readonly kind: 'term' }
  | { readonly kind: 'drop'; readonly term: TermView }
  | { readonly kind: 'end'; readonly agreement: AgreementView };

function Content({ file, repayment }: { file: Household; repayment: Repayment }) {
  const [open, setOpen] = useState<Open | null>(null);
  const mayPrepare = useMay('agreement.prepare');
  const mayRecord = useMay('agreement.record');
  const mayNotify = useMay('notice.prepare');
  const close = (): void => setOpen(null);
  const show = (form: string, subject: string, fields: Record<string, string> = {}): void =>
    setOpen({ kind: 'paper', form, subject, fields });
  return (
    <div className="qs-repayment">
      <AgreementList
        repayment={repayment}
        onDraw={mayPrepare ? () => setOpen({ kind: 'agreement' }) : null}
        onPaper={mayPrepare ? ({ id }) => show('DOC-REC-06', String(id)) : null}
        onEnd={mayRecord ? (agreement) => setOpen({ kind: 'end', agreement }) : null}
      />
      <TermSection
        terms={repayment.terms}
        papers={repayment.papers}
        onAsk={mayPrepare && repayment.loans.length > 0 ? () => setOpen({ kind: 'term' }) : null}
        onPaper={mayPrepare ? ({ id, kind }) => show(TERM_FORM[kind], String(id)) : null}
        onDrop={mayPrepare ? (term) => setOpen({ kind: 'drop', term }) : null}
      />
      <PapersSection
        papers={repayment.papers}
        onConfirmation={mayNotify ? () => setOpen({ kind: 'confirmation' }) : null}
        onBalance={mayNotify ? () => show('DOC-REC-07', file.household) : null}
        onReturn={mayRecord ? (paper) => setOpen({ kind: 'return', paper }) : null}
        onCorrect={mayRecord ? (paper) => setOpen({ kind: 'correct', paper }) : null}
      />
      <InterestSection household={file.id} />
      <ClaimsSection household={file.id} onPaper={mayNotify ? show : null} />
      <PreSuitSection
        household={file.id}
        number={file.household}
        borrower={file.borrower.name}
        repayment={repayment}
        mayAsk={mayPrepare}
        onPaper={mayNotify ? show : null}
      />
      {open?.kind === 'agreement' && <AgreementDrawer household={file.id} repayment={repayment} onClose={close} />}
      {open?.kind === 'term' && <TermDrawer household={file.id} repayment={repayment} onClose={close} />}
      {open?.kind === 'drop' && <DropTermModal term={open.term} onClose={close} />}
      {open?.kind === 'confirmation' && (
        <ConfirmationModal onClose={close} onPreview={(fields) => show('DOC-REC-05', file.household, fields)} />
      )}
      {open?.kind === 'paper' && (
        <PaperModal form={open.form} subject={open.subject} fields={open.fields} onClose={close} />
      )}
      {open?.kind === 'return' && <ReturnModal paper={open.paper} today={repayment.today} onClose={close} />}
      {open?.kind === 'correct' && <CorrectModal paper={open.paper} today={repayment.today} onClose={close} />}
      {open?.kind === 'end' && <EndAgreementModal agreement={open.agreement} today={repayment.today} onClose={close} />}
    </div>
  );
}

export function RepaymentTab({ file }: { file: Household }) {
  const repayment = useApiQuery('repayment.household', { household: file.id });
  if (repayment.error) return <ErrorState error={repayment.error} onRetry={() => void repayment.refetch()} />;
  if (!repayment.data) return <Loading />;
  return <Content file={file} repayment={repayment.data} />;
}
