/** The papers of a case: the committee's and the filing level's (documents.md §5.3), and those that go to a court (§5.4). */

import {
  appeal,
  bankruptcyClaim,
  distribution,
  evidenceHelp,
  evidencePreservation,
  paymentOrder,
  realisation,
} from '@shared/domain/litigation/papers/applications';
import { attorneyPaper, principalPaper } from '@shared/domain/litigation/papers/authorityPapers';
import type { CasePaper } from '@shared/domain/litigation/papers/casePaper';
import { consentPaper, refusalPaper } from '@shared/domain/litigation/papers/committeePapers';
import { complaintPaper } from '@shared/domain/litigation/papers/complaintPaper';
import { coordinationPaper } from '@shared/domain/litigation/papers/coordinationPaper';
import { elementComplaint } from '@shared/domain/litigation/papers/elementComplaint';
import { enforcementPaper, resumptionPaper } from '@shared/domain/litigation/papers/enforcementPapers';
import { evidenceListPaper } from '@shared/domain/litigation/papers/evidenceList';
import { filingPaper } from '@shared/domain/litigation/papers/filingPaper';
import { opinionPaper } from '@shared/domain/litigation/papers/opinionPaper';
import type { CasePaperFacts } from '@shared/domain/litigation/papers/paperFacts';
import { releasePaper, settlementPaper } from '@shared/domain/litigation/papers/permitPapers';
import { preservationPaper, renewalPaper } from '@shared/domain/litigation/papers/preservationPaper';
import type { Form } from '../documents/form';
import { type CaseFormMeta, caseForm } from './caseForm';
import { gatherPermitPaper, PERMIT } from './permitSubject';

/** Speaks of one permit of a case. */
const permitForm = (paper: CasePaper, meta: CaseFormMeta): Form<CasePaperFacts> => ({
  ...caseForm(paper, meta),
  subject: PERMIT,
  gather: gatherPermitPaper,
});

/** Goes to a court: no number of the bank in its text. */
const court = (paper: CasePaper, alias: string, purpose: string): Form<CasePaperFacts> =>
  caseForm(paper, {
    ...{ alias, purpose, series: null, category: '保全类', word: true, permission: 'litigation.prepare' },
  });

export const CASE_PAPERS: readonly Form<CasePaperFacts>[] = [
  caseForm(opinionPaper, {
    alias: 'legal-opinion',
    purpose: '法律顾问就诉讼主体、请求、事实、法律、胜诉可能和执行能力出具意见',
    ...{ series: '意', category: '保全类', word: true, permission: 'litigation.opinion' },
  }),
  caseForm(consentPaper, {
    alias: 'suit-consent',
    purpose: '诉委会表决同意起诉，明确负责人、经办人、和解权限和立案期限',
    ...{ series: '同诉', category: '保全类', word: false, permission: 'litigation.treat' },
  }),
  caseForm(refusalPaper, {
    alias: 'suit-refusal',
    purpose: '诉委会表决不予起诉，写明理由和处理意见，一式两份',
    ...{ series: '不诉', category: '保全类', word: false, permission: 'litigation.treat' },
  }),
  caseForm(filingPaper, {
    alias: 'case-filing',
    purpose: '起诉、应诉、上诉等报有权机构备案；备案同意前不得立案、缴费',
    ...{ series: '诉备', category: '保全类', word: true, permission: 'litigation.prepare' },
  }),
  caseForm(coordinationPaper, {
    alias: 'coordination-report',
    purpose: '疑难案件报请上级协调，只写程序事实',
    ...{ series: '协调', category: '保全类', word: true, permission: 'litigation.opinion' },
  }),
  permitForm(releasePaper, {
    alias: 'release-approval',
    purpose: '撤诉、解除查封、变更保全，经诉委会表决并备案',
    ...{ series: '撤解', category: '保全类', word: false, permission: 'litigation.prepare' },
  }),
  permitForm(settlementPaper, {
    alias: 'settlement-approval',
    purpose: '调解、和解条款与法律意见书和解方案逐项比对后审批',
    ...{ series: '调解', category: '保全类', word: false, permission: 'litigation.prepare' },
  }),
  court(complaintPaper, 'complaint', '向人民法院起诉，传统格式'),
  court(elementComplaint, 'element-complaint', '向人民法院起诉，要素式（2025年版，以前起诉的用2024年版）'),
  court(evidenceListPaper, 'evidence-list', '随起诉状提交的证据目录'),
  court(attorneyPaper, 'power-of-attorney', '委托诉讼代理人，逐项写明代理权限'),
  court(principalPaper, 'principal-certificate', '证明法定代表人（负责人）身份'),
  court(preservationPaper, 'preservation-application', '申请诉前、诉讼或执行前财产保全'),
  court(renewalPaper, 'preservation-renewal', '查封、冻结到期前申请续行'),
  court(evidencePreservation, 'evidence-preservation', '证据可能灭失或以后难以取得时申请保全'),
  court(paymentOrder, 'payment-order', '债权债务明确、无其他纠纷、能够送达时申请支付令'),
  court(enforcementPaper, 'enforcement-application', '生效法律文书确定的义务未履行，申请强制执行'),
  court(resumptionPaper, 'enforcement-resumption', '终本、和解、中止后申请恢复执行'),
  court(realisation, 'security-realisation', '不经诉讼申请拍卖、变卖担保财产'),
  court(bankruptcyClaim, 'bankruptcy-claim', '债务人破产时向管理人申报债权'),
  court(distribution, 'distribution-application', '被执行人财产不足时申请参与分配'),
  court(appeal, 'appeal', '不服一审裁判提起上诉'),
  court(evidenceHelp, 'evidence-help', '申请延长举证期限或调查令'),
];
