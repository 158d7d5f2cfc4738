/** Making an issued paper void: asked with a reason, decided by a second person; where it stands (documents.md §0.4). */
import type { Voiding } from '@shared/contract/documents.contract';
import type { DocumentView } from '@shared/contract/parties.contract';
import { Link } from '@tanstack/react-router';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { ErrorState } from '../../ui/ErrorState';
import { useReason } from '../../ui/useReason';

const TEXT = { asked: 'voidWaits', voided: 'voidedBecause', refused: 'voidRefused' } as const;
const TONE = { asked: 'warning', voided: 'error', refused: 'info' } as const;

export function VoidState({ document, voiding }: { document: DocumentView; voiding: Voiding | null }) {
  const { t } = useTranslation();
  const isVoided = document.status === 'voided';
  if (!voiding && !isVoided) return null;
  const said = voiding && t(`documents:archive.${TEXT[voiding.state]}`, { by: voiding.by, reason: voiding.reason });
  const request = voiding && voiding.approval !== null && (
    <Link to="/approvals" search={{ id: voiding.approval } as never}>
      {t('documents:archive.voidRequest', { id: voiding.approval })}
    </Link>
  );
  const told = (
    <>
      {said} {request}
    </>
  );
  return (
    <Alert
      type={isVoided ? 'error' : TONE[voiding?.state ?? 'asked']}
      showIcon
      title={isVoided ? t('documents:archive.voided') : told}
      description={isVoided ? told : undefined}
    />
  );
}

export interface VoidButtonProps {
  readonly document: DocumentView;
  readonly voiding: Voiding | null;
  readonly onAsked: () => void;
}

export function VoidButton({ document, voiding, onAsked }: VoidButtonProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const may = useMay('paper.prepare');
  const asking = useApiCommand('documents.askVoid');
  const [error, setError] = useState<unknown>(null);
  const { ask, dialog } = useReason('void');
  if (!may || document.status === 'voided' || voiding?.state === 'asked') return null;
  const act = async (reason: string): Promise<boolean> => {
    setError(null);
    try {
      const { approval } = await asking.mutateAsync({ id: document.id, reason });
      void message.success(t('documents:archive.voidAsked', { id: approval }));
      onAsked();
    } catch (thrown) {
      setError(thrown);
    }
    return true;
  };
  const verb = t('documents:archive.void');
  const question = {
    ...{ verb, act, note: t('documents:archive.voidNote') },
    title: t('documents:archive.voidTitle', { number: document.number }),
  };
  return (
    <>
      {error !== null && <ErrorState error={error} />}
      <Button size="small" danger loading={asking.isPending} onClick={() => ask(question)}>
        {verb}
      </Button>
      {dialog}
    </>
  );
}
