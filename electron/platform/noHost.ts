/** The host where there is no window: nothing can be chosen or printed. */
import { assert } from '@shared/kernel/assert';
import type { Host } from './host';

const windowOnly = async (): Promise<never> => {
  assert(false, 'this needs a window');
};

export const noHost: Host = {
  chooseFile: windowOnly,
  chooseFolder: windowOnly,
  chooseSavePath: windowOnly,
  printPdf: windowOnly,
  showFile: async () => {},
  setLocale: async () => {},
  reloadWindows: async () => {},
};
