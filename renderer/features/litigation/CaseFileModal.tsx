/** A scan of the case as it is kept: what an act left, or a piece of evidence. */
import { Modal, Pagination } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { PdfView } from '../../ui/PdfView';
import { fromBase64 } from '../documents/base64';

export interface CaseFileModalProps {
  readonly caseId: number;
  readonly name: string;
  readonly sha256: string;
  readonly onClose: () => void;
}

function Content({ caseId, name, sha256 }: Omit<CaseFileModalProps, 'onClose'>) {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const file = useApiQuery('litigation.file', { id: caseId, sha256, page }, { keepOld: true });
  const { data } = file;
  const pdf = useMemo(() => (data?.mediaType === 'application/pdf' ? fromBase64(data.fileBase64) : null), [data]);
  if (file.error) return <ErrorState error={file.error} onRetry={() => void file.refetch()} />;
  if (!data) return <Loading />;
  if (data.mediaType === '') return <p>{t('litigation:case.fileNotShown')}</p>;
  return (
    <>
      {data.pages > 1 && (
        <Pagination simple size="small" current={page} pageSize={1} total={data.pages} onChange={setPage} />
      )}
      {pdf ? (
        <PdfView data={pdf} />
      ) : (
        <img className="qs-case-picture" alt={name} src={`data:${data.mediaType};base64,${data.fileBase64}`} />
      )}
    </>
  );
}

export function CaseFileModal({ onClose, ...file }: CaseFileModalProps) {
  return (
    <Modal open centered width={960} footer={null} title={file.name} onCancel={onClose}>
      <div className="qs-case-file">
        <Content {...file} />
      </div>
    </Modal>
  );
}
