/** Imports compare the values themselves; a stored fingerprint of each record is no longer needed. Frozen: never edit, add a step. */
export const version = 50;

export const sql = `
ALTER TABLE loan DROP COLUMN record_hash;
ALTER TABLE guarantee DROP COLUMN record_hash;
ALTER TABLE collateral DROP COLUMN record_hash;
ALTER TABLE receipt DROP COLUMN record_hash;
ALTER TABLE subject_balance DROP COLUMN record_hash;
ALTER TABLE month_end DROP COLUMN record_hash;
`;
