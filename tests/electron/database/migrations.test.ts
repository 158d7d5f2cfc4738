/** Frozen steps, each tried on rows of the step before; the schema as it was last agreed (R11). */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { APPLICATION_ID, MIGRATIONS, migrate, NEWEST_VERSION } from '../../../electron/database/migrate';
import { openSqlite } from '../../../electron/database/open';
import { safetyCopy } from '../../../electron/database/safetyCopy';
import { dataFolder } from '../../../electron/platform/dataFolder';
import { dump, tablesOf } from '../../support/dump';
import { databaseAt, KEY, rawOpen, scratchFolder } from '../../support/openDatabase';

const DATABASE = resolve(import.meta.dirname, '../../../electron/database');
const SNAPSHOT = join(DATABASE, 'schema.snapshot.sql');
const folder = scratchFolder();

/** SHA-256 of each step's SQL. A step that branches have run never changes: add a new one instead. */
const FROZEN: Readonly<Record<number, string>> = {
  10: 'c178e86bf6a68660ef704b67d667f2bdf0bb6cbe3ae0cfd1d4d217b2c9146a52',
  20: '4f65f2840719c2d125fd99bd0646b41c29f29e7951b0036beb953f6ca5f4eb4d',
  30: '779cc682db8e92bd3b5389d865895ea9c012c50b3a446a9a2e7dff0ef8991a04',
  40: 'bedb877ecf7fb427dd9329df3f1bfc032351132bcd953757f3865c16f345bb19',
  50: '90997cfe607b7582b1a9ed157ce326b4599c81ccec33ef36efd467920d319696',
  60: '685fd859f9e1c74d1e810651cd651aac2ab9620478b3b4e5d64c23518ead7324',
  70: 'c99969ccca86e145af40011f93f0cbaea498d313d7a4209d052a001f840f7d51',
  80: 'dcd91ced67d4a06f56cae42f46dd0ea11a3265047a7d9fcab6eaa92abb192154',
  90: 'da4562f02ad2e514ce6e489c12f54ebb40a5d3e065f3c5b4aead47f6a6201acb',
  100: '16364c0064b57909048cf9a202bb3c71c31071381fcb8fa02cbd3bafcd77817c',
  110: '27a9d3679556c0fb97e840de3cbb63dc81009565d84ff8a2997fa155838128c4',
  120: '8b160f64b84406c3e95912dd92d9dcbc9dd9408d8f928f60726017451f7451aa',
  130: '6013590e85d8cb65cf7508c8a82c39fe1c04ecdc6c066bef3e5a3d337cb2b9f2',
  140: 'bb4b67abbee288b967fbcee247948592a5616ec81198064d92a593c7dd68a5b9',
  150: '2c1c64ebb51aa3407520ae5cf81c8b621b440246f5a178451420aa467bdfc1af',
  160: '0ee41e05c57fcdc6bcb3bdb737d1712d2d89358371e73c52f49fa21e8fa71d6d',
  170: '50006d10952e929fbcff42faabd2fc1163c2116a2cc036ef8e268edfa70bfd2e',
  180: '7d0e52ea1a9dc08f946ef40ff526ab1f729802cab04a7a32885c91c1b8757b50',
  190: 'f5de2149dfdcf847c49ce5db87155368eec5a98c00d1c1d8d3c82b5cb068d7b3',
  200: 'e5ad6ff10adabd3e92acee87e0560891e7020256f1c6612f61abaec856d1a6f8',
  210: 'c143d1a54fc82dbb7c536fc53e004cfb36438137c050c141c3901e5e81009603',
  220: '1c8f562528c3be721e0af28b4d9d575ab922dfe9f02fc6593de5ba7b2607a33a',
  235: '97961266ff24a7598b8fa26762950aa55a5017fb673870035b13e56e76d7a12d',
  240: '2adb72b7b39f661edd61bda391d95a25c42dcbf795f19d8de6adcd49652027de',
  270: '97854b121b920442dff8807dfe49a74aae13c7df69eb71f0195cd71729f41997',
};

const VERSIONS = [0, ...MIGRATIONS.map((step) => step.version)];

