/** A form in the hands of whoever is signed in. */
import { may } from '@shared/domain/users/roles';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import type { Form } from './form';
import { formOf } from './forms';

/** Refusals in order: form-unknown, role-missing (each form says who may prepare it; the door only knows who may any). */
export function ownForm(open: OpenFolder, name: string): Form {
  const form = formOf(name);
  const { roles } = open.actor;
  if (!may(roles, form.permission)) refuse('role-missing', { permission: form.permission, roles });
  return form;
}

export const factsFor = (
  services: Services,
  open: OpenFolder,
  form: Form,
  subjectId: number,
): Promise<{ asOf: string }> =>
  form.gather(open.store.read, subjectId, { today: services.clock.today(), by: open.actor });
