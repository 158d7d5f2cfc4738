/** Answers of the team's messages as its screens use them. */
import type { OutputOf } from '../../api/client';

export type Team = OutputOf<'team.groups'>;
export type Month = OutputOf<'team.month'>;
export type PlansAnswer = OutputOf<'team.plans'>;
export type OpenPlan = NonNullable<PlansAnswer['plan']>;
