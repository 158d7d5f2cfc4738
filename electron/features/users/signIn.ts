/** Signing in, and what was left undone: a key file to mend, a key to change, papers to finish. */
import { faultText } from '../../platform/faultText';
import type { Services } from '../../services';
import { resumeIssuing } from '../documents/resumeIssuing';
import { noteMissedInstalments } from '../repayment/followUp';
import { isRotationDue } from './access.repository';
import { tryRotation } from './deactivateUser';
import { tidyKeys } from './rotateKeys';

/** Refuses as `Session.signIn`. What cannot be mended now (no space) keeps nobody out. */
export async function signIn(
  services: Services,
  { name, password }: { name: string; password: string },
): Promise<void> {
  const { session } = services;
  await session.signIn(name, password);
  const open = session.open;
  if (!open || open.store.readOnly) return;
  try {
    await tidyKeys(open);
  } catch (error) {
    services.log(`keys not mended: ${faultText(error)}`);
  }
  if (await isRotationDue(open.store.read)) await tryRotation(services);
  await resumeIssuing(services);
  await noteMissedInstalments(services);
}
