/** Binds the register of counsels to its use cases. */
import { door } from '../../ipc/door';
import { endEngagement, engageCounsel, showCaseCounsel } from './engageCounsel';
import { noteCounsel, registerCounsel, showCounsels } from './keepCounsels';

const at = door.counsel;

export const counselHandlers = {
  list: at.list.handler(({ context }) => showCounsels(context.services, context.open)),
  ofCase: at.ofCase.handler(({ context, input }) => showCaseCounsel(context.services, context.open, input.id)),
  register: at.register.handler(({ context, input }) => registerCounsel(context.services, context.open, input)),
  note: at.note.handler(({ context, input }) => noteCounsel(context.services, context.open, input)),
  engage: at.engage.handler(({ context, input }) => engageCounsel(context.services, context.open, input)),
  end: at.end.handler(({ context, input }) => endEngagement(context.services, context.open, input)),
};