/** Some rows for every table of each step, as a branch might have them. */
const ROWS: Readonly<Record<number, string>> = {
  10: `INSERT INTO setting VALUES ('bank', '{"name":"奉节县某支行"}');
    INSERT INTO unit (id, name, mark, level) VALUES (1, '奉节县某支行', '奉支', 'branch'), (2, '青石分理处', '青石', 'sub-branch');
    INSERT INTO app_user (id, name, display, unit_id, created_at) VALUES (1, 'admin', '管理员', 1, '2026-01-01T00:00:00.000Z');
    INSERT INTO user_role VALUES (1, 'administrator'), (1, 'clerk');
    INSERT INTO audit_entry (at, user_id, user_name, roles, workstation, action, object_kind, object_id, detail)
      VALUES ('2026-01-01T00:00:00.000Z', 1, 'admin', 'administrator', 'pc', 'session.setUp', 'folder', '1', '{}');
    INSERT INTO request VALUES ('r1', 'imports.run', 'digest', 'null', '2026-01-01T00:00:00.000Z');
    INSERT INTO number_series (id, unit_id, word, year, next) VALUES (1, 1, '论', 2026, 8);`,
  20: `INSERT INTO party (id, kind, name, id_no, sort_name, search_text)
      VALUES (1, 'person', '杨𠮷', '512226194403189114', 'yang', '杨𠮷'), (2, 'organisation', '某公司', NULL, 'mou', '某公司');
    INSERT INTO party_gram (rowid, grams) VALUES (1, '杨𠮷'), (2, '某公 公司');
    INSERT INTO loan (id, party_id, unit_id, contract_no, contract_key, loan_key, principal, balance, interest_on,
      interest_off, sheet, as_of, sort_name, search_text, record_hash) VALUES (1, 1, 2, '奉信（2008）第1号', 'k1', 'k1|', 29000000, 100, 7, 8, 'on', '2026-10-31', 'yang', 'k1', 'h1');
    INSERT INTO loan_gram (rowid, grams) VALUES (1, '奉信 信2');
    INSERT INTO guarantee (id, loan_id, party_id, kind, record_hash) VALUES (1, 1, 2, 'joint', 'h2');
    INSERT INTO collateral (id, loan_id, item_no, kind, record_hash) VALUES (1, 1, '1', '房产', 'h3');
    INSERT INTO appraisal VALUES (1, 1, '2020-01-01', 10000000);
    INSERT INTO receipt (id, receipt_no, received_on, loan_id, principal, interest, record_hash)
      VALUES (1, 'SH1', '2026-10-01', 1, 100, -5, 'h4');
    INSERT INTO receipt_share VALUES (1, 1, '张三', 10000);
    INSERT INTO subject_balance (as_of, unit_id, subject, opening_debit, opening_credit, period_debit, period_credit,
      closing_debit, closing_credit, record_hash) VALUES ('2026-10-31', 2, '1301', 1, 2, 3, 4, 5, 6, 'h5');
    INSERT INTO month_end (month, contract_key, contract_no, loan_id, balance, five_level, record_hash)
      VALUES ('2026-10', 'k1', '奉信（2008）第1号', 1, 100, '次级', 'h6');
    INSERT INTO saved_view (user_id, name, shared, definition) VALUES (1, '我的', 0, '{}');`,
  30: `INSERT INTO import_batch VALUES (1, 'B20261122-01', 'loans', 'a.xlsx', 'sha', '2026-10-31', '{}', '{}',
      '2026-11-22T00:00:00.000Z', 1, 'written');
    INSERT INTO import_change VALUES (1, 'loan', 1, '{"row":{},"children":[]}', 2);
    INSERT INTO import_mapping VALUES (1, '核心系统', 'loans', 'sig', '{}', '2026-11-22T00:00:00.000Z');`,
  40: `INSERT INTO attachment VALUES ('sha', 'application/pdf', 10, '2026-11-22T00:00:00.000Z');
    INSERT INTO document_draft (form, party_id, user_id, as_of, fields, facts_digest, saved_at)
      VALUES ('DOC-LIT-01', 1, 1, '2026-10-31', '{}', 'd', '2026-11-22T00:00:00.000Z');
    INSERT INTO document (id, form, template_version, title, number, series_id, sequence, party_id, category, as_of, issued_on,
      issued_at, user_id, status, data, request_id) VALUES (1, 'DOC-LIT-01', '1', '报告', '奉支论字〔2026〕第0007号', 1, 7, 1, '管理类',
      '2026-10-31', '2026-11-22', '2026-11-22T00:00:00.000Z', 1, 'issuing', '{}', 'r2');
    INSERT INTO document_print (document_id, kind, user_id, at) VALUES (1, 'print', 1, '2026-11-22T00:00:00.000Z');`,
  70: `INSERT INTO user_access VALUES (1, 'ab', 'window');
    INSERT INTO password_used (user_id, salt, memory, passes, verifier, at)
      VALUES (1, 'cd', 65536, 3, 'ef', '2026-11-22T00:00:00.000Z');`,
  80: `INSERT INTO rule_version (id, rule_id, effective_from, draft, state, saved_at)
      VALUES (1, 'litigation/filing-level', '2027-01-01', '{}', 'draft', '2026-11-22T00:00:00.000Z');
    INSERT INTO rule_version_preparer VALUES (1, 1);`,
  90: `INSERT INTO portfolio_run VALUES (1, '2026-11-22T00:00:00.000Z', 1, '2026-11-22', 'r', 0, 1, 1);
    INSERT INTO portfolio_trace VALUES (1, 'limitation/action@2017-10-01');
    INSERT INTO portfolio_result VALUES (1, 'action', 0, 'running', '2027-01-04', NULL, NULL, NULL, 1, 1);`,
  100: `INSERT INTO app_user (id, name, display, unit_id, created_at) VALUES (9, 'head', '行长', 1, '2026-01-01T00:00:00.000Z');
    INSERT INTO approval_request (id, kind, subject, title, unit_id, content, digest, facts, path, trace, as_of, submitted_by,
      submitted_at, state, at_level, waiting_for) VALUES (1, 'delegation', 'delegation:1', '授权', 1, '[]', 'd', '{}',
      '["branch-head"]', '[]', '2026-11-22', 1, '2026-11-22T00:00:00.000Z', 'submitted', 0, 'branch-head');
    INSERT INTO approval_preparer VALUES (1, 1, 'approvals.submit');
    INSERT INTO approval_decision (request_id, at_level, level, outcome, user_id, opinion, digest, at, entry)
      VALUES (1, 0, 'branch-head', 'consent', 9, '同意', 'd', '2026-11-22T00:00:00.000Z', 1);
    INSERT INTO approval_vote VALUES (1, 0, 9, 'abstain', '回避', 'd', '2026-11-22T00:00:00.000Z', 1);
    INSERT INTO approval_conflict VALUES (1, 9, '亲属', 1, '2026-11-22T00:00:00.000Z');
    INSERT INTO approval_delegation (from_user_id, to_user_id, level, first_day, last_day, basis, created_at)
      VALUES (1, 9, 'deputy-head', '2026-12-01', '2026-12-02', '出差', '2026-11-22T00:00:00.000Z');`,
  110: `INSERT INTO print_job (id, number, title, made_on, made_at, user_id, status, papers, data, request_id, request_digest)
      VALUES (1, 'B20261122-01', '催收日作业包', '2026-11-22', '2026-11-22T00:00:00.000Z', 1, 'issuing', 1, '{}', 'r3', 'd');
    INSERT INTO notice (id, legacy_no, party_id, unit_id, form, role, addressee, noticed_on, outcome)
      VALUES (1, '催〔2012〕0001号', 1, 1, 'DOC-REC-01', 'borrower', '杨𠮷', '2012-10-19', 'open');
    INSERT INTO notice_item (notice_id, seq, loan_id) VALUES (1, 0, 1);
    INSERT INTO scan (sha256, page, file_name, received_at, user_id, status, why)
      SELECT sha256, 1, '回执.jpg', '2026-11-22T00:00:00.000Z', 1, 'waiting', 'no-code' FROM attachment LIMIT 1;`,
  120: `INSERT INTO payment VALUES (1, 'SG20261122-1', '2026-11-20', '2026-11-20', 100, 0, '00479', '杨𠮷', 'cash', 'money', NULL,
      '[]', NULL, NULL, '[]', 1, '2026-11-22T00:00:00.000Z');
    INSERT INTO payment_line VALUES (1, 1, 1, 'allocation', 'payment', 1, '2026-11-22', 0, 100, 0, 93, 7);
    INSERT INTO payment_reversal VALUES (1, '2026-11-22', '凭证录错', 1, '2026-11-22T00:00:00.000Z');
    INSERT INTO order_agreement (id, party_id, agreed_on, evidence, user_id, at)
      VALUES (1, 1, '2026-11-01', '偿还协议书', 1, '2026-11-22T00:00:00.000Z');
    INSERT INTO interest_measure (id, party_id, loan_id, measure, amount, hardship, facts, evidence, investigators, principles,
      state, user_id, at) VALUES (1, 1, 1, 'relief', 5, 'family', '家庭困难', '证明', '["甲","乙"]', '["一","二","三"]', 'open', 1, '2026-11-22T00:00:00.000Z');
    INSERT INTO receipt (id, receipt_no, received_on, loan_id, principal, interest, payment_id, hand_no)
      VALUES (2, 'SG20261122-1', '2026-11-20', 1, 100, 0, 1, 'SG20261122-1');
    INSERT INTO receipt_share VALUES (2, 1, '王某', 1000000);`,
  130: `INSERT INTO contact (id, party_id, kind, initiative, counterpart, with_party_id, held_at, staff, purpose, basis, reached,
      said, result, consent, observed, promise_amount, promise_on, conduct, user_id, recorded_at) VALUES (1, 1, 'call', 'bank',
      'borrower', 1, '2026-11-20 10:15', '["王经办"]', 'negotiate', 'loan-contract', 1, '谈还款', 'promised', 'agreed', '[]', 100,
      '2026-12-01', '{}', 1, '2026-11-20T02:20:00.000Z');
    INSERT INTO contact_file VALUES (1, 1, '短信.png', 'sha');
    INSERT INTO contact_act VALUES (1, 1, NULL, 'consent-to-perform', '2026-11-20', 'medium', 'own-message');
    INSERT INTO contact_withdrawal VALUES (1, '登记错户', 1, '2026-11-22T00:00:00.000Z');
    INSERT INTO measure_plan VALUES (1, 1, 1, '首次制定', '核对债务', '分期', '每月还', 1, '2026-11-20T03:00:00.000Z');
    INSERT INTO measure_item VALUES (1, 1, 'negotiation', '面谈', 1, '2026-12-01', NULL, '{}');
    INSERT INTO measure_step VALUES (1, 1, 'planned', '', 1, 1, '2026-11-20T03:00:00.000Z');
    INSERT INTO measure_reopening VALUES (1, 1, 'instalment-missed', '第3期', '2026-11-21', '2026-11-22T00:00:00.000Z');
    INSERT INTO conduct_step (party_id, act, basis, purpose, channel, content, checks, planned_on, finding, user_id, at)
      VALUES (1, 'deduct-account', '合同约定', '扣收', '本行账户', '扣收活期', '[]', '2026-12-01', '{}', 1, '2026-11-20T03:00:00.000Z');`,
  140: `INSERT INTO team_group (id, name, leader_id, formed_on) VALUES (1, '一组', 1, '2026-01-01');
    INSERT INTO team_member VALUES (1, 1);
    INSERT INTO team_area VALUES (1, 2);
    INSERT INTO target (id, party_id, source, unit_id, reason, proposed_on, user_id, at)
      VALUES (1, 1, 'off-balance', 2, '年初报列', '2026-01-05', 1, '2026-01-05T00:00:00.000Z');
    INSERT INTO target_loan VALUES (1, 1, 100);
    INSERT INTO target_step (target_id, step, on_date, skipped, reason, user_id, at)
      VALUES (1, 'proposed', '2026-01-05', 0, '年初报列', 1, '2026-01-05T00:00:00.000Z');
    INSERT INTO target_assignment (target_id, group_id, way, manager_id, principal, interest, due_on, user_id, at)
      VALUES (1, 1, 'area', 1, 100, 0, '2026-12-31', 1, '2026-01-06T00:00:00.000Z');
    INSERT INTO loan_responsibility (loan_id, mode, person, deadline, consequence, reason, trace, user_id, at)
      VALUES (1, 'liability-based', '张三', '2026-12-31', 'discipline', '指定责任人', '[]', 1, '2026-01-06T00:00:00.000Z');
    INSERT INTO attendance VALUES (1, '2026-01-06', 'present', 1, '2026-01-06T00:00:00.000Z');
    INSERT INTO leave (user_id, kind, reason, first_day, last_day, state, at)
      VALUES (1, 'sick', '感冒', '2026-01-07', '2026-01-08', 'approved', '2026-01-06T00:00:00.000Z');
    INSERT INTO work_plan (id, kind, title, first_day, last_day, user_id, at)
      VALUES (1, 'year', '2026年清收计划', '2026-01-01', '2026-12-31', 1, '2026-01-06T00:00:00.000Z');
    INSERT INTO work_plan_line VALUES (1, 1, 'branch', NULL, NULL, 100, 0, 1);`,
  150: `INSERT INTO repayment_agreement (id, party_id, unit_id, as_of, payment_order, follower_id, grace_days, state, user_id, at)
      VALUES (1, 1, 1, '2026-10-31', 'statutory', 1, 30, 'approved', 1, '2026-11-22T00:00:00.000Z');
    INSERT INTO repayment_agreement_loan VALUES (1, 1, 100, 5);
    INSERT INTO repayment_instalment VALUES (1, 1, '2027-01-31', '2027-02-01', 100, 5, NULL);
    INSERT INTO repayment_paper (document_id, party_id, agreement_id, form, issued_on)
      SELECT id, 1, 1, 'DOC-REC-06', '2026-11-22' FROM document LIMIT 1;
    INSERT INTO repayment_signatory (document_id, seq, role, party_id, name, loan_id)
      SELECT id, 1, 'borrower', 1, '杨𠮷', 1 FROM document LIMIT 1;
    INSERT INTO pre_suit_request VALUES (1, 1, 3, 105, '三次协商未果', 'open', 1, '2026-11-22T00:00:00.000Z');`,
  160: `INSERT INTO reward_sheet (id, from_day, to_day, state, run, computed_at, user_id, at)
      VALUES (1, '2026-10-01', '2026-10-31', 'draft', 1, '2026-11-01T00:00:00.000Z', 1, '2026-11-01T00:00:00.000Z');
    INSERT INTO reward_line VALUES (1, 1, 1, 'SH1', 1, '杨𠮷', '奉信（2008）第1号', '2026-10-15', 100, 0, '1996-12-31', '呆账',
      'ordinary', 'reward', '王某', 1000000, 0, '0.2', 20, 0, 20, NULL, '第三十条', '[]');
    INSERT INTO reward_outsider VALUES ('社外张', '委托协议', 1, '2026-11-01T00:00:00.000Z');
    INSERT INTO reward_costs VALUES ('SH1', '社外张', 5, '差旅费', 1, '2026-11-01T00:00:00.000Z');
    INSERT INTO liability (id, loan_id, person, kind, amount, decision, decided_on, deadline, user_id, at)
      VALUES (1, 1, '张三', 'new-npl', 100, '认定〔2026〕1号', '2026-01-01', '2026-12-31', 1, '2026-11-01T00:00:00.000Z');
    INSERT INTO liability_performance (liability_id, on_date, amount, evidence, user_id, at)
      VALUES (1, '2026-11-01', 50, '缴款单', 1, '2026-11-01T00:00:00.000Z');
    INSERT INTO tender (id, title, opens_on, user_id, at) VALUES (1, '竞标', '2026-12-01', 1, '2026-11-01T00:00:00.000Z');
    INSERT INTO tender_package VALUES (1, 1, '一号包');
    INSERT INTO tender_package_loan VALUES (1, 1, 'dead', 100, 50);
    INSERT INTO tender_bidder VALUES (1, '甲', 'staff', 500000, '1', 1, '2026-11-01T00:00:00.000Z');
    INSERT INTO tender_bid (package_id, name, amount, user_id, at) VALUES (1, '甲', 60, 1, '2026-11-01T00:00:00.000Z');
    INSERT INTO recovery_contract (id, kind, party, basis, package_id, amount, bond, term_years, trace, state, user_id, at)
      VALUES (1, 'tender', '甲', '竞标', 1, 60, 3, 2, '[]', 'draft', 1, '2026-12-01T00:00:00.000Z');
    INSERT INTO recovery_contract_loan VALUES (1, 1);
    INSERT INTO recovery_contract_entry (contract_id, kind, on_date, amount, evidence, trace, user_id, at)
      VALUES (1, 'payout', '2026-12-02', 5, '凭证', '[]', 1, '2026-12-02T00:00:00.000Z');`,
  170: `INSERT INTO regulation (id, document, title, number, effective_from, pdf_sha256, pages, added_by, added_at)
      VALUES (1, 'B4 不良贷款诉讼管理办法', '诉讼管理办法', '奉支发〔2026〕1号', '2026-01-01', 'sha', 20, 1, '2026-11-22T00:00:00.000Z');
    INSERT INTO regulation_article VALUES (1, '第十条', 4);`,
  180: `INSERT INTO portfolio_run VALUES (1, '2026-11-22T00:00:00.000Z', 1, '2026-11-22', 'r', 0, 1, 6);
    INSERT INTO portfolio_trace VALUES (1, 1, 'limitation/action@2017-10-01');
    INSERT INTO portfolio_outcome VALUES (1, 1, 'action', 'running', NULL, 1, 1);
    INSERT INTO portfolio_loan VALUES (1, 1, 1, 1, 1, '2027-01-04', '2027-02-01', 1, '2026-12-04', NULL, NULL);
    INSERT INTO portfolio_guarantee VALUES (1, 1, 1, 1, '2027-01-04', NULL);
    INSERT INTO portfolio_cell VALUES (1, 1, 'limitation', 1, 'd60', '', '', 1, 1, 100000, 0);`,
  190: `INSERT INTO loan_term_request (id, party_id, unit_id, loan_id, kind, condition, condition_text, article, reason, facts, due_on,
      new_due_on, as_of, principal, interest, state, user_id, at) VALUES (1, 1, 1, 1, 'extension', 'disaster', '自然灾害', '第二十一条第一项',
      '水稻绝收', '灾情证明', '2027-01-31', '2028-01-31', '2026-10-31', 100, 5, 'in-force', 1, '2026-11-22T00:00:00.000Z');
    INSERT INTO loan_term_instalment VALUES (1, 1, '2028-01-31', 100, 5);
    INSERT INTO loan_term_file SELECT 1, 1, '灾情.pdf', sha256 FROM attachment LIMIT 1;
    INSERT INTO loan_extension VALUES (1, 1, 1, '2027-01-31', '2028-01-31', '2026-11-22', 1, '2026-11-22T00:00:00.000Z');
    INSERT INTO loan_extension_reversal VALUES (1, '签署人不是本人', 1, '2026-11-23T00:00:00.000Z');
    UPDATE repayment_paper SET term_request_id = 1;
    INSERT INTO signature_correction SELECT 1, document_id, 'borrower', '2026-11-22', NULL, '签署人不是本人', 1,
      '2026-11-23T00:00:00.000Z' FROM repayment_paper LIMIT 1;
    INSERT INTO delivery_correction VALUES (1, 1, '{"outcome":"signed"}', '登记到了别的通知上', 1, '2026-11-23T00:00:00.000Z');
    INSERT INTO document_void SELECT 1, id, '金额有误', 'asked', 1, '2026-11-23T00:00:00.000Z' FROM document LIMIT 1;`,
  200: `INSERT INTO scan (sha256, page, paper_no, turn, file_name, received_at, user_id, status, legacy_notice_id)
      SELECT sha256, 1, 2, 180, '回执.jpg', '2026-11-22T00:00:00.000Z', 1, 'filed', 1 FROM attachment LIMIT 1;`,
  210: `UPDATE liability SET irregular_kind = 'false-name', post = '信贷员' WHERE id = 1;
    INSERT INTO loan_responsibility (loan_id, mode, person, deadline, consequence, reason, trace, user_id, at, appointed_by)
      VALUES (1, 'liability-based', '张三', '2026-12-31', 'discipline', '认定〔2026〕1号', '[]', 1, '2026-11-22T00:00:00.000Z', 1);
    INSERT INTO liability_handling (liability_id, on_date, decision, user_id, at)
      VALUES (1, '2027-01-02', '警告', 1, '2027-01-02T00:00:00.000Z');`,
  220: `INSERT INTO reward_line VALUES (1, 1, 2, 'SH2', 1, '杨𠮷', '奉信（2008）第1号', '2026-10-15', 100, 0, '1996-12-31', '呆账',
      'ordinary', 'reward', '王某', 1000000, 0, '0', 0, 0, 0, 'tasks-unfulfilled', '第三十条', '[]', 200, 100);
    INSERT INTO recovery_contract_entry (contract_id, kind, on_date, amount, evidence, advance, trace, user_id, at)
      VALUES (1, 'advance', '2026-12-02', 5, '票据', 'litigation', '[]', 1, '2026-12-02T00:00:00.000Z');`,
  235: `INSERT INTO interest_terms VALUES (1, 1, '2026-01-01', 0, 0, 0, '[]', '50', 1, 360, '合同第五条', 1, '2026-11-22T00:00:00.000Z');
    INSERT INTO acceleration VALUES (1, 1, 1, '第十二条', '未按约定支付利息', 105, 'open', 1, '2026-11-22T00:00:00.000Z');
    INSERT INTO heir VALUES (1, 1, NULL, '张小三', '512226197003189119', '某街1号', NULL, 'heir', 100, NULL, '死亡证明', 1, '2026-11-22T00:00:00.000Z');`,
  240: `INSERT INTO court_case VALUES (1, NULL, 2, 1, 'suit', 'plaintiff', '2026-11-22', 1, NULL, 1),
      (2, 'k1#1', 2, 1, 'suit', 'plaintiff', '2024-03-05', 0, 1, 1);
    INSERT INTO case_record (id, case_id, loan_id, cause, principal, interest, stage, batch_id) VALUES (1, 2, 1, '金融借款合同纠纷', 100, 5, '执行中', 1);
    INSERT INTO case_record_party VALUES (1, 1, '杨𠮷');
    INSERT INTO case_version VALUES (1, 1, '诉杨𠮷', '金融借款合同纠纷', '奉节县人民法院', 'basic', NULL, 1, '2026-11-22T00:00:00.000Z');
    INSERT INTO case_loan VALUES (1, 1, 1, 1, 100, 5);
    INSERT INTO case_party VALUES (1, 1, 1, 'defendant', 'borrower', 1, '杨𠮷');
    INSERT INTO case_claim VALUES (1, 1, 1, 'security', NULL, 1, NULL, '优先受偿');
    INSERT INTO case_person VALUES (1, 1, 1, 'handler', 1, '管理员', NULL);
    INSERT INTO case_act VALUES (1, 1, 'sued', '2026-11-22', '{"court":"奉节县人民法院"}', NULL, NULL, NULL, NULL, 1, '2026-11-22T00:00:00.000Z'),
      (2, 1, 'taken-back', '2026-11-22', '{}', NULL, '登记错了', NULL, 'a1', 1, '2026-11-22T00:00:00.000Z');
    INSERT INTO case_act_file SELECT 1, 1, '起诉状.pdf', sha256 FROM attachment LIMIT 1;
    INSERT INTO case_evidence SELECT 1, 1, 'contract', '借款合同', '信贷档案', 1, 3, '借贷关系', sha256, 1, '2026-11-22T00:00:00.000Z', NULL, NULL, NULL FROM attachment LIMIT 1;
    INSERT INTO case_postponement VALUES (1, 1, 'evidence:a1', '2026-12-01', '法院同意', '2026-11-22', 1, '2026-11-22T00:00:00.000Z');
    INSERT INTO case_permit VALUES (1, 1, 'release', '{"item":"房产","amount":null}', '已还清', 'approved', '奉诉备1', '2026-11-22', 1, '2026-11-22T00:00:00.000Z');`,
  270: `INSERT INTO case_fee VALUES (1, 1, 'acceptance', 'paid', 445000, '2026-11-20', 'P1', '法院', 445000, '[]', NULL, 'a1', NULL, 1,
      '2026-11-22T00:00:00.000Z'), (2, 1, 'acceptance', 'paid', -445000, '2026-11-22', 'P1', '法院', NULL, '[]', '录错', NULL, 1, 1,
      '2026-11-22T00:00:00.000Z');
    INSERT INTO case_receipt VALUES (1, 'a2', 1, 1, '2026-11-22T00:00:00.000Z');
    INSERT INTO counsel VALUES (1, '赵律师', 'agent', '律所', '1500', '2012-05-01', '金融案件', '良好', 1, '2026-11-22T00:00:00.000Z');
    INSERT INTO counsel_entry VALUES (1, 1, 'filed', '2026-11-22', '备1号', NULL, '已备案', 1, '2026-11-22T00:00:00.000Z');
    INSERT INTO case_counsel VALUES (1, 1, 1, 'ordinary', NULL, NULL, '2026-11-22', 1, '2026-11-22T00:00:00.000Z', NULL, NULL);
    INSERT INTO case_review VALUES (1, 1, '2026-11-22', '["appeal"]', '送达难', '公告', '排查', 1, '2026-11-22T00:00:00.000Z');
    INSERT INTO case_breach_note VALUES (1, 'unfiled-suit:case', '已整改', 1, '2026-11-22T00:00:00.000Z');`,
};

