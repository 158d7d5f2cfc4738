/**
 * What became of the deposits of a tender: turned into the bond, given back, kept. A contract that was signed before took its winner's
 * deposit into the bond, as signing said then. And whether a contract lets penalty interest run from the day on which the loan is
 * called in; null: nobody has said. Frozen: never edit, add a step.
 */
export const version = 315;

export const sql = `
ALTER TABLE interest_terms ADD COLUMN call_penalty INTEGER CHECK (call_penalty IN (0, 1));
CREATE TABLE tender_deposit_use (
  id INTEGER PRIMARY KEY,
  tender_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('bond', 'forfeited', 'returned')),
  amount INTEGER NOT NULL CHECK (amount <> 0),
  on_date TEXT NOT NULL,
  payee TEXT,
  voucher_no TEXT,
  contract_id INTEGER REFERENCES recovery_contract (id),
  reverses INTEGER UNIQUE REFERENCES tender_deposit_use (id),
  reason TEXT,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  FOREIGN KEY (tender_id, name) REFERENCES tender_bidder (tender_id, name),
  CHECK ((kind = 'bond') = (contract_id IS NOT NULL)),
  CHECK ((kind = 'bond') = (voucher_no IS NULL)),
  CHECK ((kind = 'returned') = (payee IS NOT NULL)),
  CHECK ((reverses IS NULL) = (reason IS NULL)),
  CHECK ((reverses IS NULL) = (amount > 0))
) STRICT;
CREATE INDEX tender_deposit_use_of ON tender_deposit_use (tender_id, name, id);
CREATE TRIGGER tender_deposit_use_no_update BEFORE UPDATE ON tender_deposit_use BEGIN SELECT RAISE(ABORT, 'what became of a deposit is only added to'); END;
CREATE TRIGGER tender_deposit_use_no_delete BEFORE DELETE ON tender_deposit_use BEGIN SELECT RAISE(ABORT, 'what became of a deposit is only added to'); END;
INSERT INTO tender_deposit_use (tender_id, name, kind, amount, on_date, contract_id, user_id, at)
SELECT bidder.tender_id, bidder.name, 'bond', min(bidder.deposit, held.bond), held.signed_on, held.id, held.user_id, held.at
FROM tender_bidder AS bidder
JOIN recovery_contract AS held ON held.id = (
  SELECT first.id FROM recovery_contract AS first JOIN tender_package AS package ON package.id = first.package_id
  WHERE package.tender_id = bidder.tender_id AND first.party = bidder.name AND first.state = 'signed'
  ORDER BY first.signed_on, first.id LIMIT 1)
WHERE held.bond > 0;
`;
