/** A returned scan as it came, set upright by its code or by hand; the stored file stays as it was scanned. */
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { PdfView } from '../../ui/PdfView';
import { fromBase64 } from '../documents/base64';

/** `turn`: degrees clockwise; null: as the picture itself says. */
function Picture({ name, source, turn }: { name: string; source: string; turn: number | null }) {
  const lies = turn === 90 || turn === 270;
  return (
    <div className={lies ? 'qs-dunning-lying' : undefined}>
      <img
        className="qs-dunning-picture"
        alt={name}
        src={source}
        // A camera's own mark of which side is up would turn the picture a second time.
        style={turn === null ? undefined : { imageOrientation: 'none', rotate: `${turn}deg` }}
      />
    </div>
  );
}

export function ScanPicture({ id }: { id: number }) {
  const { t } = useTranslation();
  const scan = useApiQuery('dunning.scan', { id });
  const [byHand, setByHand] = useState(0);
  const file = scan.data;
  const pdf = useMemo(() => (file?.mediaType === 'application/pdf' ? fromBase64(file.fileBase64) : null), [file]);
  if (scan.error) return <ErrorState error={scan.error} onRetry={() => void scan.refetch()} />;
  if (!file) return <Loading />;
  if (file.mediaType === '') return <p>{t('dunning:scan.noPicture')}</p>;
  const turn = file.scan.turn === null && byHand === 0 ? null : ((file.scan.turn ?? 0) + byHand) % 360;
  return (
    <>
      <Button size="small" onClick={() => setByHand((byHand + 90) % 360)}>
        {t('dunning:scan.turn')}
      </Button>
      {pdf === null ? (
        <Picture name={file.scan.fileName} source={`data:${file.mediaType};base64,${file.fileBase64}`} turn={turn} />
      ) : (
        <PdfView data={pdf} page={file.scan.page} turn={turn} />
      )}
    </>
  );
}
