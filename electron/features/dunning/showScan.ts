/** The picture of a returned scan, as it was received; a TIFF's page as a picture that a window can show. */
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { viewable } from '../documents/viewable';
import { readScan } from './scans.repository';

/** `mediaType` is empty for what cannot be shown. Refusals in order: scan-unknown, attachment-damaged. */
export async function showScan(services: Services, { store, files }: OpenFolder, id: number) {
  const { scan, sha256 } = readScan(store.read, id);
  const { mediaType, fileBase64 } = await viewable(services, files.get(sha256), scan.page);
  return { scan, mediaType, fileBase64 };
}
