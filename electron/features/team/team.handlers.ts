/** Binds the team of the contract to its use cases. */
import { door } from '../../ipc/door';
import { exportTeamRegister } from './exportRegister';
import { keepMarks } from './keepMarks';
import { askLeave, reportBack } from './leave';
import { showProgress } from './progress';
import { endGroup, saveGroup } from './saveGroup';
import { showLeaves, showMonth, showTeam } from './showTeam';
import { saveWorkPlan, showPlans } from './workPlans';

export const teamHandlers = {
  groups: door.team.groups.handler(({ context }) => showTeam(context.services, context.open)),
  saveGroup: door.team.saveGroup.handler(({ context, input }) => saveGroup(context.services, context.open, input)),
  endGroup: door.team.endGroup.handler(({ context, input }) => endGroup(context.services, context.open, input)),
  month: door.team.month.handler(({ context, input }) => showMonth(context.services, context.open, input)),
  keepMarks: door.team.keepMarks.handler(({ context, input }) => keepMarks(context.services, context.open, input)),
  leaves: door.team.leaves.handler(({ context }) => showLeaves(context.services, context.open)),
  askLeave: door.team.askLeave.handler(({ context, input }) => askLeave(context.services, context.open, input)),
  reportBack: door.team.reportBack.handler(({ context, input }) => reportBack(context.services, context.open, input)),
  plans: door.team.plans.handler(({ context, input }) => showPlans(context.open, input)),
  progress: door.team.progress.handler(({ context, input }) => showProgress(context.open, input)),
  exportRegister: door.team.exportRegister.handler(({ context, input }) =>
    exportTeamRegister(context.services, context.open, input),
  ),
  savePlan: door.team.savePlan.handler(({ context, input }) => saveWorkPlan(context.open, input)),
};
