/** The paper of a request that is over goes into the archive by itself, where nothing is typed on it. */
import { RefusalError } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { formOf } from '../documents/forms';
import { issueWhole } from '../documents/issueDocument';
import { requestById } from './approvals.repository';
import type { Stood } from './decideRequest';
import { type FindKind, shippedKind } from './kinds';

/**
 * What was decided stands whether or not its paper can be made now: one that cannot (a step after the decision is missing, a
 * number series, a character) is issued by hand later. May be repeated.
 */
export async function fileRequestPaper<S extends Pick<Stood, 'id' | 'state'>>(
  services: Services,
  open: OpenFolder,
  stood: S,
  find: FindKind = shippedKind,
): Promise<S> {
  const { read } = open.store;
  const request = await requestById(read, stood.id);
  if (request?.state !== 'approved' && request?.state !== 'rejected') return stood;
  const named = find(request.kind).paper?.(read, request.subject) ?? null;
  if (named?.isWhole !== true) return stood;
  try {
    await issueWhole(services, open, formOf(named.form), named.subjectId, `request ${request.id}`);
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
  }
  return stood;
}
