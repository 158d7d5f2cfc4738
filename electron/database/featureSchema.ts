/** The row types that features keep in files of their own, in one place for schema.ts. A new feature is one line. */
import type { ApprovalSchema } from './approvalSchema';
import type { CaseMoneySchema } from './caseMoneySchema';
import type { ContractSchema } from './contractSchema';
import type { DebtPaperSchema } from './debtPaperSchema';
import type { DocumentSchema } from './documentSchema';
import type { DunningSchema } from './dunningSchema';
import type { ImportSchema } from './importSchema';
import type { LitigationSchema } from './litigationSchema';
import type { PortfolioSchema } from './portfolioSchema';
import type { ReceiptsSchema } from './receiptsSchema';
import type { RecoveryActsSchema } from './recoveryActsSchema';
import type { RepaymentSchema } from './repaymentSchema';
import type { RewardSchema } from './rewardSchema';
import type { RuleSchema } from './ruleSchema';
import type { TeamSchema } from './teamSchema';
import type { TermSchema } from './termSchema';
import type { WorkSchema } from './workSchema';

export interface FeatureSchema
  extends ApprovalSchema,
    CaseMoneySchema,
    ContractSchema,
    DebtPaperSchema,
    DocumentSchema,
    DunningSchema,
    ImportSchema,
    LitigationSchema,
    PortfolioSchema,
    ReceiptsSchema,
    RecoveryActsSchema,
    RepaymentSchema,
    RewardSchema,
    RuleSchema,
    TeamSchema,
    TermSchema,
    WorkSchema {}
