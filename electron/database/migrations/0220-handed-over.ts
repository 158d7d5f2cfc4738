/** What was owed of a loan when it was handed over, and how a collector's tasks stood on a reward sheet. Frozen: never edit, add a step. */
export const version = 220;

export const sql = `
ALTER TABLE recovery_contract_loan ADD COLUMN owed_then INTEGER NOT NULL DEFAULT 0;
UPDATE recovery_contract_loan SET owed_then = (SELECT balance + interest_on + interest_off FROM loan WHERE loan.id = loan_id);

ALTER TABLE recovery_contract_entry ADD COLUMN advance TEXT;

ALTER TABLE reward_line ADD COLUMN planned INTEGER;
ALTER TABLE reward_line ADD COLUMN done INTEGER;
`;
