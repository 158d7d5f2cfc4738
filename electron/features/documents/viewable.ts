/** A stored file as a window can show it: PDF and pictures as they are, a page of a TIFF as a picture. */
import { scanKind } from '../../platform/render/scanPages';
import { tiffDirectories } from '../../platform/render/tiffPages';
import type { Services } from '../../services';

export interface Viewable {
  /** Empty for what cannot be shown. */
  readonly mediaType: string;
  /** Of a TIFF, of which one page is shown at a time; 1 of anything else. */
  readonly pages: number;
  readonly fileBase64: string;
}

/** `page`: of a TIFF, from 1. */
export async function viewable({ engine }: Services, stored: Buffer, page: number): Promise<Viewable> {
  const kind = scanKind(stored);
  const bytes = kind === 'tiff' ? await engine.pagePicture(stored, page) : stored;
  const picture = bytes?.[0] === 0x89 ? 'image/png' : 'image/jpeg';
  const mediaType = bytes === null || kind === 'other' ? '' : kind === 'pdf' ? 'application/pdf' : picture;
  const pages = kind === 'tiff' ? (tiffDirectories(stored)?.length ?? 1) : 1;
  return { mediaType, pages, fileBase64: mediaType === '' ? '' : Buffer.from(bytes ?? []).toString('base64') };
}
