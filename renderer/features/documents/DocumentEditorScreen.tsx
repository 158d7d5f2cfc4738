/** Document editor 文书编辑 (ui.md S11): the draft of the address. */
import type { Draft } from '@shared/contract/documents.contract';
import { useParams } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../api/client';
import { asRefusal } from '../../api/refusal';
import { useMay } from '../../app/sessionContext';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { NoPermission } from '../../ui/NoPermission';
import { DocumentEditor } from './DocumentEditor';
import './documents.css';
import './formTables.css';

/**
 * Read once and not from the cache: a draft with an old rev could not be saved. Shown again after a lock, the page
 * keeps what it has.
 */
function useOpenedDraft(draftId: number, enabled: boolean) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [error, setError] = useState<unknown>(null);
  const loaded = useRef<number>(undefined);
  const load = useCallback(async () => {
    setError(null);
    try {
      setDraft(await call('documents.draft', { draftId }));
      loaded.current = draftId;
    } catch (thrown) {
      setError(asRefusal(thrown));
    }
  }, [draftId]);
  useEffect(() => {
    if (enabled && loaded.current !== draftId) void load();
  }, [draftId, enabled, load]);
  return { draft: draft?.id === draftId ? draft : null, error, load };
}

export default function DocumentEditorScreen() {
  const { draftId } = useParams({ from: '/document/$draftId' });
  const allowed = useMay('report.prepare');
  const { draft, error, load } = useOpenedDraft(Number(draftId), allowed);
  if (!allowed) return <NoPermission permission="report.prepare" />;
  if (draft) return <DocumentEditor key={draft.id} initial={draft} />;
  if (error !== null) return <ErrorState error={error} onRetry={() => void load()} />;
  return <Loading />;
}
