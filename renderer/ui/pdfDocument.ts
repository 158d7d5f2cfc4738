/** pdf.js with its worker as a same-origin file of the bundle, so that the content policy needs no exception. */
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import PdfWorker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker';
import { useEffect, useState } from 'react';

export interface LoadedPdf {
  readonly document: PDFDocumentProxy | null;
  readonly error: unknown;
}

/**
 * The document of `data`. While new bytes load, the old document stays; it is destroyed once nothing shows it any
 * more. `data` is copied, because pdf.js takes its bytes away.
 */
export function usePdfDocument(data: Uint8Array | null): LoadedPdf {
  const [loaded, setLoaded] = useState<LoadedPdf>({ document: null, error: null });
  useEffect(() => {
    if (data === null) return;
    GlobalWorkerOptions.workerPort ??= new PdfWorker();
    const task = getDocument({ data: data.slice(), useWasm: false });
    let wanted = true;
    task.promise.then(
      (document) => wanted && setLoaded({ document, error: null }),
      (error: unknown) => wanted && setLoaded((old) => ({ ...old, error })),
    );
    return () => {
      wanted = false;
    };
  }, [data]);
  const shown = loaded.document;
  useEffect(() => () => void shown?.loadingTask.destroy(), [shown]);
  return loaded;
}
