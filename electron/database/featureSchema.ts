/** The row types that features keep in files of their own, in one place for schema.ts. A new feature is one line. */
import type { ApprovalSchema } from './approvalSchema';
import type { ContractSchema } from './contractSchema';
import type { DocumentSchema } from './documentSchema';
import type { DunningSchema } from './dunningSchema';
import type { ImportSchema } from './importSchema';
import type { PortfolioSchema } from './portfolioSchema';
import type { ReceiptsSchema } from './receiptsSchema';
import type { RecoveryActsSchema } from './recoveryActsSchema';
import type { RepaymentSchema } from './repaymentSchema';
import type { RewardSchema } from './rewardSchema';
import type { RuleSchema } from './ruleSchema';
import type { TeamSchema } from './teamSchema';

export interface FeatureSchema
  extends ApprovalSchema,
    ContractSchema,
    DocumentSchema,
    DunningSchema,
    ImportSchema,
    PortfolioSchema,
    ReceiptsSchema,
    RecoveryActsSchema,
    RepaymentSchema,
    RewardSchema,
    RuleSchema,
    TeamSchema {}
