/** Rows that a branch might have after each step of the schema, for the test that the next step keeps them (R11). */

/** Some rows for every table of each step, as a branch might have them. */
export const ROWS: Readonly<Record<number, string>> = {
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
  290: `INSERT INTO portfolio_run VALUES (1, '2026-11-22T00:00:00.000Z', 1, '2026-11-22', 'r', 0, 1, 6);
    INSERT INTO portfolio_trace VALUES (1, 1, 'limitation/enforcement@2008-04-01');
    INSERT INTO portfolio_outcome VALUES (1, 1, 'enforcement', 'running', NULL, 1, 1);
    INSERT INTO portfolio_loan VALUES (1, 1, 1, 1, 1, '2027-01-04', '2027-02-01', 1, '2026-12-04', NULL, NULL);
    INSERT INTO portfolio_guarantee VALUES (1, 1, 1, 1, '2027-01-04', NULL);
    INSERT INTO portfolio_cell VALUES (1, 1, 'enforcement', 1, 'd60', '', '', 1, 1, 100000, 0);`,
  295: `UPDATE notice SET chased = 1, chased_on = '2026-11-22';`,
  300: `INSERT INTO work_note VALUES (1, 'measure', '1', '2026-11-20', '2026-11-25', '债务人住院', 1, '2026-11-22T00:00:00.000Z');`,
  310: `INSERT INTO case_review VALUES (2, 1, '2026-11-22', '["appeal"]', '送达难', '公告', '排查', 1, '2026-11-22T00:00:00.000Z',
      '下落不明', '2026-12-20');`,
  315: `INSERT INTO tender_deposit_use (tender_id, name, kind, amount, on_date, payee, voucher_no, user_id, at)
      SELECT tender_id, name, 'returned', 1, '2026-12-01', name, 'T1', 1, '2026-12-01T00:00:00.000Z' FROM tender_bidder LIMIT 1;
    INSERT INTO interest_terms VALUES (2, 1, '2026-01-01', 0, 0, 0, '[]', '50', 1, 360, '合同第五条', 1, '2026-11-22T00:00:00.000Z', 1);`,
};
