/** Binds the regulations of the contract to their use cases. */
import { refuse } from '@shared/kernel/result';
import { door } from '../../ipc/door';
import { addRegulation } from './addRegulation';
import { removeRegulation, setPages } from './keepRegulation';
import { listRegulations, regulationById } from './regulations.repository';
import { ruledDocuments } from './ruledDocuments';

const PDF = [{ name: 'PDF', extensions: ['pdf'] }];

export const regulationsHandlers = {
  list: door.regulations.list.handler(async ({ context }) => {
    const { read } = context.open.store;
    const regulations = (await listRegulations(read)).map(({ sha256: _, ...shown }) => shown);
    return { regulations, documents: await ruledDocuments(read) };
  }),
  file: door.regulations.file.handler(async ({ context, input }) => {
    const { store, files } = context.open;
    const { sha256 } = (await regulationById(store.read, input.id)) ?? refuse('regulation-unknown');
    return { fileBase64: files.get(sha256).toString('base64') };
  }),
  chooseFile: door.regulations.chooseFile.handler(({ context }) =>
    context.services.host.chooseFile({ title: '', filters: PDF }),
  ),
  add: door.regulations.add.handler(({ context, input }) => addRegulation(context.open, input)),
  setPages: door.regulations.setPages.handler(({ context, input }) => setPages(context.open, input)),
  remove: door.regulations.remove.handler(({ context, input }) => removeRegulation(context.open, input)),
};
