/** What is hard in a case whose period passed, and by when its solution is to be done (B4 §30). Frozen: never edit, add a step. */
export const version = 310;

export const sql = `
ALTER TABLE case_review ADD COLUMN difficulty TEXT;
ALTER TABLE case_review ADD COLUMN solution_due TEXT;
`;
