-- BenefitLedger: the schema of a ledger, version 1.
--
-- This file is the schema: it is compiled into the program, and `sqlite3 new.db < schema.sql` makes
-- an empty ledger. An auditor with nothing but the sqlite3 shell should start with the views at the
-- end: they show codes, names and dates where the tables keep narrow integers.
--
-- Three promises hold in every table of the journal (batch, voucher, line, step, opening); the lines of
-- a closed year may be in a file of their own (archive), where they hold as well:
--   * rows are added, never changed, never removed; a correction is a new row that names the old one;
--   * numbers run 1, 2, 3 ... without gaps, in the order of posting;
--   * INSERT OR REPLACE cannot overwrite a row: SQLite runs no DELETE trigger for it unless
--     recursive_triggers is on, so in every table a guard refuses a key that exists.
-- Who can write the file can also drop a trigger. That is what the seals are for: `verify` recomputes
-- every row from nothing and finds what was changed behind the program's back.
--
-- Money is whole dong in a 64-bit integer. A month is YYYYMM, a date YYYYMMDD, as integers.

PRAGMA application_id = 1112295250; -- 'BLGR' in ASCII
PRAGMA user_version = 1;

------------------------------------------------------------------------------------------------
-- Terms. Fixed by the program; a test holds them equal to its own tables.
------------------------------------------------------------------------------------------------

