/** Binds dunning of the contract to its use cases. */
import type { packEvent, scanEvent } from '@shared/contract/dunning.contract';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import type { z } from 'zod';
import { door } from '../../ipc/door';
import { progressStream } from '../../ipc/progressStream';
import { jobView } from '../documents/handOutJob';
import { resolveHousehold } from '../parties/householdKey.repository';
import { listUnits } from '../users/users.repository';
import { exportRegister } from './exportRegister';
import { matchScan, reopenScan, setScanAside } from './matchScan';
import { officersOf } from './notices.repository';
import { lookAtPack, type PackEntry, printPack } from './printPack';
import { receiveScans } from './receiveScans';
import { chaseReceipt, recordDelivery, weighDelivery } from './recordDelivery';
import { showNotice, showRegister } from './register';
import { setScanFolder, showScanFolder } from './scanFolder';
import { listScans } from './scans.repository';
import { showScan } from './showScan';

type PackEvent = z.infer<typeof packEvent>;
type ScanEvent = z.infer<typeof scanEvent>;
type Context = Parameters<Parameters<typeof door.dunning.pack.handler>[0]>[0]['context'];

interface Asked {
  readonly unit: string | null;
  readonly officer: string | null;
  readonly area: string | null;
  readonly household: string | null;
  readonly until: string;
}

const filterOf = ({ open }: Context, { unit, officer, area, household, until }: Asked) => {
  const partyId = household === null ? null : resolveHousehold(open.store.read, household);
  return { unit, officer, area, until, partyId };
};

const entryView = ({ partyId, subject: _kind, subjectId: _id, why: _why, ready, ...entry }: PackEntry) => ({
  ...entry,
  household: householdNumber(partyId),
  contracts: [...entry.contracts],
  paper: entry.paper && { ...entry.paper },
  blocked: [...entry.blocked],
  warned: [...entry.warned],
  trace: [...entry.trace],
  printable: ready !== null,
});

export const dunningHandlers = {
  pack: door.dunning.pack.handler(async ({ context, input, signal }) => {
    const { services, open } = context;
    const entries = await lookAtPack(services, open, filterOf(context, input), input, () => {}, signal);
    // What can be done stands first; households stay together below and above.
    const sorted = entries.map(entryView).toSorted((a, b) => Number(b.printable) - Number(a.printable));
    return { today: services.clock.today(), entries: sorted };
  }),
  places: door.dunning.places.handler(async ({ context }) => ({
    units: (await listUnits(context.open.store.read)).map(({ name }) => name),
    officers: officersOf(context.open.store.read),
  })),
  printPack: door.dunning.printPack.handler(async function* ({ context, input, signal }) {
    const { services, open } = context;
    const { keys, chosen, order, duplex, warningsReason, requestId, payBy, contact } = input;
    const filter = filterOf(context, input);
    yield* progressStream<PackEvent>(async (report) => {
      const request = { filter, chosen, keys, order, duplex, warningsReason, requestId, typed: { payBy, contact } };
      const progress = (
        stage: 'looking' | 'checking' | 'numbering' | 'drawing' | 'filing',
        done: number,
        total: number,
      ) => report({ type: 'progress', stage, done, total });
      const { job, leftOut } = await printPack(services, open, request, progress, signal);
      return { type: 'result', job: jobView(job), leftOut: [...leftOut] };
    });
  }),
  register: door.dunning.register.handler(({ context, input }) => showRegister(context.services, context.open, input)),
  notice: door.dunning.notice.handler(({ context, input }) => showNotice(context.services, context.open, input.id)),
  weighDelivery: door.dunning.weighDelivery.handler(({ context, input }) =>
    weighDelivery(context.services, context.open, input),
  ),
  recordDelivery: door.dunning.recordDelivery.handler(({ context, input }) =>
    recordDelivery(context.services, context.open, input),
  ),
  chase: door.dunning.chase.handler(({ context, input }) => chaseReceipt(context.services, context.open, input.id)),
  exportRegister: door.dunning.exportRegister.handler(({ context, input }) =>
    exportRegister(context.services, context.open, input),
  ),
  chooseScans: door.dunning.chooseScans.handler(async ({ context }) => {
    const path = await context.services.host.chooseFolder({ title: '' });
    return { path };
  }),
  receiveScans: door.dunning.receiveScans.handler(async function* ({ context, input, signal }) {
    const { services, open } = context;
    yield* progressStream<ScanEvent>(async (report) => {
      const progress = (done: number, total: number) => report({ type: 'progress', done, total });
      return { type: 'result', ...(await receiveScans(services, open, input.paths, progress, signal)) };
    });
  }),
  scans: door.dunning.scans.handler(({ context, input }) => listScans(context.open.store.read, input.status)),
  scan: door.dunning.scan.handler(({ context, input }) => showScan(context.services, context.open, input.id)),
  matchScan: door.dunning.matchScan.handler(({ context, input }) => matchScan(context.open, input)),
  setScanAside: door.dunning.setScanAside.handler(({ context, input }) => setScanAside(context.open, input)),
  reopenScan: door.dunning.reopenScan.handler(({ context, input }) => reopenScan(context.open, input)),
  scanFolder: door.dunning.scanFolder.handler(({ context }) => showScanFolder(context.services, context.open)),
  setScanFolder: door.dunning.setScanFolder.handler(({ context, input }) => setScanFolder(context.open, input.path)),
};