/** Tables of what is computed from the books: a step may throw them away, to be computed again. */
const COMPUTED: Readonly<Record<number, readonly string[]>> = {
  110: ['number_series'],
  180: ['portfolio_run', 'portfolio_trace', 'portfolio_result'],
};

/** Columns that a step takes away on purpose. */
const TAKEN_AWAY: Readonly<Record<number, readonly string[]>> = {
  50: ['record_hash'],
  120: ['basis_points'],
};

/** Columns that a step gives to rows that are there; what they hold is tested where they are used. */
const GIVEN: Readonly<Record<number, readonly string[]>> = {
  60: ['before_digest', 'after_digest', 'epoch', 'previous_mac', 'mac'],
  110: ['subject_kind', 'subject_id', 'subject_label', 'paper_key', 'job_id', 'job_position'],
  120: ['costs', 'payment_id', 'hand_no', 'ppm'],
  170: ['returned'],
  190: ['agreed_due_date', 'extended_to', 'term_request_id', 'taken_back'],
  200: ['paper_no', 'turn', 'legacy_notice_id'],
  210: ['irregular_kind', 'post', 'appointed_by'],
  220: ['owed_then', 'advance', 'planned', 'done'],
};

const without = (row: string, columns: readonly string[]): string =>
  JSON.stringify(JSON.parse(row), (key, value) => (columns.includes(key) ? undefined : value));