CREATE TABLE fund (
  fund_id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO fund VALUES (1, 'sickness'), (2, 'accident'), (3, 'retirement'), (4, 'unemployment'),
  (5, 'health'), (6, 'budget');

CREATE TABLE benefit (
  benefit_id INTEGER PRIMARY KEY CHECK (benefit_id BETWEEN 1 AND 15),
  code TEXT NOT NULL UNIQUE,
  fund_id INTEGER NOT NULL REFERENCES fund (fund_id) -- the fund that pays it by default
) STRICT;
INSERT INTO benefit VALUES (1, 'pension', 3), (2, 'survivor', 3), (3, 'disability', 6),
  (4, 'accident', 2), (5, 'sickness', 1), (6, 'maternity', 1), (7, 'convalescence', 1),
  (8, 'lump-sum', 3), (9, 'funeral', 3), (10, 'unemployment', 4), (11, 'training', 4),
  (12, 'medical', 5), (13, 'support', 4);

CREATE TABLE channel (
  channel_id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO channel VALUES (1, 'cash'), (2, 'bank'), (3, 'agency'), (4, 'employer');

CREATE TABLE event (
  event_id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO event VALUES (1, 'opening'), (2, 'contribution'), (3, 'budget'), (4, 'advance'),
  (5, 'refund'), (6, 'shortage'), (7, 'shortage-recovered'), (8, 'due'), (9, 'paid'),
  (10, 'unpaid'), (11, 'returned'), (12, 'reissued'), (13, 'cancelled'), (14, 'overpaid'),
  (15, 'recovered'), (16, 'transferred'), (17, 'withheld'), (18, 'inherited'), (19, 'offset'),
  (20, 'premium'), (21, 'premium-settled'), (22, 'remitted'), (23, 'handover'), (24, 'year-end');

CREATE TABLE state (
  state_id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO state VALUES (0, 'none'), (1, 'due'), (2, 'paid'), (3, 'unclaimed'), (4, 'cancelled'),
  (5, 'reversed'), (6, 'overpaid'), (7, 'recovered'), (8, 'inherited');

-- What an event does to an obligation. What is not here is refused (see the CHECK of step). A
-- correction leads back from `to` to `from`, and from a due that is undone to `reversed`.
CREATE TABLE transition (
  event_id INTEGER NOT NULL REFERENCES event (event_id),
  from_state_id INTEGER NOT NULL REFERENCES state (state_id),
  to_state_id INTEGER NOT NULL REFERENCES state (state_id),
  PRIMARY KEY (event_id, from_state_id, to_state_id)
) STRICT, WITHOUT ROWID;
INSERT INTO transition VALUES (8, 0, 1), (8, 5, 1), (9, 1, 2), (9, 3, 2), (9, 8, 2), (10, 1, 3),
  (11, 2, 3), (12, 3, 2), (13, 1, 4), (13, 3, 4), (13, 8, 4), (14, 2, 6), (15, 6, 6), (15, 6, 7),
  (16, 1, 1), (16, 3, 3), (16, 8, 8), (16, 6, 6), (17, 1, 1), (18, 1, 8), (18, 3, 8), (19, 6, 6),
  (19, 6, 7);

CREATE TABLE chart (
  chart_id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  class TEXT NOT NULL CHECK (class IN ('asset', 'liability', 'equity', 'expense', 'income')),
  per_unit INTEGER NOT NULL CHECK (per_unit IN (0, 1)) -- 1: one account for each unit
) STRICT;
INSERT INTO chart VALUES (1, 'bank', 'asset', 0), (2, 'advance', 'asset', 1),
  (3, 'shortage', 'asset', 1), (4, 'receivable', 'asset', 1), (5, 'payable', 'liability', 1),
  (6, 'unclaimed', 'liability', 1), (7, 'withheld', 'liability', 1), (8, 'fund', 'equity', 0),
  (9, 'expense', 'expense', 0), (10, 'income', 'income', 0), (11, 'heirs', 'liability', 1),
  (12, 'due-from', 'asset', 0), (13, 'due-to', 'liability', 0);

CREATE TABLE record_kind (
  record_kind_id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO record_kind VALUES (1, 'units'), (2, 'chart'), (3, 'user'), (4, 'period'), (5, 'hold'),
  (6, 'release'), (7, 'link'), (8, 'submission'), (9, 'approval'), (10, 'rejection'),
  (11, 'proposal'), (12, 'agreement'), (13, 'cash-count'), (14, 'statement'), (15, 'bank-match'),
  (16, 'exception'), (17, 'archive'), (18, 'withdrawal');

CREATE TABLE unit_kind (
  unit_kind_id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO unit_kind VALUES (1, 'nation'), (2, 'province'), (3, 'district'), (4, 'commune'),
  (5, 'site'), (6, 'agency');

-- Why a person is not payable.
CREATE TABLE hold_kind (
  hold_kind_id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO hold_kind VALUES (1, 'deceased'), (2, 'suspended'), (3, 'unverified'), (4, 'inspection');

------------------------------------------------------------------------------------------------
-- The ledger itself
------------------------------------------------------------------------------------------------

-- One row: how this ledger is controlled.
CREATE TABLE ledger (
  ledger_id INTEGER PRIMARY KEY CHECK (ledger_id = 1),
  control TEXT NOT NULL CHECK (control IN ('single', 'four-eyes'))
) STRICT;

------------------------------------------------------------------------------------------------
-- The register: everything that governs posting and is not money itself
------------------------------------------------------------------------------------------------

-- A record: a file of units, a chart, a change of a period, a list of holds ... Its rows are in the
-- table of its kind and name it. The digests form a chain that every batch's seal includes, so that
-- renaming a site or reopening a period behind the program's back is found.
CREATE TABLE record (
  record_no INTEGER PRIMARY KEY CHECK (record_no >= 1),
  record_kind_id INTEGER NOT NULL REFERENCES record_kind (record_kind_id),
  record_date INTEGER NOT NULL CHECK (record_date BETWEEN 19000101 AND 21991231),
  maker TEXT NOT NULL CHECK (length(maker) >= 1),
  reason TEXT,
  file_name TEXT,
  file_sha256 BLOB CHECK (length(file_sha256) = 32),
  rows_digest BLOB NOT NULL CHECK (length(rows_digest) = 32),
  record_digest BLOB NOT NULL CHECK (length(record_digest) = 32),
  signature BLOB CHECK (length(signature) = 64) -- Ed25519, of the digest, by the maker's key
) STRICT;

-- A unit: only a number that never changes its meaning.
CREATE TABLE unit (
  unit_id INTEGER PRIMARY KEY CHECK (unit_id BETWEEN 1 AND 16777215)
) STRICT;

-- What a unit was called, what it was and where it belonged, from a date on. A version holds until
-- its last day or until the next version of the unit begins. To close a unit is a version too, and
-- one that does nothing else begins on the last day; no row is changed for it.
CREATE TABLE unit_version (
  unit_id INTEGER NOT NULL REFERENCES unit (unit_id),
  version_no INTEGER NOT NULL CHECK (version_no >= 1),
  code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 16),
  name TEXT NOT NULL CHECK (length(name) >= 1),
  unit_kind_id INTEGER NOT NULL REFERENCES unit_kind (unit_kind_id),
  parent_unit_id INTEGER REFERENCES unit (unit_id), -- null at the top
  valid_from INTEGER NOT NULL CHECK (valid_from BETWEEN 19000101 AND 21991231),
  valid_to INTEGER CHECK (valid_to BETWEEN valid_from AND 21991231), -- last day; null: open
  successor_unit_id INTEGER REFERENCES unit (unit_id), -- takes its place after the last day
  record_no INTEGER NOT NULL REFERENCES record (record_no) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (unit_id, version_no),
  CHECK (parent_unit_id IS NOT unit_id),
  CHECK (successor_unit_id IS NOT unit_id),
  CHECK (successor_unit_id IS NULL OR valid_to IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_version_by_code ON unit_version (code);

-- What became of an accounting period. Its state is that of its last row; one without a row is open,
-- until a later period is closed: then it is closed with that one.
CREATE TABLE period_change (
  record_no INTEGER PRIMARY KEY REFERENCES record (record_no) DEFERRABLE INITIALLY DEFERRED,
  period INTEGER NOT NULL CHECK (period BETWEEN 190001 AND 219912 AND period % 100 BETWEEN 1 AND 12),
  -- reopen-requested: still closed; under four eyes somebody else has to agree.
  state TEXT NOT NULL CHECK (state IN ('open', 'soft-closed', 'closed', 'reopen-requested'))
) STRICT;
CREATE INDEX period_change_by_period ON period_change (period);
-- A person of the agency: name, role and public key, from this record on; without a key, the end of
-- the key before. The private key is in a file of its owner and never here.
CREATE TABLE user_key (
  record_no INTEGER PRIMARY KEY REFERENCES record (record_no) DEFERRABLE INITIALLY DEFERRED,
  user_name TEXT NOT NULL CHECK (length(user_name) BETWEEN 1 AND 32 AND instr(user_name, ',') = 0),
  role TEXT NOT NULL
    CHECK (role IN ('clerk', 'controller', 'approver', 'auditor', 'administrator')),
  public_key BLOB UNIQUE CHECK (length(public_key) = 32) -- Ed25519; null: revoked
) STRICT;
CREATE INDEX user_key_by_name ON user_key (user_name, record_no);

------------------------------------------------------------------------------------------------
-- Four eyes: what waits for a second person
------------------------------------------------------------------------------------------------

-- A submission: a file that was checked as if it were posted, and waits for approval. What is agreed
-- to is the root: the digest of every line, the payee's bank account included. Its state is never
-- updated: it is open until a decision closes it.
CREATE TABLE submission (
  submission_no INTEGER PRIMARY KEY CHECK (submission_no >= 1),
  record_no INTEGER NOT NULL UNIQUE REFERENCES record (record_no) DEFERRABLE INITIALLY DEFERRED,
  maker TEXT NOT NULL CHECK (length(maker) >= 1), -- the same as the record's
  event_id INTEGER NOT NULL REFERENCES event (event_id),
  file_name TEXT NOT NULL,
  file_bytes INTEGER NOT NULL CHECK (file_bytes >= 0),
  file_sha256 BLOB NOT NULL CHECK (length(file_sha256) = 32),
  reference TEXT CHECK (length(reference) BETWEEN 1 AND 64),
  declared_period INTEGER CHECK (declared_period BETWEEN 190001 AND 219912),
  declared_date INTEGER CHECK (declared_date BETWEEN 19000101 AND 21991231),
  period INTEGER NOT NULL CHECK (period BETWEEN 190001 AND 219912 AND period % 100 BETWEEN 1 AND 12),
  business_date INTEGER NOT NULL CHECK (business_date BETWEEN 19000101 AND 21991231),
  row_count INTEGER NOT NULL CHECK (row_count >= 1),
  total INTEGER NOT NULL CHECK (total <> 0), -- dong; negative only if it corrects
  is_correction INTEGER NOT NULL CHECK (is_correction IN (0, 1)),
  reverses_batch_no INTEGER REFERENCES batch (batch_no),
  reason TEXT,
  approvers_needed INTEGER NOT NULL CHECK (approvers_needed BETWEEN 1 AND 9),
  merkle_root BLOB NOT NULL CHECK (length(merkle_root) = 32),
  reading_sha256 BLOB CHECK (length(reading_sha256) = 32), -- of its submission_reading, if any
  CHECK ((total < 0) = is_correction),
  CHECK (is_correction = 0 OR reason IS NOT NULL)
) STRICT;
CREATE INDEX submission_by_identity ON submission (event_id, is_correction, file_bytes);
CREATE INDEX submission_by_reference ON submission (event_id, is_correction, reference)
  WHERE reference IS NOT NULL;

-- What somebody decided on a submission: `approved` needs more approvals, the others close it. An
-- approval names the root that was agreed to.
CREATE TABLE decision (
  record_no INTEGER PRIMARY KEY REFERENCES record (record_no) DEFERRABLE INITIALLY DEFERRED,
  submission_no INTEGER NOT NULL REFERENCES submission (submission_no),
  user_name TEXT NOT NULL CHECK (length(user_name) >= 1), -- the same as the record's maker
  outcome TEXT NOT NULL CHECK (outcome IN ('approved', 'posted', 'rejected', 'void')),
  merkle_root BLOB NOT NULL CHECK (length(merkle_root) = 32)
) STRICT;
CREATE UNIQUE INDEX decision_approves_once ON decision (submission_no, user_name)
  WHERE outcome IN ('approved', 'posted');
CREATE UNIQUE INDEX decision_closes_once ON decision (submission_no) WHERE outcome <> 'approved';

-- The bytes of a submitted file, piece by piece, until it is decided.
CREATE TABLE submission_chunk (
  submission_no INTEGER NOT NULL REFERENCES submission (submission_no)
    DEFERRABLE INITIALLY DEFERRED,
  chunk_no INTEGER NOT NULL CHECK (chunk_no >= 0),
  bytes BLOB NOT NULL,
  PRIMARY KEY (submission_no, chunk_no)
) STRICT, WITHOUT ROWID;

-- How a submitted file is to be read, if it is not one of the program's own lists.
CREATE TABLE submission_reading (
  submission_no INTEGER PRIMARY KEY REFERENCES submission (submission_no)
    DEFERRABLE INITIALLY DEFERRED,
  profile TEXT, -- a profile file
  sheet TEXT,
  CHECK (profile IS NOT NULL OR sheet IS NOT NULL)
) STRICT;

-- What open submissions are about, so that nobody submits a second list of the same payments. Like a
-- step, a reservation names what it belongs to without a foreign key; `verify` checks it.
CREATE TABLE reservation (
  month INTEGER NOT NULL CHECK (month BETWEEN 190001 AND 219912),
  person INTEGER NOT NULL CHECK (person BETWEEN 0 AND 1009999999999),
  benefit_id INTEGER NOT NULL CHECK (benefit_id BETWEEN 1 AND 15),
  occurrence INTEGER NOT NULL CHECK (occurrence BETWEEN 1 AND 255),
  submission_no INTEGER NOT NULL CHECK (submission_no >= 1),
  file_line INTEGER NOT NULL CHECK (file_line >= 0), -- where the file has it
  PRIMARY KEY (month, person, benefit_id, occurrence)
) STRICT, WITHOUT ROWID;
-- A hold: a person who is not payable from a day on. A month of entitlement is held if its first day
-- is; a payment is held if its business date is.
CREATE TABLE hold (
  hold_no INTEGER PRIMARY KEY CHECK (hold_no BETWEEN 1 AND 2147483647),
  record_no INTEGER NOT NULL REFERENCES record (record_no) DEFERRABLE INITIALLY DEFERRED,
  person INTEGER NOT NULL CHECK (person BETWEEN 0 AND 1009999999999),
  hold_kind_id INTEGER NOT NULL REFERENCES hold_kind (hold_kind_id),
  reason TEXT NOT NULL CHECK (length(reason) >= 1),
  valid_from INTEGER NOT NULL CHECK (valid_from BETWEEN 19000101 AND 21991231),
  valid_to INTEGER CHECK (valid_to BETWEEN valid_from AND 21991231), -- last day; null: open
  file_line INTEGER CHECK (file_line >= 1) -- null if it was not in a list
) STRICT;
CREATE INDEX hold_by_record ON hold (record_no);
CREATE INDEX hold_by_person ON hold (person);

-- The end of a hold: from this day on the person is payable again. A later release can only end it
-- earlier.
CREATE TABLE hold_release (
  record_no INTEGER NOT NULL REFERENCES record (record_no) DEFERRABLE INITIALLY DEFERRED,
  hold_no INTEGER NOT NULL REFERENCES hold (hold_no),
  released_from INTEGER NOT NULL CHECK (released_from BETWEEN 19000101 AND 21991231),
  PRIMARY KEY (record_no, hold_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX hold_release_by_hold ON hold_release (hold_no);

-- Two numbers of one person. Numbers that are linked, directly or through others, form a group.
CREATE TABLE person_link (
  record_no INTEGER NOT NULL REFERENCES record (record_no) DEFERRABLE INITIALLY DEFERRED,
  link_no INTEGER NOT NULL CHECK (link_no >= 1), -- 1, 2, 3 ... within the record
  number_old INTEGER NOT NULL CHECK (number_old BETWEEN 0 AND 1009999999999),
  number_new INTEGER NOT NULL CHECK (number_new BETWEEN 0 AND 1009999999999),
  file_line INTEGER CHECK (file_line >= 1), -- null if it was not in a list
  PRIMARY KEY (record_no, link_no),
  CHECK (number_old <> number_new)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_link_by_old ON person_link (number_old);
CREATE INDEX person_link_by_new ON person_link (number_new);
-- A chart, whole, as the program writes it (TOML): names and numbers of accounts, rules, funds, limits
-- and approvers. The first record of a ledger is one. The last holds; the rules never change.
CREATE TABLE chart_file (
  record_no INTEGER PRIMARY KEY REFERENCES record (record_no) DEFERRABLE INITIALLY DEFERRED,
  content TEXT NOT NULL CHECK (length(content) >= 1)
) STRICT;

-- What two persons have to agree to, under four eyes, beside the lists: a chart, the end of holds, a
-- year end, the hand-over of a closed site, the links of numbers. One proposes it, another agrees by
-- the same request, and it is carried out in the same transaction. A proposal waits until somebody
-- agrees to its request.
CREATE TABLE proposal (
  record_no INTEGER PRIMARY KEY REFERENCES record (record_no) DEFERRABLE INITIALLY DEFERRED,
  user_name TEXT NOT NULL CHECK (length(user_name) >= 1), -- the same as the record's maker
  subject TEXT NOT NULL CHECK (subject IN ('chart', 'release', 'year-end', 'handover', 'link')),
  request_digest BLOB NOT NULL CHECK (length(request_digest) = 32), -- of what is to be done
  agrees_to_record_no INTEGER UNIQUE REFERENCES proposal (record_no) -- null: it proposes
) STRICT;

-- Cash that was counted at a site on a day, and what the books said: all funds together, as at that
-- day, as known at the last batch there was. What is not the same has a reason.
CREATE TABLE cash_count (
  record_no INTEGER PRIMARY KEY REFERENCES record (record_no) DEFERRABLE INITIALLY DEFERRED,
  unit_id INTEGER NOT NULL REFERENCES unit (unit_id),
  counted_on INTEGER NOT NULL CHECK (counted_on BETWEEN 19000101 AND 21991231),
  counted INTEGER NOT NULL CHECK (counted >= 0), -- dong
  expected INTEGER NOT NULL, -- dong
  known_batch_no INTEGER NOT NULL CHECK (known_batch_no >= 0), -- 0: there was none
  reason TEXT CHECK (length(reason) >= 1), -- the same as the record's
  CHECK (counted = expected OR reason IS NOT NULL)
) STRICT;
CREATE INDEX cash_count_by_unit ON cash_count (unit_id);

-- A closed year whose lines were moved into a file of their own, which lies beside the ledger; its
-- name and its SHA-256 are the record's. Its lines are those of the batches of the year's periods, but
-- for corrections by lists, which stay here. Nobody changes that file, and no period of the year opens
-- again.
CREATE TABLE archive (
  record_no INTEGER PRIMARY KEY REFERENCES record (record_no) DEFERRABLE INITIALLY DEFERRED,
  year INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 1900 AND 2199),
  file_bytes INTEGER NOT NULL CHECK (file_bytes >= 1),
  batch_count INTEGER NOT NULL CHECK (batch_count >= 1),
  line_count INTEGER NOT NULL CHECK (line_count >= batch_count),
  first_line_no INTEGER NOT NULL CHECK (first_line_no >= 1),
  last_line_no INTEGER NOT NULL CHECK (last_line_no >= first_line_no + line_count - 1),
  batches_root BLOB NOT NULL CHECK (length(batches_root) = 32) -- over the roots of the batches
) STRICT;

------------------------------------------------------------------------------------------------
-- The journal
------------------------------------------------------------------------------------------------

-- A batch: one posted file. It is whole or not there at all.
CREATE TABLE batch (
  batch_no INTEGER PRIMARY KEY CHECK (batch_no >= 1),
  event_id INTEGER NOT NULL REFERENCES event (event_id), -- every line is this event
  file_name TEXT NOT NULL,
  file_bytes INTEGER NOT NULL CHECK (file_bytes >= 0),
  file_sha256 BLOB NOT NULL CHECK (length(file_sha256) = 32),
  -- Declared by the file or its maker; null if not declared. With the event and the SHA-256 they are
  -- the identity of the file.
  reference TEXT CHECK (length(reference) BETWEEN 1 AND 64),
  declared_period INTEGER CHECK (declared_period BETWEEN 190001 AND 219912),
  declared_date INTEGER CHECK (declared_date BETWEEN 19000101 AND 21991231),
  -- In force: as declared, or by default the day of posting and its month.
  period INTEGER NOT NULL CHECK (period BETWEEN 190001 AND 219912 AND period % 100 BETWEEN 1 AND 12),
  business_date INTEGER NOT NULL CHECK (business_date BETWEEN 19000101 AND 21991231),
  maker TEXT NOT NULL CHECK (length(maker) >= 1),
  first_line_no INTEGER NOT NULL CHECK (first_line_no >= 1),
  line_count INTEGER NOT NULL CHECK (line_count >= 0), -- 0 for money that moves without a person
  first_voucher_no INTEGER NOT NULL CHECK (first_voucher_no >= 1),
  voucher_count INTEGER NOT NULL CHECK (voucher_count >= 1),
  row_count INTEGER NOT NULL CHECK (row_count >= 1), -- rows of the file, but those left out
  total INTEGER NOT NULL CHECK (total <> 0), -- sum of the rows, dong; negative only if it corrects
  -- A batch that corrects has negative amounts, and each of its lines and vouchers names another.
  is_correction INTEGER NOT NULL CHECK (is_correction IN (0, 1)),
  reverses_batch_no INTEGER UNIQUE REFERENCES batch (batch_no), -- undone as a whole, once
  reason TEXT,
  submission_record_no INTEGER UNIQUE REFERENCES record (record_no), -- under four eyes
  approvers TEXT,
  left_out INTEGER NOT NULL CHECK (left_out >= 0), -- rows of the file whose persons are held
  register_digest BLOB NOT NULL CHECK (length(register_digest) = 32),
  merkle_root BLOB NOT NULL CHECK (length(merkle_root) = 32), -- of the rows, RFC 6962
  previous_seal BLOB NOT NULL CHECK (length(previous_seal) = 32), -- zeros before the first batch
  seal BLOB NOT NULL CHECK (length(seal) = 32), -- of previous seal, header and root
  CHECK (line_count IN (0, row_count)),
  CHECK ((total < 0) = is_correction),
  CHECK (reverses_batch_no IS NULL OR is_correction),
  CHECK (is_correction = 0 OR reason IS NOT NULL),
  CHECK (declared_period IS NULL OR declared_period = period),
  CHECK (declared_date IS NULL OR declared_date = business_date)
) STRICT;
-- A reference is given once for an event, and the same bytes under the same identity are posted once;
-- both may be given again once the batch that had them is undone (see batch_identity_once).
CREATE INDEX batch_by_reference ON batch (event_id, is_correction, reference)
  WHERE reference IS NOT NULL;
CREATE INDEX batch_by_identity ON batch (event_id, is_correction, file_bytes, file_sha256,
  ifnull(reference, ''), ifnull(declared_period, 0), ifnull(declared_date, 0));
CREATE INDEX batch_by_date ON batch (business_date);
CREATE INDEX batch_by_total ON batch (event_id, is_correction, total, row_count);

-- An account: a code of the chart, a fund and, for some codes, a unit.
CREATE TABLE account (
  account_id INTEGER PRIMARY KEY,
  chart_id INTEGER NOT NULL REFERENCES chart (chart_id),
  fund_id INTEGER NOT NULL REFERENCES fund (fund_id),
  unit_id INTEGER NOT NULL CHECK (unit_id >= 0), -- 0: the account is not kept per unit
  UNIQUE (chart_id, fund_id, unit_id),
  UNIQUE (account_id, fund_id), -- so that a voucher can name an account of its own fund only
  CHECK ((unit_id > 0) = (chart_id IN (2, 3, 4, 5, 6, 7, 11)))
) STRICT;

-- A voucher (chung tu): one account debited, one credited, one amount. It cannot be unbalanced, and
-- both accounts are of one fund. Its lines are attached and add up to it; a movement of money
-- without a person is a voucher with its file line and document, and has no lines.
CREATE TABLE voucher (
  voucher_no INTEGER PRIMARY KEY CHECK (voucher_no >= 1),
  batch_no INTEGER NOT NULL REFERENCES batch (batch_no),
  debit_account_id INTEGER NOT NULL,
  credit_account_id INTEGER NOT NULL,
  fund_id INTEGER NOT NULL REFERENCES fund (fund_id),
  unit_id INTEGER CHECK (unit_id > 0), -- whose money it is; null for an opening without a unit
  benefit_id INTEGER REFERENCES benefit (benefit_id),
  channel_id INTEGER REFERENCES channel (channel_id),
  month INTEGER CHECK (month BETWEEN 190001 AND 219912), -- of entitlement
  amount INTEGER NOT NULL CHECK (amount <> 0), -- dong; negative only if it corrects
  line_count INTEGER NOT NULL, -- lines attached; 0 for a movement, negative if it corrects
  corrects_voucher_no INTEGER REFERENCES voucher (voucher_no),
  file_line INTEGER CHECK (file_line >= 1), -- of a movement
  document TEXT, -- of a movement, as written
  FOREIGN KEY (debit_account_id, fund_id) REFERENCES account (account_id, fund_id),
  FOREIGN KEY (credit_account_id, fund_id) REFERENCES account (account_id, fund_id),
  CHECK (debit_account_id <> credit_account_id),
  CHECK ((amount < 0) = (corrects_voucher_no IS NOT NULL)),
  CHECK ((line_count = 0) = (file_line IS NOT NULL)),
  CHECK (line_count = 0 OR (line_count < 0) = (amount < 0)),
  CHECK (document IS NULL OR line_count = 0)
) STRICT;
CREATE INDEX voucher_by_corrected ON voucher (corrects_voucher_no)
  WHERE corrects_voucher_no IS NOT NULL;

-- A line: one row of a payment list, as written. Its texts are the payee's bank account, name and
-- documents; unit, channel and fund are filled in from the obligation where the row left them out.
-- voucher_no and batch_no name rows that exist; that is checked by the program as it posts and by
-- `verify`, not by a foreign key, which would cost two look-ups for each of millions of lines.
CREATE TABLE line (
  line_no INTEGER PRIMARY KEY CHECK (line_no >= 1),
  batch_no INTEGER NOT NULL,
  voucher_no INTEGER NOT NULL,
  file_line INTEGER NOT NULL,
  person INTEGER NOT NULL, -- 12 digits: the number; 10 digits: the number plus 10^12
  month INTEGER NOT NULL,
  benefit_id INTEGER NOT NULL,
  occurrence INTEGER NOT NULL,
  amount INTEGER NOT NULL CHECK (amount <> 0 AND (amount < 0) = (corrects_line_no IS NOT NULL)),
  unit_id INTEGER NOT NULL,
  channel_id INTEGER NOT NULL,
  fund_id INTEGER NOT NULL,
  account TEXT,
  name TEXT,
  document TEXT,
  reason TEXT,
  obligor INTEGER, -- the linked number under which the obligation is kept; null if it is person
  corrects_line_no INTEGER -- the line whose step this one undoes
) STRICT;

-- A step in the life of an obligation, clustered by what is owed to whom. The primary key refuses
-- a second `due`; the CHECK refuses what the state table does not have; the trigger step_follows
-- refuses a step that does not continue from the one before. A step with a negative amount undoes
-- the latest step that still counts. The steps can be rebuilt from the lines.
CREATE TABLE step (
  month INTEGER NOT NULL CHECK (month BETWEEN 190001 AND 219912),
  person INTEGER NOT NULL CHECK (person BETWEEN 0 AND 1009999999999),
  benefit_id INTEGER NOT NULL CHECK (benefit_id BETWEEN 1 AND 15),
  occurrence INTEGER NOT NULL CHECK (occurrence BETWEEN 1 AND 255),
  step_no INTEGER NOT NULL CHECK (step_no >= 1),
  event_id INTEGER NOT NULL,
  from_state_id INTEGER NOT NULL,
  to_state_id INTEGER NOT NULL,
  amount INTEGER NOT NULL CHECK (amount <> 0 AND (amount < 0) = (corrects_step_no IS NOT NULL)),
  unit_id INTEGER NOT NULL CHECK (unit_id > 0), -- the latest instruction: unit, channel and fund
  channel_id INTEGER NOT NULL CHECK (channel_id BETWEEN 1 AND 4),
  fund_id INTEGER NOT NULL CHECK (fund_id BETWEEN 1 AND 6),
  line_no INTEGER NOT NULL CHECK (line_no >= 1),
  remainder INTEGER CHECK (remainder >= 0), -- what is open after it; null if it is the amount
  corrects_step_no INTEGER CHECK (corrects_step_no BETWEEN 1 AND step_no - 1),
  PRIMARY KEY (month, person, benefit_id, occurrence, step_no),
  CHECK ((step_no = 1) = (from_state_id = 0)),
  CHECK (corrects_step_no IS NULL OR remainder IS NOT NULL),
  CHECK (CASE WHEN corrects_step_no IS NULL THEN
    CASE event_id
      WHEN 8 THEN from_state_id IN (0, 5) AND to_state_id = 1
      WHEN 9 THEN from_state_id IN (1, 3, 8) AND to_state_id = 2
      WHEN 10 THEN from_state_id = 1 AND to_state_id = 3
      WHEN 11 THEN from_state_id = 2 AND to_state_id = 3
      WHEN 12 THEN from_state_id = 3 AND to_state_id = 2
      WHEN 13 THEN from_state_id IN (1, 3, 8) AND to_state_id = 4
      WHEN 14 THEN from_state_id = 2 AND to_state_id = 6
      WHEN 15 THEN from_state_id = 6 AND to_state_id IN (6, 7)
      WHEN 16 THEN from_state_id IN (1, 3, 6, 8) AND to_state_id = from_state_id
      WHEN 17 THEN from_state_id = 1 AND to_state_id = 1
      WHEN 18 THEN from_state_id IN (1, 3) AND to_state_id = 8
      WHEN 19 THEN from_state_id = 6 AND to_state_id IN (6, 7)
      ELSE 0 END
    ELSE CASE event_id
      WHEN 8 THEN from_state_id = 1 AND to_state_id = 5
      WHEN 9 THEN from_state_id = 2 AND to_state_id IN (1, 3, 8)
      WHEN 10 THEN from_state_id = 3 AND to_state_id = 1
      WHEN 11 THEN from_state_id = 3 AND to_state_id = 2
      WHEN 12 THEN from_state_id = 2 AND to_state_id = 3
      WHEN 13 THEN from_state_id = 4 AND to_state_id IN (1, 3, 8)
      WHEN 14 THEN from_state_id = 6 AND to_state_id = 2
      WHEN 15 THEN from_state_id IN (6, 7) AND to_state_id = 6
      WHEN 16 THEN from_state_id IN (1, 3, 6, 8) AND to_state_id = from_state_id
      WHEN 17 THEN from_state_id = 1 AND to_state_id = 1
      WHEN 18 THEN from_state_id = 8 AND to_state_id IN (1, 3)
      WHEN 19 THEN from_state_id IN (6, 7) AND to_state_id = 6
      ELSE 0 END
    END)
) STRICT, WITHOUT ROWID;

-- The opening balance of an account, once; again only after the voucher of the first is corrected.
CREATE TABLE opening (
  voucher_no INTEGER PRIMARY KEY REFERENCES voucher (voucher_no),
  account_id INTEGER NOT NULL REFERENCES account (account_id)
) STRICT;
CREATE INDEX opening_by_account ON opening (account_id);

-- Four counters for each account and accounting period. They only grow, in the transaction that
-- posts, and can be added up again from the vouchers. Gross turnover is debit and credit; net is
-- gross less reversed.
CREATE TABLE balance (
  account_id INTEGER NOT NULL REFERENCES account (account_id),
  period INTEGER NOT NULL CHECK (period BETWEEN 190001 AND 219912),
  debit INTEGER NOT NULL CHECK (debit >= 0),
  credit INTEGER NOT NULL CHECK (credit >= 0),
  debit_reversed INTEGER NOT NULL CHECK (debit_reversed >= 0), -- perhaps of an earlier period
  credit_reversed INTEGER NOT NULL CHECK (credit_reversed >= 0),
  PRIMARY KEY (account_id, period)
) STRICT, WITHOUT ROWID;

------------------------------------------------------------------------------------------------
-- The bank: what it says of an account, which of our vouchers each booking is, and what is open
------------------------------------------------------------------------------------------------

-- A bank's statement of the account of a fund; a notice or a report on an order has no balances.
CREATE TABLE statement (
  statement_no INTEGER PRIMARY KEY CHECK (statement_no >= 1),
  record_no INTEGER NOT NULL REFERENCES record (record_no) DEFERRABLE INITIALLY DEFERRED,
  fund_id INTEGER NOT NULL REFERENCES fund (fund_id),
  format TEXT NOT NULL CHECK (format IN ('camt.053', 'camt.054', 'pain.002', 'mt940', 'csv')),
  bank_id TEXT NOT NULL, -- as the bank names it; may be empty
  account TEXT NOT NULL, -- as the bank writes it; may be empty
  opening INTEGER, -- booked balances in dong; null of a notice
  closing INTEGER,
  opening_date INTEGER CHECK (opening_date BETWEEN 19000101 AND 21991231),
  closing_date INTEGER CHECK (closing_date BETWEEN 19000101 AND 21991231),
  entry_count INTEGER NOT NULL CHECK (entry_count >= 0),
  total INTEGER NOT NULL, -- of the entries
  other_account INTEGER NOT NULL CHECK (other_account IN (0, 1)), -- 1: said to be a further account
  CHECK ((opening IS NULL) = (closing IS NULL)),
  CHECK (opening IS NULL OR opening + total = closing)
) STRICT;
CREATE INDEX statement_by_record ON statement (record_no);
CREATE INDEX statement_by_fund ON statement (fund_id, closing_date);

-- What the bank booked: a booking, or each payment of a batch booking if the bank lists them.
CREATE TABLE bank_entry (
  entry_no INTEGER PRIMARY KEY CHECK (entry_no >= 1),
  record_no INTEGER NOT NULL REFERENCES record (record_no) DEFERRABLE INITIALLY DEFERRED,
  statement_no INTEGER NOT NULL REFERENCES statement (statement_no),
  booking_no INTEGER NOT NULL CHECK (booking_no >= 1), -- which booking of the statement
  file_line INTEGER NOT NULL CHECK (file_line >= 1),
  booked INTEGER NOT NULL CHECK (booked BETWEEN 19000101 AND 21991231),
  value_date INTEGER NOT NULL CHECK (value_date BETWEEN 19000101 AND 21991231),
  amount INTEGER NOT NULL, -- dong; in is positive; 0 in a report that does not say
  end_to_end TEXT,
  order_id TEXT,
  bank_reference TEXT,
  counterparty TEXT,
  description TEXT,
  reason TEXT -- why it came back, as a code of ISO 20022
) STRICT;
CREATE INDEX bank_entry_by_record ON bank_entry (record_no);
CREATE INDEX bank_entry_by_statement ON bank_entry (statement_no);

-- Entries and vouchers or lines that are the same money, and the rule that says so.
CREATE TABLE bank_match (
  match_no INTEGER PRIMARY KEY CHECK (match_no >= 1),
  record_no INTEGER NOT NULL REFERENCES record (record_no) DEFERRABLE INITIALLY DEFERRED,
  rule TEXT NOT NULL CHECK (rule IN ('end-to-end', 'order', 'document', 'batch-total',
    'several-entries', 'amount-and-date', 'not-executed', 'by-voucher', 'by-hand')),
  is_notice INTEGER NOT NULL CHECK (is_notice IN (0, 1)), -- of a notice; statements match again
  instead TEXT, -- what else it could have been
  reason TEXT, -- why, if it was matched by hand
  CHECK ((rule IN ('by-voucher', 'by-hand')) = (reason IS NOT NULL))
) STRICT;
CREATE INDEX bank_match_by_record ON bank_match (record_no);

-- One side of a match: an entry of the bank, or a voucher of ours or one line of it. The amounts of
-- the entries are those of the vouchers.
CREATE TABLE bank_match_side (
  match_no INTEGER NOT NULL REFERENCES bank_match (match_no) DEFERRABLE INITIALLY DEFERRED,
  side_no INTEGER NOT NULL CHECK (side_no >= 1),
  record_no INTEGER NOT NULL REFERENCES record (record_no) DEFERRABLE INITIALLY DEFERRED,
  entry_no INTEGER REFERENCES bank_entry (entry_no),
  voucher_no INTEGER REFERENCES voucher (voucher_no),
  line_no INTEGER,
  amount INTEGER NOT NULL CHECK (amount <> 0), -- dong; in is positive
  PRIMARY KEY (match_no, side_no),
  CHECK ((entry_no IS NULL) <> (voucher_no IS NULL)),
  CHECK (line_no IS NULL OR voucher_no IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX bank_match_side_by_record ON bank_match_side (record_no);
CREATE UNIQUE INDEX bank_match_side_by_entry ON bank_match_side (entry_no)
  WHERE entry_no IS NOT NULL;
CREATE INDEX bank_match_side_by_voucher ON bank_match_side (voucher_no)
  WHERE voucher_no IS NOT NULL;
CREATE INDEX bank_match_side_by_line ON bank_match_side (line_no) WHERE line_no IS NOT NULL;

-- An entry that was not matched when it was first looked at. It stays, whatever becomes of it.
CREATE TABLE bank_exception (
  exception_no INTEGER PRIMARY KEY CHECK (exception_no >= 1),
  record_no INTEGER NOT NULL REFERENCES record (record_no) DEFERRABLE INITIALLY DEFERRED,
  entry_no INTEGER NOT NULL UNIQUE REFERENCES bank_entry (entry_no),
  kind TEXT NOT NULL CHECK (kind IN ('unmatched', 'ambiguous', 'amount-differs', 'twice',
    'returned', 'not-paid', 'order-rejected')),
  suggestion TEXT NOT NULL CHECK (length(suggestion) >= 1)
) STRICT;
CREATE INDEX bank_exception_by_record ON bank_exception (record_no);

-- What was done about an exception: who sees to it, or why nothing is left to do. A voucher or a
-- match by hand is a match.
CREATE TABLE exception_step (
  record_no INTEGER PRIMARY KEY REFERENCES record (record_no) DEFERRABLE INITIALLY DEFERRED,
  exception_no INTEGER NOT NULL REFERENCES bank_exception (exception_no),
  action TEXT NOT NULL CHECK (action IN ('assigned', 'noted')),
  owner TEXT CHECK (length(owner) BETWEEN 1 AND 64),
  CHECK ((action = 'assigned') = (owner IS NOT NULL))
) STRICT;
CREATE INDEX exception_step_by_exception ON exception_step (exception_no);

------------------------------------------------------------------------------------------------
-- Append-only: no UPDATE, no DELETE, no INSERT OR REPLACE, no gaps
------------------------------------------------------------------------------------------------

-- Numbers run without gaps; so a number that exists is refused too.
CREATE TRIGGER batch_follows BEFORE INSERT ON batch
WHEN NEW.batch_no <> 1 + ifnull((SELECT max(batch_no) FROM batch), 0)
  OR NEW.previous_seal <> ifnull((SELECT seal FROM batch WHERE batch_no = NEW.batch_no - 1),
    zeroblob(32))
  OR NEW.first_line_no <> ifnull((SELECT first_line_no + line_count FROM batch
    WHERE batch_no = NEW.batch_no - 1), 1)
  OR NEW.first_voucher_no <> ifnull((SELECT first_voucher_no + voucher_count FROM batch
    WHERE batch_no = NEW.batch_no - 1), 1)
BEGIN SELECT raise(ABORT, 'batch: does not follow the batch before it'); END;

-- What was posted under an identity or a reference can be posted again only when nothing of it stands:
-- after it was reversed, or after lists undid every line of it.
CREATE TRIGGER batch_identity_once BEFORE INSERT ON batch
WHEN EXISTS (SELECT 1 FROM (
    SELECT batch_no FROM batch WHERE event_id = NEW.event_id
      AND is_correction = NEW.is_correction AND file_bytes = NEW.file_bytes
      AND file_sha256 = NEW.file_sha256 AND ifnull(reference, '') = ifnull(NEW.reference, '')
      AND ifnull(declared_period, 0) = ifnull(NEW.declared_period, 0)
      AND ifnull(declared_date, 0) = ifnull(NEW.declared_date, 0)
    UNION ALL SELECT batch_no FROM batch WHERE event_id = NEW.event_id
      AND is_correction = NEW.is_correction AND reference = NEW.reference
  ) JOIN batch e USING (batch_no)
  WHERE NOT EXISTS (SELECT 1 FROM batch r WHERE r.reverses_batch_no = e.batch_no)
    AND (e.line_count = 0 OR e.line_count > (SELECT count(*) FROM batch c
        JOIN line l ON l.line_no >= c.first_line_no AND l.line_no < c.first_line_no + c.line_count
      WHERE c.event_id = e.event_id AND c.is_correction = 1 AND c.reverses_batch_no IS NULL
        AND c.batch_no > e.batch_no AND l.corrects_line_no >= e.first_line_no
        AND l.corrects_line_no < e.first_line_no + e.line_count)))
BEGIN SELECT raise(ABORT, 'batch: the identity or the reference exists'); END;

-- A batch is reversed once, by a batch of the same event, and a reversal is not itself reversed.
CREATE TRIGGER batch_reversed_once BEFORE INSERT ON batch
WHEN NEW.reverses_batch_no IS NOT NULL AND NOT EXISTS (SELECT 1 FROM batch b
    WHERE b.batch_no = NEW.reverses_batch_no AND b.is_correction = 0
      AND b.event_id = NEW.event_id AND b.total = -NEW.total AND NOT EXISTS (
        SELECT 1 FROM batch r WHERE r.reverses_batch_no = b.batch_no))
BEGIN SELECT raise(ABORT, 'batch: cannot be reversed, or is already'); END;

-- A closed period takes no batch, a soft-closed one corrections and the year end.
CREATE TRIGGER batch_period_open BEFORE INSERT ON batch
WHEN CASE (SELECT state FROM period_change WHERE period = NEW.period
      ORDER BY record_no DESC LIMIT 1)
    WHEN 'open' THEN 0
    WHEN 'soft-closed' THEN NEW.is_correction = 0 AND NEW.event_id <> 24
    WHEN 'closed' THEN 1
    WHEN 'reopen-requested' THEN 1
    ELSE EXISTS (SELECT 1 FROM period_change c WHERE c.period > NEW.period
      AND c.state IN ('closed', 'reopen-requested') AND NOT EXISTS (SELECT 1 FROM period_change d
        WHERE d.period = c.period AND d.record_no > c.record_no))
    END
BEGIN SELECT raise(ABORT, 'batch: its period is closed'); END;
-- Under four eyes a batch is what was submitted, and the last approval it needs is there already. What
-- the program works out itself from balances (handover, year-end) is proposed and agreed to instead;
-- undoing it is submitted.
CREATE TRIGGER batch_approved BEFORE INSERT ON batch
WHEN (SELECT control FROM ledger) = 'four-eyes'
  AND (NEW.event_id NOT IN (23, 24) OR NEW.is_correction) AND NOT EXISTS (
    SELECT 1 FROM submission s JOIN decision d USING (submission_no)
    WHERE s.record_no = NEW.submission_record_no AND d.outcome = 'posted'
      AND d.merkle_root = NEW.merkle_root AND s.merkle_root = NEW.merkle_root
      AND s.event_id = NEW.event_id AND s.file_sha256 = NEW.file_sha256
      AND s.row_count = NEW.row_count AND s.total = NEW.total AND s.maker = NEW.maker
      AND s.period = NEW.period AND s.business_date = NEW.business_date)
BEGIN SELECT raise(ABORT, 'batch: is not what was submitted and approved'); END;

-- Under four eyes one proposes a year end or a hand-over, and another's agreement is the last record
-- before it.
CREATE TRIGGER batch_agreed BEFORE INSERT ON batch
WHEN (SELECT control FROM ledger) = 'four-eyes' AND NEW.event_id IN (23, 24)
  AND NEW.is_correction = 0
  AND NOT EXISTS (
    SELECT 1 FROM proposal a JOIN record r USING (record_no)
      JOIN proposal p ON p.record_no = a.agrees_to_record_no
    WHERE a.subject = CASE NEW.event_id WHEN 23 THEN 'handover' ELSE 'year-end' END
      AND r.record_digest = NEW.register_digest
      AND p.record_no = NEW.submission_record_no AND p.user_name = NEW.maker
      AND a.user_name = NEW.approvers)
BEGIN SELECT raise(ABORT, 'batch: nobody agreed to this year end or hand-over'); END;

CREATE TRIGGER voucher_follows BEFORE INSERT ON voucher
WHEN NEW.voucher_no <> 1 + ifnull((SELECT max(voucher_no) FROM voucher), 0)
BEGIN SELECT raise(ABORT, 'voucher: does not follow the voucher before it'); END;

-- The two big tables are guarded row by row as well. They roll the whole transaction back: to undo one
-- statement alone, as ABORT does, SQLite would save pages before each of millions of inserts.
CREATE TRIGGER line_once BEFORE INSERT ON line
WHEN EXISTS (SELECT 1 FROM line WHERE line_no = NEW.line_no)
BEGIN SELECT raise(ROLLBACK, 'line: exists'); END;

-- A correction moves the same money between the same accounts back.
CREATE TRIGGER voucher_corrects BEFORE INSERT ON voucher
WHEN NEW.corrects_voucher_no IS NOT NULL AND NOT EXISTS (SELECT 1 FROM voucher v
    WHERE v.voucher_no = NEW.corrects_voucher_no AND v.corrects_voucher_no IS NULL
      AND v.debit_account_id = NEW.debit_account_id
      AND v.credit_account_id = NEW.credit_account_id AND v.amount >= -NEW.amount)
BEGIN SELECT raise(ABORT, 'voucher: is not that which it corrects'); END;

-- A step is numbered one more than the last of its obligation and begins in the state that one led
-- to; the first is number 1 and begins in state 0. One look-up answers all, and refuses a key that
-- exists.
CREATE TRIGGER step_follows BEFORE INSERT ON step
WHEN NEW.step_no * 16 + NEW.from_state_id <> ifnull((
    SELECT (step_no + 1) * 16 + to_state_id FROM step
    WHERE month = NEW.month AND person = NEW.person AND benefit_id = NEW.benefit_id
      AND occurrence = NEW.occurrence
    ORDER BY step_no DESC LIMIT 1), 16)
BEGIN SELECT raise(ROLLBACK, 'step: does not continue from the step before it'); END;

-- A correction undoes a step that no other undid: the same event, the same money, and back.
CREATE TRIGGER step_corrects BEFORE INSERT ON step
WHEN NEW.corrects_step_no IS NOT NULL AND NOT EXISTS (SELECT 1 FROM step s
    WHERE s.month = NEW.month AND s.person = NEW.person AND s.benefit_id = NEW.benefit_id
      AND s.occurrence = NEW.occurrence AND s.step_no = NEW.corrects_step_no
      AND s.corrects_step_no IS NULL AND s.event_id = NEW.event_id AND s.amount = -NEW.amount
      AND s.to_state_id = NEW.from_state_id
      AND NEW.to_state_id = CASE s.from_state_id WHEN 0 THEN 5 ELSE s.from_state_id END
      AND NOT EXISTS (SELECT 1 FROM step c
        WHERE c.month = NEW.month AND c.person = NEW.person AND c.benefit_id = NEW.benefit_id
          AND c.occurrence = NEW.occurrence AND c.corrects_step_no = NEW.corrects_step_no))
BEGIN SELECT raise(ROLLBACK, 'step: does not undo a step that counts'); END;

CREATE TRIGGER opening_once BEFORE INSERT ON opening
WHEN EXISTS (SELECT 1 FROM opening o WHERE o.voucher_no = NEW.voucher_no
  OR (o.account_id = NEW.account_id AND NOT EXISTS (
    SELECT 1 FROM voucher v WHERE v.corrects_voucher_no = o.voucher_no)))
BEGIN SELECT raise(ABORT, 'opening: the account has its opening balance'); END;

CREATE TRIGGER account_once BEFORE INSERT ON account
WHEN EXISTS (SELECT 1 FROM account WHERE account_id = NEW.account_id
  OR (chart_id = NEW.chart_id AND fund_id = NEW.fund_id AND unit_id = NEW.unit_id))
  OR (NEW.unit_id > 0 AND NOT EXISTS (SELECT 1 FROM unit WHERE unit_id = NEW.unit_id))
BEGIN SELECT raise(ABORT, 'account: exists, or its unit does not'); END;

CREATE TRIGGER ledger_once BEFORE INSERT ON ledger
WHEN EXISTS (SELECT 1 FROM ledger)
BEGIN SELECT raise(ABORT, 'ledger: exists'); END;

CREATE TRIGGER unit_follows BEFORE INSERT ON unit
WHEN NEW.unit_id <> 1 + ifnull((SELECT max(unit_id) FROM unit), 0)
BEGIN SELECT raise(ABORT, 'unit: does not follow the unit before it'); END;

CREATE TRIGGER record_follows BEFORE INSERT ON record
WHEN NEW.record_no <> 1 + ifnull((SELECT max(record_no) FROM record), 0)
BEGIN SELECT raise(ABORT, 'record: does not follow the record before it'); END;

-- A version begins after the one before it. A code belongs to one unit at a time: another may have it
-- once the unit that had it ended or took another code.
CREATE TRIGGER unit_version_follows BEFORE INSERT ON unit_version
WHEN NEW.version_no <> 1 + ifnull((SELECT max(version_no) FROM unit_version
    WHERE unit_id = NEW.unit_id), 0)
  OR NEW.valid_from <= (SELECT valid_from FROM unit_version
    WHERE unit_id = NEW.unit_id AND version_no = NEW.version_no - 1)
  OR EXISTS (SELECT 1 FROM unit_version o
    LEFT JOIN unit_version n ON n.unit_id = o.unit_id AND n.version_no = o.version_no + 1
    WHERE o.code = NEW.code AND o.unit_id <> NEW.unit_id
      AND o.valid_from <= ifnull(NEW.valid_to, 99999999)
      AND NEW.valid_from <= ifnull(o.valid_to, 99999999)
      AND NEW.valid_from < ifnull(n.valid_from, 99999999))
BEGIN SELECT raise(ABORT, 'unit_version: does not follow the version before it'); END;

-- A change comes after those before it and changes something; a closed period is what is reopened.
CREATE TRIGGER period_change_follows BEFORE INSERT ON period_change
WHEN NEW.record_no <= ifnull((SELECT max(record_no) FROM period_change), 0)
  OR NEW.state = (SELECT CASE WHEN c.state = 'reopen-requested' AND EXISTS (
        SELECT 1 FROM record r JOIN user_key k ON k.user_name = r.maker
        WHERE r.record_no = c.record_no AND k.record_no > c.record_no)
      THEN 'lapsed' ELSE c.state END
    FROM period_change c WHERE c.period = NEW.period ORDER BY c.record_no DESC LIMIT 1)
  OR (NEW.state = 'reopen-requested' AND (SELECT state FROM period_change
    WHERE period = NEW.period ORDER BY record_no DESC LIMIT 1) IN ('open', 'soft-closed'))
BEGIN SELECT raise(ABORT, 'period_change: does not follow the change before it'); END;
-- Under four eyes somebody asks to reopen a closed period before another does, and has his key still.
CREATE TRIGGER period_change_agreed BEFORE INSERT ON period_change
WHEN NEW.state = 'open' AND (SELECT control FROM ledger) = 'four-eyes'
  AND (ifnull((SELECT state FROM period_change WHERE period = NEW.period
      ORDER BY record_no DESC LIMIT 1), 'closed') = 'closed'
    OR EXISTS (SELECT 1 FROM period_change c JOIN record r USING (record_no)
        JOIN user_key k ON k.user_name = r.maker
      WHERE c.period = NEW.period AND c.state = 'reopen-requested' AND k.record_no > c.record_no
        AND NOT EXISTS (SELECT 1 FROM period_change d
          WHERE d.period = c.period AND d.record_no > c.record_no)))
BEGIN SELECT raise(ABORT, 'period_change: nobody asked to reopen this period'); END;
-- The lines of an archived year are in a file that nobody changes, so nothing is posted in it again.
CREATE TRIGGER period_change_archived BEFORE INSERT ON period_change
WHEN NEW.state <> 'closed' AND EXISTS (SELECT 1 FROM archive WHERE year = NEW.period / 100)
BEGIN SELECT raise(ABORT, 'period_change: the year is archived'); END;
CREATE TRIGGER archive_follows BEFORE INSERT ON archive
WHEN NEW.record_no <= ifnull((SELECT max(record_no) FROM archive), 0)
  OR EXISTS (SELECT 1 FROM archive WHERE year = NEW.year)
BEGIN SELECT raise(ABORT, 'archive: does not follow the archive before it'); END;
CREATE TRIGGER user_key_once BEFORE INSERT ON user_key
WHEN EXISTS (SELECT 1 FROM user_key
    WHERE record_no = NEW.record_no OR public_key = NEW.public_key)
BEGIN SELECT raise(ABORT, 'user_key: exists'); END;

CREATE TRIGGER submission_follows BEFORE INSERT ON submission
WHEN NEW.submission_no <> 1 + ifnull((SELECT max(submission_no) FROM submission), 0)
  OR EXISTS (SELECT 1 FROM submission WHERE record_no = NEW.record_no)
BEGIN SELECT raise(ABORT, 'submission: does not follow the submission before it'); END;

-- Nobody approves what he made, nobody approves twice, and what is closed is not decided again. What
-- somebody made or approved whose key was taken out of use since is approved by nobody.
CREATE TRIGGER decision_follows BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE record_no = NEW.record_no)
  OR EXISTS (SELECT 1 FROM decision
    WHERE submission_no = NEW.submission_no AND outcome <> 'approved')
  OR (NEW.outcome IN ('approved', 'posted') AND EXISTS (SELECT 1 FROM submission
    WHERE submission_no = NEW.submission_no
      AND (maker = NEW.user_name OR merkle_root <> NEW.merkle_root)))
  OR (NEW.outcome IN ('approved', 'posted') AND EXISTS (SELECT 1 FROM decision
    WHERE submission_no = NEW.submission_no AND user_name = NEW.user_name))
  OR (NEW.outcome IN ('approved', 'posted') AND (
    EXISTS (SELECT 1 FROM submission s JOIN user_key k ON k.user_name = s.maker
      WHERE s.submission_no = NEW.submission_no AND k.record_no > s.record_no)
    OR EXISTS (SELECT 1 FROM decision d JOIN user_key k ON k.user_name = d.user_name
      WHERE d.submission_no = NEW.submission_no AND k.record_no > d.record_no)))
  OR (NEW.outcome = 'posted' AND EXISTS (SELECT 1 FROM submission s
    WHERE s.submission_no = NEW.submission_no AND s.approvers_needed > 1 + (
      SELECT count(*) FROM decision d
      WHERE d.submission_no = NEW.submission_no AND d.outcome = 'approved')))
BEGIN SELECT raise(ABORT, 'decision: the maker, a second time, or closed already'); END;

CREATE TRIGGER submission_chunk_once BEFORE INSERT ON submission_chunk
WHEN EXISTS (SELECT 1 FROM submission_chunk
    WHERE submission_no = NEW.submission_no AND chunk_no = NEW.chunk_no)
  OR EXISTS (SELECT 1 FROM decision
    WHERE submission_no = NEW.submission_no AND outcome <> 'approved')
BEGIN SELECT raise(ABORT, 'submission_chunk: exists, or the submission is closed'); END;
CREATE TRIGGER submission_reading_once BEFORE INSERT ON submission_reading
WHEN EXISTS (SELECT 1 FROM submission_reading WHERE submission_no = NEW.submission_no)
  OR EXISTS (SELECT 1 FROM decision
    WHERE submission_no = NEW.submission_no AND outcome <> 'approved')
BEGIN SELECT raise(ABORT, 'submission_reading: exists, or the submission is closed'); END;

-- It ends the statement and leaves the transaction as it is: the program goes on to the next row, so
-- that it can name every payment that is taken.
CREATE TRIGGER reservation_once BEFORE INSERT ON reservation
WHEN EXISTS (SELECT 1 FROM reservation WHERE month = NEW.month AND person = NEW.person
    AND benefit_id = NEW.benefit_id AND occurrence = NEW.occurrence)
BEGIN SELECT raise(FAIL, 'reservation: another submission has it'); END;
CREATE TRIGGER hold_follows BEFORE INSERT ON hold
WHEN NEW.hold_no <> 1 + ifnull((SELECT max(hold_no) FROM hold), 0)
BEGIN SELECT raise(ABORT, 'hold: does not follow the hold before it'); END;

CREATE TRIGGER hold_release_earlier BEFORE INSERT ON hold_release
WHEN EXISTS (SELECT 1 FROM hold_release WHERE hold_no = NEW.hold_no
  AND released_from <= NEW.released_from)
BEGIN SELECT raise(ABORT, 'hold_release: the hold is released by then'); END;

CREATE TRIGGER person_link_follows BEFORE INSERT ON person_link
WHEN NEW.link_no <> 1 + ifnull((SELECT max(link_no) FROM person_link
  WHERE record_no = NEW.record_no), 0)
BEGIN SELECT raise(ABORT, 'person_link: does not follow the link before it'); END;
CREATE TRIGGER statement_follows BEFORE INSERT ON statement
WHEN NEW.statement_no <> 1 + ifnull((SELECT max(statement_no) FROM statement), 0)
BEGIN SELECT raise(ABORT, 'statement: does not follow the statement before it'); END;
CREATE TRIGGER bank_entry_follows BEFORE INSERT ON bank_entry
WHEN NEW.entry_no <> 1 + ifnull((SELECT max(entry_no) FROM bank_entry), 0)
BEGIN SELECT raise(ABORT, 'bank_entry: does not follow the entry before it'); END;
CREATE TRIGGER bank_match_follows BEFORE INSERT ON bank_match
WHEN NEW.match_no <> 1 + ifnull((SELECT max(match_no) FROM bank_match), 0)
BEGIN SELECT raise(ABORT, 'bank_match: does not follow the match before it'); END;
CREATE TRIGGER bank_match_side_follows BEFORE INSERT ON bank_match_side
WHEN NEW.side_no <> 1 + ifnull((SELECT max(side_no) FROM bank_match_side
    WHERE match_no = NEW.match_no), 0)
  OR EXISTS (SELECT 1 FROM bank_match_side WHERE entry_no = NEW.entry_no)
  OR EXISTS (SELECT 1 FROM bank_entry JOIN statement_withdrawal USING (statement_no)
    WHERE entry_no = NEW.entry_no)
BEGIN SELECT raise(ABORT, 'bank_match_side: matched before, withdrawn, or out of order'); END;
CREATE TRIGGER bank_exception_follows BEFORE INSERT ON bank_exception
WHEN NEW.exception_no <> 1 + ifnull((SELECT max(exception_no) FROM bank_exception), 0)
  OR EXISTS (SELECT 1 FROM bank_exception WHERE entry_no = NEW.entry_no)
BEGIN SELECT raise(ABORT, 'bank_exception: exists, or out of order'); END;
CREATE TRIGGER exception_step_follows BEFORE INSERT ON exception_step
WHEN NEW.record_no <= ifnull((SELECT max(record_no) FROM exception_step), 0)
BEGIN SELECT raise(ABORT, 'exception_step: does not follow the step before it'); END;
CREATE TRIGGER chart_file_follows BEFORE INSERT ON chart_file
WHEN NEW.record_no <= ifnull((SELECT max(record_no) FROM chart_file), 0)
BEGIN SELECT raise(ABORT, 'chart_file: does not follow the chart before it'); END;
CREATE TRIGGER cash_count_follows BEFORE INSERT ON cash_count
WHEN NEW.record_no <= ifnull((SELECT max(record_no) FROM cash_count), 0)
BEGIN SELECT raise(ABORT, 'cash_count: does not follow the count before it'); END;

-- Nobody agrees to what he proposed, nor to anything else than was proposed, nor a second time.
CREATE TRIGGER proposal_follows BEFORE INSERT ON proposal
WHEN NEW.record_no <= ifnull((SELECT max(record_no) FROM proposal), 0)
  OR (NEW.agrees_to_record_no IS NOT NULL AND NOT EXISTS (SELECT 1 FROM proposal p
    WHERE p.record_no = NEW.agrees_to_record_no AND p.agrees_to_record_no IS NULL
      AND p.subject = NEW.subject AND p.request_digest = NEW.request_digest
      AND p.user_name <> NEW.user_name
      AND NOT EXISTS (SELECT 1 FROM proposal a WHERE a.agrees_to_record_no IS NOT NULL
        AND a.request_digest = p.request_digest AND a.record_no > p.record_no)))
BEGIN SELECT raise(ABORT, 'proposal: is not open, or of the same person'); END;

-- Under four eyes the record before a chart, or before a release, is somebody's agreement to it. The
-- first chart makes the ledger.
CREATE TRIGGER chart_file_agreed BEFORE INSERT ON chart_file
WHEN (SELECT control FROM ledger) = 'four-eyes' AND EXISTS (SELECT 1 FROM chart_file)
  AND NOT EXISTS (SELECT 1 FROM proposal WHERE record_no = NEW.record_no - 1
    AND subject = 'chart' AND agrees_to_record_no IS NOT NULL)
BEGIN SELECT raise(ABORT, 'chart_file: nobody agreed to this chart'); END;

CREATE TRIGGER hold_release_agreed BEFORE INSERT ON hold_release
WHEN (SELECT control FROM ledger) = 'four-eyes'
  AND NOT EXISTS (SELECT 1 FROM proposal WHERE record_no = NEW.record_no - 1
    AND subject = 'release' AND agrees_to_record_no IS NOT NULL)
BEGIN SELECT raise(ABORT, 'hold_release: nobody agreed to this release'); END;

CREATE TRIGGER person_link_agreed BEFORE INSERT ON person_link
WHEN (SELECT control FROM ledger) = 'four-eyes'
  AND NOT EXISTS (SELECT 1 FROM proposal WHERE record_no = NEW.record_no - 1
    AND subject = 'link' AND agrees_to_record_no IS NOT NULL)
BEGIN SELECT raise(ABORT, 'person_link: nobody agreed to this link'); END;

CREATE TRIGGER balance_once BEFORE INSERT ON balance
WHEN EXISTS (SELECT 1 FROM balance WHERE account_id = NEW.account_id AND period = NEW.period)
BEGIN SELECT raise(ABORT, 'balance: exists'); END;

CREATE TRIGGER balance_grows BEFORE UPDATE ON balance
WHEN NEW.account_id <> OLD.account_id OR NEW.period <> OLD.period OR NEW.debit < OLD.debit
  OR NEW.credit < OLD.credit OR NEW.debit_reversed < OLD.debit_reversed
  OR NEW.credit_reversed < OLD.credit_reversed
BEGIN SELECT raise(ABORT, 'balance: counters only grow'); END;

CREATE TRIGGER fund_no_update BEFORE UPDATE ON fund
BEGIN SELECT raise(ABORT, 'fund: rows are never changed'); END;
CREATE TRIGGER benefit_no_update BEFORE UPDATE ON benefit
BEGIN SELECT raise(ABORT, 'benefit: rows are never changed'); END;
CREATE TRIGGER channel_no_update BEFORE UPDATE ON channel
BEGIN SELECT raise(ABORT, 'channel: rows are never changed'); END;
CREATE TRIGGER event_no_update BEFORE UPDATE ON event
BEGIN SELECT raise(ABORT, 'event: rows are never changed'); END;
CREATE TRIGGER state_no_update BEFORE UPDATE ON state
BEGIN SELECT raise(ABORT, 'state: rows are never changed'); END;
CREATE TRIGGER transition_no_update BEFORE UPDATE ON transition
BEGIN SELECT raise(ABORT, 'transition: rows are never changed'); END;
CREATE TRIGGER chart_no_update BEFORE UPDATE ON chart
BEGIN SELECT raise(ABORT, 'chart: rows are never changed'); END;
CREATE TRIGGER unit_kind_no_update BEFORE UPDATE ON unit_kind
BEGIN SELECT raise(ABORT, 'unit_kind: rows are never changed'); END;
CREATE TRIGGER hold_kind_no_update BEFORE UPDATE ON hold_kind
BEGIN SELECT raise(ABORT, 'hold_kind: rows are never changed'); END;
CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger
BEGIN SELECT raise(ABORT, 'ledger: rows are never changed'); END;
CREATE TRIGGER record_kind_no_update BEFORE UPDATE ON record_kind
BEGIN SELECT raise(ABORT, 'record_kind: rows are never changed'); END;
CREATE TRIGGER record_no_update BEFORE UPDATE ON record
BEGIN SELECT raise(ABORT, 'record: rows are never changed'); END;
CREATE TRIGGER unit_no_update BEFORE UPDATE ON unit
BEGIN SELECT raise(ABORT, 'unit: rows are never changed'); END;
CREATE TRIGGER unit_version_no_update BEFORE UPDATE ON unit_version
BEGIN SELECT raise(ABORT, 'unit_version: rows are never changed'); END;
CREATE TRIGGER period_change_no_update BEFORE UPDATE ON period_change
BEGIN SELECT raise(ABORT, 'period_change: rows are never changed'); END;
CREATE TRIGGER user_key_no_update BEFORE UPDATE ON user_key
BEGIN SELECT raise(ABORT, 'user_key: rows are never changed'); END;
CREATE TRIGGER submission_no_update BEFORE UPDATE ON submission
BEGIN SELECT raise(ABORT, 'submission: rows are never changed'); END;
CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision
BEGIN SELECT raise(ABORT, 'decision: rows are never changed'); END;
CREATE TRIGGER submission_chunk_no_update BEFORE UPDATE ON submission_chunk
BEGIN SELECT raise(ABORT, 'submission_chunk: rows are never changed'); END;
CREATE TRIGGER submission_reading_no_update BEFORE UPDATE ON submission_reading
BEGIN SELECT raise(ABORT, 'submission_reading: rows are never changed'); END;
CREATE TRIGGER reservation_no_update BEFORE UPDATE ON reservation
BEGIN SELECT raise(ABORT, 'reservation: rows are never changed'); END;
CREATE TRIGGER hold_no_update BEFORE UPDATE ON hold
BEGIN SELECT raise(ABORT, 'hold: rows are never changed'); END;
CREATE TRIGGER hold_release_no_update BEFORE UPDATE ON hold_release
BEGIN SELECT raise(ABORT, 'hold_release: rows are never changed'); END;
CREATE TRIGGER person_link_no_update BEFORE UPDATE ON person_link
BEGIN SELECT raise(ABORT, 'person_link: rows are never changed'); END;
CREATE TRIGGER chart_file_no_update BEFORE UPDATE ON chart_file
BEGIN SELECT raise(ABORT, 'chart_file: rows are never changed'); END;
CREATE TRIGGER proposal_no_update BEFORE UPDATE ON proposal
BEGIN SELECT raise(ABORT, 'proposal: rows are never changed'); END;
CREATE TRIGGER cash_count_no_update BEFORE UPDATE ON cash_count
BEGIN SELECT raise(ABORT, 'cash_count: rows are never changed'); END;
CREATE TRIGGER archive_no_update BEFORE UPDATE ON archive
BEGIN SELECT raise(ABORT, 'archive: rows are never changed'); END;
CREATE TRIGGER batch_no_update BEFORE UPDATE ON batch
BEGIN SELECT raise(ABORT, 'batch: rows are never changed'); END;
CREATE TRIGGER account_no_update BEFORE UPDATE ON account
BEGIN SELECT raise(ABORT, 'account: rows are never changed'); END;
CREATE TRIGGER voucher_no_update BEFORE UPDATE ON voucher
BEGIN SELECT raise(ABORT, 'voucher: rows are never changed'); END;
CREATE TRIGGER line_no_update BEFORE UPDATE ON line
BEGIN SELECT raise(ABORT, 'line: rows are never changed'); END;
CREATE TRIGGER step_no_update BEFORE UPDATE ON step
BEGIN SELECT raise(ABORT, 'step: rows are never changed'); END;
CREATE TRIGGER opening_no_update BEFORE UPDATE ON opening
BEGIN SELECT raise(ABORT, 'opening: rows are never changed'); END;
CREATE TRIGGER statement_no_update BEFORE UPDATE ON statement
BEGIN SELECT raise(ABORT, 'statement: rows are never changed'); END;
CREATE TRIGGER bank_entry_no_update BEFORE UPDATE ON bank_entry
BEGIN SELECT raise(ABORT, 'bank_entry: rows are never changed'); END;
CREATE TRIGGER bank_match_no_update BEFORE UPDATE ON bank_match
BEGIN SELECT raise(ABORT, 'bank_match: rows are never changed'); END;
CREATE TRIGGER bank_match_side_no_update BEFORE UPDATE ON bank_match_side
BEGIN SELECT raise(ABORT, 'bank_match_side: rows are never changed'); END;
CREATE TRIGGER bank_exception_no_update BEFORE UPDATE ON bank_exception
BEGIN SELECT raise(ABORT, 'bank_exception: rows are never changed'); END;
CREATE TRIGGER exception_step_no_update BEFORE UPDATE ON exception_step
BEGIN SELECT raise(ABORT, 'exception_step: rows are never changed'); END;
CREATE TRIGGER fund_no_delete BEFORE DELETE ON fund
BEGIN SELECT raise(ABORT, 'fund: rows are never removed'); END;
CREATE TRIGGER benefit_no_delete BEFORE DELETE ON benefit
BEGIN SELECT raise(ABORT, 'benefit: rows are never removed'); END;
CREATE TRIGGER channel_no_delete BEFORE DELETE ON channel
BEGIN SELECT raise(ABORT, 'channel: rows are never removed'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event
BEGIN SELECT raise(ABORT, 'event: rows are never removed'); END;
CREATE TRIGGER state_no_delete BEFORE DELETE ON state
BEGIN SELECT raise(ABORT, 'state: rows are never removed'); END;
CREATE TRIGGER transition_no_delete BEFORE DELETE ON transition
BEGIN SELECT raise(ABORT, 'transition: rows are never removed'); END;
CREATE TRIGGER chart_no_delete BEFORE DELETE ON chart
BEGIN SELECT raise(ABORT, 'chart: rows are never removed'); END;
CREATE TRIGGER unit_kind_no_delete BEFORE DELETE ON unit_kind
BEGIN SELECT raise(ABORT, 'unit_kind: rows are never removed'); END;
CREATE TRIGGER hold_kind_no_delete BEFORE DELETE ON hold_kind
BEGIN SELECT raise(ABORT, 'hold_kind: rows are never removed'); END;
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger
BEGIN SELECT raise(ABORT, 'ledger: rows are never removed'); END;
CREATE TRIGGER record_kind_no_delete BEFORE DELETE ON record_kind
BEGIN SELECT raise(ABORT, 'record_kind: rows are never removed'); END;
CREATE TRIGGER record_no_delete BEFORE DELETE ON record
BEGIN SELECT raise(ABORT, 'record: rows are never removed'); END;
CREATE TRIGGER unit_no_delete BEFORE DELETE ON unit
BEGIN SELECT raise(ABORT, 'unit: rows are never removed'); END;
CREATE TRIGGER unit_version_no_delete BEFORE DELETE ON unit_version
BEGIN SELECT raise(ABORT, 'unit_version: rows are never removed'); END;
CREATE TRIGGER period_change_no_delete BEFORE DELETE ON period_change
BEGIN SELECT raise(ABORT, 'period_change: rows are never removed'); END;
CREATE TRIGGER user_key_no_delete BEFORE DELETE ON user_key
BEGIN SELECT raise(ABORT, 'user_key: rows are never removed'); END;
CREATE TRIGGER submission_no_delete BEFORE DELETE ON submission
BEGIN SELECT raise(ABORT, 'submission: rows are never removed'); END;
CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision
BEGIN SELECT raise(ABORT, 'decision: rows are never removed'); END;
-- A submission's bytes and reservations go with the decision that closes it, and not before.
CREATE TRIGGER submission_chunk_no_delete BEFORE DELETE ON submission_chunk
WHEN NOT EXISTS (SELECT 1 FROM decision
    WHERE submission_no = OLD.submission_no AND outcome <> 'approved')
BEGIN SELECT raise(ABORT, 'submission_chunk: rows are never removed'); END;
CREATE TRIGGER submission_reading_no_delete BEFORE DELETE ON submission_reading
WHEN NOT EXISTS (SELECT 1 FROM decision
    WHERE submission_no = OLD.submission_no AND outcome <> 'approved')
BEGIN SELECT raise(ABORT, 'submission_reading: rows are never removed'); END;
CREATE TRIGGER reservation_no_delete BEFORE DELETE ON reservation
WHEN NOT EXISTS (SELECT 1 FROM decision
    WHERE submission_no = OLD.submission_no AND outcome <> 'approved')
BEGIN SELECT raise(ABORT, 'reservation: rows are never removed'); END;
CREATE TRIGGER hold_no_delete BEFORE DELETE ON hold
BEGIN SELECT raise(ABORT, 'hold: rows are never removed'); END;
CREATE TRIGGER hold_release_no_delete BEFORE DELETE ON hold_release
BEGIN SELECT raise(ABORT, 'hold_release: rows are never removed'); END;
CREATE TRIGGER person_link_no_delete BEFORE DELETE ON person_link
BEGIN SELECT raise(ABORT, 'person_link: rows are never removed'); END;
CREATE TRIGGER chart_file_no_delete BEFORE DELETE ON chart_file
BEGIN SELECT raise(ABORT, 'chart_file: rows are never removed'); END;
CREATE TRIGGER proposal_no_delete BEFORE DELETE ON proposal
BEGIN SELECT raise(ABORT, 'proposal: rows are never removed'); END;
CREATE TRIGGER cash_count_no_delete BEFORE DELETE ON cash_count
BEGIN SELECT raise(ABORT, 'cash_count: rows are never removed'); END;
CREATE TRIGGER archive_no_delete BEFORE DELETE ON archive
BEGIN SELECT raise(ABORT, 'archive: rows are never removed'); END;
CREATE TRIGGER batch_no_delete BEFORE DELETE ON batch
BEGIN SELECT raise(ABORT, 'batch: rows are never removed'); END;
CREATE TRIGGER account_no_delete BEFORE DELETE ON account
BEGIN SELECT raise(ABORT, 'account: rows are never removed'); END;
CREATE TRIGGER voucher_no_delete BEFORE DELETE ON voucher
BEGIN SELECT raise(ABORT, 'voucher: rows are never removed'); END;
CREATE TRIGGER line_no_delete BEFORE DELETE ON line
BEGIN SELECT raise(ABORT, 'line: rows are never removed'); END;
CREATE TRIGGER step_no_delete BEFORE DELETE ON step
BEGIN SELECT raise(ABORT, 'step: rows are never removed'); END;
CREATE TRIGGER opening_no_delete BEFORE DELETE ON opening
BEGIN SELECT raise(ABORT, 'opening: rows are never removed'); END;
CREATE TRIGGER balance_no_delete BEFORE DELETE ON balance
BEGIN SELECT raise(ABORT, 'balance: rows are never removed'); END;
CREATE TRIGGER statement_no_delete BEFORE DELETE ON statement
BEGIN SELECT raise(ABORT, 'statement: rows are never removed'); END;
CREATE TRIGGER bank_entry_no_delete BEFORE DELETE ON bank_entry
BEGIN SELECT raise(ABORT, 'bank_entry: rows are never removed'); END;
CREATE TRIGGER bank_match_no_delete BEFORE DELETE ON bank_match
BEGIN SELECT raise(ABORT, 'bank_match: rows are never removed'); END;
CREATE TRIGGER bank_match_side_no_delete BEFORE DELETE ON bank_match_side
BEGIN SELECT raise(ABORT, 'bank_match_side: rows are never removed'); END;
CREATE TRIGGER bank_exception_no_delete BEFORE DELETE ON bank_exception
BEGIN SELECT raise(ABORT, 'bank_exception: rows are never removed'); END;
CREATE TRIGGER exception_step_no_delete BEFORE DELETE ON exception_step
BEGIN SELECT raise(ABORT, 'exception_step: rows are never removed'); END;

-- Terms come with the schema and are not added to.
CREATE TRIGGER fund_no_insert BEFORE INSERT ON fund
BEGIN SELECT raise(ABORT, 'fund: terms come with the schema'); END;
CREATE TRIGGER benefit_no_insert BEFORE INSERT ON benefit
BEGIN SELECT raise(ABORT, 'benefit: terms come with the schema'); END;
CREATE TRIGGER channel_no_insert BEFORE INSERT ON channel
BEGIN SELECT raise(ABORT, 'channel: terms come with the schema'); END;
CREATE TRIGGER event_no_insert BEFORE INSERT ON event
BEGIN SELECT raise(ABORT, 'event: terms come with the schema'); END;
CREATE TRIGGER state_no_insert BEFORE INSERT ON state
BEGIN SELECT raise(ABORT, 'state: terms come with the schema'); END;
CREATE TRIGGER transition_no_insert BEFORE INSERT ON transition
BEGIN SELECT raise(ABORT, 'transition: terms come with the schema'); END;
CREATE TRIGGER chart_no_insert BEFORE INSERT ON chart
BEGIN SELECT raise(ABORT, 'chart: terms come with the schema'); END;
CREATE TRIGGER record_kind_no_insert BEFORE INSERT ON record_kind
BEGIN SELECT raise(ABORT, 'record_kind: terms come with the schema'); END;
CREATE TRIGGER unit_kind_no_insert BEFORE INSERT ON unit_kind
BEGIN SELECT raise(ABORT, 'unit_kind: terms come with the schema'); END;
CREATE TRIGGER hold_kind_no_insert BEFORE INSERT ON hold_kind
BEGIN SELECT raise(ABORT, 'hold_kind: terms come with the schema'); END;

------------------------------------------------------------------------------------------------
-- Views for people: codes and names instead of numbers, dates as YYYY-MM-DD
------------------------------------------------------------------------------------------------

-- Every version of every unit, with the day it ends by itself or by the next version.
CREATE VIEW units AS
SELECT v.code, v.name, k.code AS kind,
  (SELECT p.code FROM unit_version p WHERE p.unit_id = v.parent_unit_id
   ORDER BY p.version_no DESC LIMIT 1) AS parent,
  printf('%04d-%02d-%02d', v.valid_from / 10000, v.valid_from / 100 % 100, v.valid_from % 100)
    AS valid_from,
  CASE WHEN v.valid_to IS NOT NULL THEN
    printf('%04d-%02d-%02d', v.valid_to / 10000, v.valid_to / 100 % 100, v.valid_to % 100) END
    AS valid_to,
  (SELECT s.code FROM unit_version s WHERE s.unit_id = v.successor_unit_id
   ORDER BY s.version_no DESC LIMIT 1) AS successor,
  v.unit_id, v.version_no
FROM unit_version v JOIN unit_kind k USING (unit_kind_id);

-- The latest code of each unit.
CREATE VIEW unit_codes AS
SELECT unit_id, code, name FROM unit_version v
WHERE version_no = (SELECT max(version_no) FROM unit_version w WHERE w.unit_id = v.unit_id);

CREATE VIEW batches AS
SELECT b.batch_no, e.code AS event, b.file_name, b.reference,
  printf('%04d-%02d', b.period / 100, b.period % 100) AS period,
  printf('%04d-%02d-%02d', b.business_date / 10000, b.business_date / 100 % 100,
    b.business_date % 100) AS business_date,
  b.maker, b.row_count, b.total, b.voucher_count, b.first_line_no, b.line_count,
  lower(hex(b.file_sha256)) AS file_sha256, lower(hex(b.merkle_root)) AS merkle_root,
  lower(hex(b.seal)) AS seal, b.is_correction, b.reverses_batch_no, b.reason,
  b.submission_record_no, b.approvers, b.left_out
FROM batch b JOIN event e USING (event_id);

CREATE VIEW records AS
SELECT r.record_no, k.code AS kind,
  printf('%04d-%02d-%02d', r.record_date / 10000, r.record_date / 100 % 100, r.record_date % 100)
    AS record_date,
  r.maker, r.reason, r.file_name, lower(hex(r.record_digest)) AS record_digest
FROM record r JOIN record_kind k USING (record_kind_id);

-- What became of every accounting period, change by change; the last one holds.
CREATE VIEW period_changes AS
SELECT printf('%04d-%02d', p.period / 100, p.period % 100) AS period, p.state,
  printf('%04d-%02d-%02d', r.record_date / 10000, r.record_date / 100 % 100, r.record_date % 100)
    AS record_date,
  r.maker, r.reason, p.record_no
FROM period_change p JOIN record r USING (record_no);
-- The people of the agency: the last row of each name is in force.
CREATE VIEW users AS
SELECT user_name, role, lower(hex(public_key)) AS public_key, record_no FROM user_key;

-- Submissions and what became of them.
CREATE VIEW submissions AS
SELECT s.submission_no, e.code AS event, s.file_name, s.reference, s.maker, s.row_count, s.total,
  printf('%04d-%02d-%02d', s.business_date / 10000, s.business_date / 100 % 100,
    s.business_date % 100) AS business_date,
  (SELECT group_concat(d.user_name) FROM decision d
   WHERE d.submission_no = s.submission_no AND d.outcome IN ('approved', 'posted')) AS approvers,
  s.approvers_needed,
  ifnull((SELECT CASE WHEN d.outcome = 'rejected' AND d.user_name = s.maker THEN 'withdrawn'
      ELSE d.outcome END FROM decision d
    WHERE d.submission_no = s.submission_no AND d.outcome <> 'approved'), 'open') AS state,
  (SELECT b.batch_no FROM batch b WHERE b.submission_record_no = s.record_no) AS batch_no,
  lower(hex(s.merkle_root)) AS merkle_root
FROM submission s JOIN event e USING (event_id);
-- Every hold with the day it was released from, if it was.
CREATE VIEW holds AS
SELECT h.hold_no,
  CASE WHEN h.person >= 1000000000000 THEN printf('%010d', h.person - 1000000000000)
    ELSE printf('%012d', h.person) END AS person,
  k.code AS kind, h.reason,
  printf('%04d-%02d-%02d', h.valid_from / 10000, h.valid_from / 100 % 100, h.valid_from % 100)
    AS valid_from,
  CASE WHEN h.valid_to IS NOT NULL THEN
    printf('%04d-%02d-%02d', h.valid_to / 10000, h.valid_to / 100 % 100, h.valid_to % 100) END
    AS valid_to,
  (SELECT printf('%04d-%02d-%02d', min(released_from) / 10000, min(released_from) / 100 % 100,
      min(released_from) % 100) FROM hold_release r WHERE r.hold_no = h.hold_no
      HAVING count(*) > 0) AS released_from,
  h.record_no, r.file_name, h.file_line
FROM hold h JOIN hold_kind k USING (hold_kind_id) JOIN record r USING (record_no);

-- Which numbers were linked, in the order in which they were.
CREATE VIEW person_links AS
SELECT l.record_no, l.link_no,
  CASE WHEN l.number_old >= 1000000000000 THEN printf('%010d', l.number_old - 1000000000000)
    ELSE printf('%012d', l.number_old) END AS number_old,
  CASE WHEN l.number_new >= 1000000000000 THEN printf('%010d', l.number_new - 1000000000000)
    ELSE printf('%012d', l.number_new) END AS number_new,
  r.reason, r.file_name, l.file_line
FROM person_link l JOIN record r USING (record_no);

-- What two persons have to agree to, beside the lists, and the record by which another agreed.
CREATE VIEW proposals AS
SELECT p.record_no, p.subject, p.user_name AS proposed_by, r.reason, r.file_name,
  printf('%04d-%02d-%02d', r.record_date / 10000, r.record_date / 100 % 100, r.record_date % 100)
    AS record_date,
  a.user_name AS agreed_by, a.record_no AS agreed_record_no
FROM proposal p JOIN record r USING (record_no)
LEFT JOIN proposal a ON a.agrees_to_record_no = p.record_no
WHERE p.agrees_to_record_no IS NULL;

-- Counts of cash, in the order in which they were recorded.
CREATE VIEW cash_counts AS
SELECT c.record_no, u.code AS unit,
  printf('%04d-%02d-%02d', c.counted_on / 10000, c.counted_on / 100 % 100, c.counted_on % 100)
    AS counted_on,
  c.counted, c.expected, c.counted - c.expected AS variance, c.known_batch_no, c.reason, r.maker
FROM cash_count c JOIN record r USING (record_no) LEFT JOIN unit_codes u ON u.unit_id = c.unit_id;

-- Years whose lines are in files of their own.
CREATE VIEW archives AS
SELECT a.year, r.file_name, a.file_bytes, lower(hex(r.file_sha256)) AS file_sha256, a.batch_count,
  a.line_count, a.first_line_no, a.last_line_no,
  printf('%04d-%02d-%02d', r.record_date / 10000, r.record_date / 100 % 100, r.record_date % 100)
    AS record_date,
  r.maker, a.record_no
FROM archive a JOIN record r USING (record_no);

-- The bank's statements, whose account each is of, and whether it stands.
CREATE VIEW statements AS
SELECT s.statement_no, f.code AS fund, s.format, s.bank_id, s.account, s.other_account,
  s.opening, s.closing,
  iif(s.closing_date IS NULL, NULL, printf('%04d-%02d-%02d', s.closing_date / 10000,
    s.closing_date / 100 % 100, s.closing_date % 100)) AS closing_date,
  s.entry_count, s.total, r.file_name, s.record_no,
  iif(w.statement_no IS NULL, 'standing', 'withdrawn') AS state,
  w.record_no AS withdrawn_by_record_no, q.maker AS withdrawn_by, q.reason AS why
FROM statement s JOIN fund f USING (fund_id) JOIN record r ON r.record_no = s.record_no
LEFT JOIN statement_withdrawal w ON w.statement_no = s.statement_no
LEFT JOIN record q ON q.record_no = w.record_no;

-- Matches that stand for nothing, because a statement of theirs was withdrawn.
CREATE VIEW withdrawn_matches AS
SELECT DISTINCT m.match_no FROM statement_withdrawal w
JOIN bank_entry e ON e.statement_no = w.statement_no
JOIN bank_match_side m ON m.entry_no = e.entry_no;

-- What the bank booked, by which statement, and which match it is part of; null if it is open.
CREATE VIEW bank_entries AS
SELECT e.entry_no, s.statement_no, f.code AS fund, s.format, s.bank_id,
  printf('%04d-%02d-%02d', e.booked / 10000, e.booked / 100 % 100, e.booked % 100) AS booked,
  printf('%04d-%02d-%02d', e.value_date / 10000, e.value_date / 100 % 100, e.value_date % 100)
    AS value_date,
  e.amount, e.end_to_end, e.order_id, e.bank_reference, e.description, e.reason,
  (SELECT m.match_no FROM bank_match_side m WHERE m.entry_no = e.entry_no) AS match_no,
  EXISTS (SELECT 1 FROM statement_withdrawal w WHERE w.statement_no = s.statement_no) AS withdrawn
FROM bank_entry e JOIN statement s USING (statement_no) JOIN fund f USING (fund_id);

-- The sides of every match of bookings with vouchers, with the rule that made it.
CREATE VIEW bank_matches AS
SELECT m.match_no, m.rule, m.is_notice, m.instead, m.reason, s.entry_no, s.voucher_no, s.line_no,
  s.amount, m.match_no IN (SELECT match_no FROM withdrawn_matches) AS withdrawn
FROM bank_match m JOIN bank_match_side s USING (match_no);

-- What was not matched when it came, and whether it is open.
CREATE VIEW bank_exceptions AS
SELECT x.exception_no, x.kind, e.amount,
  printf('%04d-%02d-%02d', e.booked / 10000, e.booked / 100 % 100, e.booked % 100) AS booked,
  (SELECT t.owner FROM exception_step t WHERE t.exception_no = x.exception_no
    AND t.action = 'assigned' ORDER BY t.record_no DESC LIMIT 1) AS owner,
  x.suggestion,
  CASE
    WHEN EXISTS (SELECT 1 FROM statement_withdrawal w WHERE w.statement_no = e.statement_no)
      THEN 'withdrawn'
    WHEN EXISTS (SELECT 1 FROM bank_match_side m WHERE m.entry_no = x.entry_no) THEN 'matched'
    WHEN EXISTS (SELECT 1 FROM exception_step t WHERE t.exception_no = x.exception_no
      AND t.action = 'noted') THEN 'noted'
    ELSE 'open' END AS state, x.entry_no
FROM bank_exception x JOIN bank_entry e USING (entry_no);

-- Accounts by their written name, such as payable/retirement/79-00123.
CREATE VIEW accounts AS
SELECT a.account_id, c.code || '/' || f.code || ifnull('/' || u.code, '') AS account, c.class
FROM account a JOIN chart c USING (chart_id) JOIN fund f USING (fund_id)
LEFT JOIN unit_codes u ON u.unit_id = a.unit_id;

CREATE VIEW vouchers AS
SELECT v.voucher_no, v.batch_no, e.code AS event,
  printf('%04d-%02d-%02d', b.business_date / 10000, b.business_date / 100 % 100,
    b.business_date % 100) AS business_date,
  d.account AS debit, c.account AS credit, v.amount, v.line_count, f.code AS fund,
  u.code AS unit, n.code AS benefit, h.code AS channel,
  CASE WHEN v.month IS NOT NULL THEN printf('%04d-%02d', v.month / 100, v.month % 100) END
    AS month,
  v.document, v.corrects_voucher_no
FROM voucher v JOIN batch b USING (batch_no) JOIN event e USING (event_id)
JOIN fund f USING (fund_id)
JOIN accounts d ON d.account_id = v.debit_account_id
JOIN accounts c ON c.account_id = v.credit_account_id
LEFT JOIN unit_codes u ON u.unit_id = v.unit_id LEFT JOIN benefit n USING (benefit_id)
LEFT JOIN channel h USING (channel_id);

CREATE VIEW lines AS
SELECT l.line_no, l.batch_no, l.file_line, l.voucher_no, e.code AS event,
  CASE WHEN l.person >= 1000000000000 THEN printf('%010d', l.person - 1000000000000)
    ELSE printf('%012d', l.person) END AS person,
  l.name, n.code AS benefit, printf('%04d-%02d', l.month / 100, l.month % 100) AS month,
  l.occurrence, l.amount, u.code AS unit, h.code AS channel, f.code AS fund, l.account,
  l.document, l.reason, l.corrects_line_no
FROM line l JOIN batch b USING (batch_no) JOIN event e USING (event_id)
JOIN benefit n USING (benefit_id) JOIN channel h USING (channel_id)
JOIN fund f ON f.fund_id = l.fund_id LEFT JOIN unit_codes u ON u.unit_id = l.unit_id;

-- The story of every obligation, step by step.
CREATE VIEW steps AS
SELECT CASE WHEN s.person >= 1000000000000 THEN printf('%010d', s.person - 1000000000000)
    ELSE printf('%012d', s.person) END AS person,
  n.code AS benefit, printf('%04d-%02d', s.month / 100, s.month % 100) AS month, s.occurrence,
  s.step_no, e.code AS event, a.code AS from_state, z.code AS to_state, s.amount,
  u.code AS unit, h.code AS channel, f.code AS fund, s.line_no,
  ifnull(s.remainder, s.amount) AS remainder, s.corrects_step_no
FROM step s JOIN event e USING (event_id) JOIN benefit n USING (benefit_id)
JOIN state a ON a.state_id = s.from_state_id JOIN state z ON z.state_id = s.to_state_id
JOIN channel h USING (channel_id) JOIN fund f ON f.fund_id = s.fund_id
LEFT JOIN unit_codes u ON u.unit_id = s.unit_id;

CREATE VIEW balances AS
SELECT a.account, printf('%04d-%02d', t.period / 100, t.period % 100) AS period,
  t.debit, t.credit, t.debit_reversed, t.credit_reversed,
  t.debit - t.debit_reversed - t.credit + t.credit_reversed AS net
FROM balance t JOIN accounts a USING (account_id);

------------------------------------------------------------------------------------------------
-- Statements that were withdrawn
------------------------------------------------------------------------------------------------

-- This table is the last on purpose. SQLite's integrity check passes over the list of free pages, and
-- over pages that belong to nothing, if the first in its own list of tables and views is a view. That
-- order follows from the names and from what was made last; a test of damaged files watches it.

-- A statement that was taken back: from then on its entries, their matches and their exceptions stand
-- for nothing, and stay. The record says why.
CREATE TABLE statement_withdrawal (
  statement_no INTEGER PRIMARY KEY REFERENCES statement (statement_no),
  record_no INTEGER NOT NULL REFERENCES record (record_no) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX statement_withdrawal_by_record ON statement_withdrawal (record_no);
CREATE TRIGGER statement_withdrawal_once BEFORE INSERT ON statement_withdrawal
WHEN EXISTS (SELECT 1 FROM statement_withdrawal WHERE statement_no = NEW.statement_no)
BEGIN SELECT raise(ABORT, 'statement_withdrawal: the statement is withdrawn already'); END;
CREATE TRIGGER statement_withdrawal_no_update BEFORE UPDATE ON statement_withdrawal
BEGIN SELECT raise(ABORT, 'statement_withdrawal: rows are never changed'); END;
CREATE TRIGGER statement_withdrawal_no_delete BEFORE DELETE ON statement_withdrawal
BEGIN SELECT raise(ABORT, 'statement_withdrawal: rows are never removed'); END;
