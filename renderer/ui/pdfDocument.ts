/** pdf.js with its worker as a same-origin file of the bundle, so that the content policy needs no exception. */
import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import PdfWorkerThread from 'pdfjs-dist/build/pdf.worker.min.mjs?worker';
import { useEffect, useState } from 'react';

let worker: PDFWorker | undefined;

/** One for all documents: a worker that pdf.js makes by itself ends with its document, and a page shown again meets it dying. */
const sharedWorker = (): PDFWorker => {
  worker ??= PDFWorker.create({ port: new PdfWorkerThread() });
  return worker;
};

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
    const task = getDocument({ data: data.slice(), useWasm: false, worker: sharedWorker() });
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