/** Dumped rows as they must read after a step. */
function expectedAfter(step: number, rows: readonly string[]): string[] {
  return rows.map((row) => without(row, TAKEN_AWAY[step] ?? []));
}

/** A database that ran up to `version` and was used on the way. */
function usedAt(name: string, version: number): Sqlite.Database {
  const db = databaseAt(folder.path(name), 0);
  for (const step of MIGRATIONS.filter((each) => each.version <= version)) {
    migrate(db, KEY, step.version);
    db.exec(ROWS[step.version] ?? '');
  }
  return db;
}

const schemaOf = (db: Sqlite.Database): string => {
  const sql =
    "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '%\\_gram\\__%' ESCAPE '\\' ORDER BY type, name";
  const objects = db.prepare(sql).pluck().all() as string[];
  return `${objects.map((object) => `${object};`).join('\n\n')}\n`;
};

describe('migrations', () => {
  it('are numbered by fives, in order, one file each', () => {
    const files = readdirSync(join(DATABASE, 'migrations')).sort();
    expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(MIGRATIONS.map((step) => step.version));
    const versions = MIGRATIONS.map((step) => step.version);
    expect(versions.filter((version, index) => version % 5 !== 0 || version <= (versions[index - 1] ?? 0))).toEqual([]);
  });

  it('are frozen: what a branch has run never changes, and imports nothing of ours', () => {
    const hashes = MIGRATIONS.map(({ version, sql }) => [version, createHash('sha256').update(sql).digest('hex')]);
    expect(Object.fromEntries(hashes), 'a frozen step changed: undo that and add a new step').toEqual(FROZEN);
    for (const file of readdirSync(join(DATABASE, 'migrations')))
      expect(readFileSync(join(DATABASE, 'migrations', file), 'utf8')).not.toMatch(/^import .* from '(?!node:)/m);
  });

  it.each(MIGRATIONS.map((step, index) => [VERSIONS[index] as number, step.version]))(
    'from %i to %i keeps every row of every table',
    (from, to) => {
      const db = usedAt(`step-${to}.db`, from);
      const before = dump(db);
      migrate(db, KEY, to);
      const after = dump(db);
      expect(db.pragma('user_version', { simple: true })).toBe(to);
      for (const table of COMPUTED[to] ?? []) delete before[table];
      for (const [table, rows] of Object.entries(before))
        expect(after[table]?.map((row) => without(row, GIVEN[to] ?? []))).toEqual(expectedAfter(to, rows));
      db.exec(ROWS[to] ?? '');
      const filled = dump(db);
      const added = tablesOf(db).filter((table) => !(table in before));
      for (const table of added)
        expect(
          filled[table]?.length,
          `${table}: a step without rows in ROWS proves nothing to the next one`,
        ).toBeGreaterThan(0);
      expect(db.pragma('foreign_key_check')).toEqual([]);
      db.close();
    },
  );

  it('ends at the schema of schema.snapshot.sql', () => {
    const db = databaseAt(folder.path('snapshot.db'), NEWEST_VERSION);
    const schema = schemaOf(db);
    db.close();
    if (process.env.UPDATE_SCHEMA_SNAPSHOT) writeFileSync(SNAPSHOT, schema);
    const hint = 'the schema changed: run this test with UPDATE_SCHEMA_SNAPSHOT=1 and read the difference';
    expect(schema, hint).toBe(readFileSync(SNAPSHOT, 'utf8'));
  });

  it('happen in one transaction: a failing step leaves the database as it was', () => {
    const db = usedAt('half.db', 20);
    // A table in the way of step 40: step 30 has run by then.
    db.exec('CREATE TABLE document (id INTEGER)');
    const before = dump(db);
    expect(() => migrate(db, KEY)).toThrow(/already exists/);
    expect(db.pragma('user_version', { simple: true })).toBe(20);
    expect(dump(db)).toEqual(before);
    db.close();
  });

  it('open an older folder after a verified copy of it, which opens with the same key', () => {
    const data = dataFolder(folder.path('old'));
    const old = rawOpen(folder.path('old-source.db'));
    for (const version of [10, 20, 30]) {
      migrate(old, KEY, version);
      old.exec(ROWS[version] ?? '');
    }
    const before = dump(old);
    old.close();
    const path = folder.path('old-source.db');
    const db = openSqlite({ path, key: KEY, beforeUpgrade: safetyCopy(data, KEY) });
    expect(db.pragma('user_version', { simple: true })).toBe(NEWEST_VERSION);
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    db.close();
    expect(readdirSync(data.backups)).toEqual(['before-upgrade-30.db']);
    const copy = rawOpen(join(data.backups, 'before-upgrade-30.db'));
    expect(dump(copy)).toEqual(before);
    copy.close();
  });

  it('do not begin when the copy cannot be made', () => {
    const path = folder.path('no-copy.db');
    usedAt('no-copy.db', 30).close();
    const beforeUpgrade = () => {
      throw new Error('disk full');
    };
    expect(() => openSqlite({ path, key: KEY, beforeUpgrade })).toThrow('disk full');
    const db = rawOpen(path);
    expect(db.pragma('user_version', { simple: true })).toBe(30);
    db.close();
  });
});
