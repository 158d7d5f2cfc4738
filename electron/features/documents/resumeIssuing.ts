/** Papers and jobs that a crash left between their numbers and their files. */
import { may } from '@shared/domain/users/roles';
import type { OpenFolder } from '../../openFolder';
import { faultText } from '../../platform/faultText';
import type { Services } from '../../services';
import { unfinishedDocuments } from './documents.repository';
import { finish } from './issueDocument';
import { finishJobs } from './issueJob';

/** Completes them all. */
async function finishIssuing(services: Services, open: OpenFolder): Promise<void> {
  for (const row of await unfinishedDocuments(open.store.read)) await finish(services, open, row);
  await finishJobs(services, open);
}

/**
 * After sign-in of somebody who may issue papers. Whatever stands in the way (a full disk, a missing font) must not keep
 * him out of the program: the numbered row stays and is tried again at the next sign-in.
 */
export async function resumeIssuing(services: Services): Promise<void> {
  const { open } = services.session;
  if (!open || !may(open.actor.roles, 'paper.prepare')) return;
  try {
    await finishIssuing(services, open);
  } catch (error) {
    services.log(`unfinished paper: ${faultText(error)}`);
  }
}
