/** Opens a scan of the case over the page. */
import type { CaseView } from '@shared/contract/litigationViews';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { CaseFileModal } from './CaseFileModal';

interface Opened {
  readonly name: string;
  readonly sha256: string;
}

export function useCaseFile({ id }: CaseView): { readonly open: (file: Opened) => void; readonly dialog: ReactNode } {
  const [opened, setOpened] = useState<Opened | null>(null);
  const dialog = opened && <CaseFileModal caseId={id} {...opened} onClose={() => setOpened(null)} />;
  return { open: setOpened, dialog };
}
