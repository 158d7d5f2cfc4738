/** The attachments of an open folder, with the keys of every epoch that its database knows. */
import { readKeyEpochs, subkey } from '../../database/keyEpochs';
import type { Store } from '../../database/store';
import type { DataFolder } from '../../platform/dataFolder';
import { FileStore } from '../../platform/fileStore';

export function fileStoreOf(folder: DataFolder, { sqlite }: Store): FileStore {
  const epochs = readKeyEpochs(sqlite);
  const keys = epochs.map((each) => ({ epoch: each.epoch, key: subkey(each, 'attachments') }));
  for (const { root } of epochs) root.fill(0);
  return new FileStore(folder.files, keys);
}
