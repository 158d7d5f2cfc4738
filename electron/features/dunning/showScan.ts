/** The picture of a returned scan, as it was received; a TIFF's page as a picture that a window can show. */
import type { OpenFolder } from '../../openFolder';
import { scanKind } from '../../platform/render/scanPages';
import type { Services } from '../../services';
import { readScan } from './scans.repository';

/** `mediaType` is empty for what cannot be shown. Refusals in order: scan-unknown, attachment-damaged. */
export async function showScan(services: Services, { store, files }: OpenFolder, id: number) {
  const { scan, sha256 } = readScan(store.read, id);
  const stored = files.get(sha256);
  const kind = scanKind(stored);
  const bytes = kind === 'tiff' ? await services.engine.pagePicture(stored, scan.page) : stored;
  const picture = bytes?.[0] === 0x89 ? 'image/png' : 'image/jpeg';
  const mediaType = bytes === null || kind === 'other' ? '' : kind === 'pdf' ? 'application/pdf' : picture;
  return { scan, mediaType, fileBase64: Buffer.from(bytes ?? []).toString('base64') };
}
