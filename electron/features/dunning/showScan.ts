/** The picture of a returned scan, as it was received. */
import type { OpenFolder } from '../../openFolder';
import { scanKind } from '../../platform/render/scanPages';
import { readScan } from './scans.repository';

/** Refusals in order: scan-unknown, attachment-damaged. */
export function showScan({ store, files }: OpenFolder, id: number) {
  const { scan, sha256 } = readScan(store.read, id);
  const bytes = files.get(sha256);
  const kind = scanKind(bytes);
  const mediaType = kind === 'pdf' ? 'application/pdf' : bytes[0] === 0x89 ? 'image/png' : 'image/jpeg';
  return { scan, mediaType: kind === 'other' ? '' : mediaType, fileBase64: bytes.toString('base64') };
}
