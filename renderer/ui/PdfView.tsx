/** The pages of a PDF on canvases: what is on screen is what will print. Scroll position survives an update. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from './ErrorState';
import { Loading } from './Loading';
import { usePdfDocument } from './pdfDocument';
import { useElementSize } from './useElementSize';

const POINTS_TO_PX = 96 / 72;
const GAP = 24;

export interface PdfViewProps {
  readonly data: Uint8Array | null;
  /** 1 = paper size; absent: as wide as the pane, up to paper size × 1.5. */
  readonly zoom?: number;
  /** Shown first, from 1. */
  readonly page?: number;
  /** Degrees clockwise instead of the file's own; null or absent: as the file says. */
  readonly turn?: number | null;
}

/** Draws off screen and then swaps, so that an update does not flash white. */
async function draw(
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  { scale, rotation }: { scale: number; rotation: number },
  signal: AbortSignal,
): Promise<void> {
  const viewport = page.getViewport({ scale: scale * window.devicePixelRatio, rotation });
  const work = document.createElement('canvas');
  work.width = Math.floor(viewport.width);
  work.height = Math.floor(viewport.height);
  const task = page.render({ canvas: work, viewport });
  signal.addEventListener('abort', () => task.cancel(), { once: true });
  await task.promise;
  if (signal.aborted) return;
  canvas.width = work.width;
  canvas.height = work.height;
  canvas.getContext('2d')?.drawImage(work, 0, 0);
}

function useNearView(): [React.RefObject<HTMLCanvasElement | null>, boolean] {
  const ref = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!ref.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: '600px',
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return [ref, near];
}

function PdfPage({
  pdf,
  number,
  width,
  zoom,
  turn,
}: {
  pdf: PDFDocumentProxy;
  number: number;
  width: number;
  zoom?: number;
  turn?: number | null;
}) {
  const { t } = useTranslation();
  const [canvas, near] = useNearView();
  const [size, setSize] = useState({ width: 595, height: 842 });
  const scale = zoom ? zoom * POINTS_TO_PX : Math.min((width - GAP) / size.width, POINTS_TO_PX * 1.5);
  useEffect(() => {
    if (!near || scale <= 0) return;
    const abort = new AbortController();
    const show = async (): Promise<void> => {
      const page = await pdf.getPage(number);
      if (abort.signal.aborted || !canvas.current) return;
      const rotation = turn ?? page.rotate;
      const paper = page.getViewport({ scale: 1, rotation });
      setSize((old) => (old.width === paper.width && old.height === paper.height ? old : paper));
      await draw(page, canvas.current, { scale, rotation }, abort.signal);
    };
    // A cancelled drawing and a document replaced meanwhile reject; the next effect draws again.
    show().catch((error: unknown) => !abort.signal.aborted && console.error(error));
    return () => abort.abort();
  }, [pdf, number, near, scale, turn, canvas]);
  return (
    <canvas
      ref={canvas}
      className="qs-pdf-page"
      role="img"
      aria-label={t('common:pdf.page', { number, total: pdf.numPages })}
      style={{ width: size.width * scale, height: size.height * scale }}
    />
  );
}

export function PdfView({ data, zoom, page = 1, turn }: PdfViewProps) {
  const { document: pdf, error } = usePdfDocument(data);
  const [ref, { width }] = useElementSize<HTMLElement>();
  const isLaidOut = pdf !== null && width > 0;
  useEffect(() => {
    if (isLaidOut && page > 1) ref.current?.querySelectorAll('canvas')[page - 1]?.scrollIntoView();
  }, [isLaidOut, page, ref]);
  return (
    <section className="qs-pdf" ref={ref} data-pane tabIndex={-1}>
      {error !== null && <ErrorState error={error} />}
      {!pdf && error === null && <Loading />}
      {isLaidOut &&
        Array.from({ length: pdf.numPages }, (_, index) => index + 1).map((number) => (
          <PdfPage key={number} pdf={pdf} number={number} width={width} zoom={zoom} turn={turn} />
        ))}
    </section>
  );
}
