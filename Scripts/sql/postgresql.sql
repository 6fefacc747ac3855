-- The dataset in PostgreSQL 15 or later, without a cast.
--
--   SOLIEU_DATA=data psql -v ON_ERROR_STOP=1 -f .../Scripts/sql/postgresql.sql
--
-- It makes a schema of its own, and loads every file of the data folder on the client's machine,
-- however compressed (gzip and zstd must be there for what is). Run again, it loads anew. COPY reads
-- a line as it stands where it takes it for CSV whose quotes and delimiters never occur; as text, or
-- as plain CSV, it would trip over the backslashes and quotes of JSON.
BEGIN;
DROP SCHEMA IF EXISTS solieu CASCADE;
CREATE SCHEMA solieu;
SET search_path = solieu;
SET timezone = 'UTC';

CREATE TABLE articles (
  id text NOT NULL, version_id text NOT NULL, story_id text NOT NULL, url text NOT NULL,
  canonical_url text, site text, headline text, lead text, text text NOT NULL,
  blocks jsonb NOT NULL, tables jsonb NOT NULL, captions text[] NOT NULL,
  authors text[] NOT NULL, date_published date, published_at timestamptz,
  modified_at timestamptz, captured_at timestamptz, date date, section text,
  keywords text[] NOT NULL, publisher text, language text, text_sha256 text NOT NULL,
  story_keys text[] NOT NULL, archive_file text, archive_offset bigint, record_id text,
  extractor text, quality double precision
);

CREATE TABLE observations (
  id text NOT NULL, article_id text NOT NULL, version_id text NOT NULL, story_id text NOT NULL,
  url text NOT NULL, site text, date_published date, date date, quote text NOT NULL,
  char_start bigint NOT NULL, char_end bigint NOT NULL, kind text NOT NULL,
  value double precision NOT NULL, value_decimal numeric NOT NULL, value_max double precision,
  value_max_decimal numeric, denominator double precision, denominator_decimal numeric,
  unit text, unit_code text, qualifier text, change text, change_base text, status text NOT NULL,
  indicator text, category text, place text, place_code text, period_start date, period_end date,
  group_id text, checks jsonb NOT NULL, sentence text NOT NULL,
  confidence double precision NOT NULL
);

CREATE TABLE rejects (
  url text NOT NULL, stage text NOT NULL, reason text NOT NULL, detail text NOT NULL,
  attempts bigint, captured_at timestamptz, date date, archive_file text, archive_offset bigint,
  record_id text
);

CREATE TEMPORARY TABLE articles_lines (line jsonb);
\copy articles_lines FROM PROGRAM 'for file in "$SOLIEU_DATA"/articles/*/*.ndjson*; do case $file in *.gz) gzip -dc "$file";; *.zst) zstd -dc "$file";; *.ndjson) cat "$file";; esac; done' WITH (FORMAT csv, QUOTE e'\x01', DELIMITER e'\x02')
INSERT INTO articles SELECT r.* FROM articles_lines, jsonb_populate_record(NULL::articles, line) r;

CREATE TEMPORARY TABLE observations_lines (line jsonb);
\copy observations_lines FROM PROGRAM 'for file in "$SOLIEU_DATA"/observations/*/*.ndjson*; do case $file in *.gz) gzip -dc "$file";; *.zst) zstd -dc "$file";; *.ndjson) cat "$file";; esac; done' WITH (FORMAT csv, QUOTE e'\x01', DELIMITER e'\x02')
INSERT INTO observations SELECT r.* FROM observations_lines, jsonb_populate_record(NULL::observations, line) r;

CREATE TEMPORARY TABLE rejects_lines (line jsonb);
\copy rejects_lines FROM PROGRAM 'for file in "$SOLIEU_DATA"/rejects/*/*.ndjson*; do case $file in *.gz) gzip -dc "$file";; *.zst) zstd -dc "$file";; *.ndjson) cat "$file";; esac; done' WITH (FORMAT csv, QUOTE e'\x01', DELIMITER e'\x02')
INSERT INTO rejects SELECT r.* FROM rejects_lines, jsonb_populate_record(NULL::rejects, line) r;

CREATE INDEX ON observations (version_id);
CREATE INDEX ON articles (id);
ANALYZE articles;
ANALYZE observations;

-- The newest version of each article.
CREATE VIEW latest_articles AS
SELECT * FROM (
  SELECT a.*, row_number() OVER (
    PARTITION BY id
    ORDER BY captured_at DESC NULLS LAST, date DESC NULLS LAST, version_id
  ) AS age
  FROM articles a
) AS versions WHERE age = 1;

-- The figures of the newest versions, each once, however often a text was fetched.
CREATE VIEW latest_observations AS
SELECT * FROM (
  SELECT o.*, row_number() OVER (PARTITION BY o.id ORDER BY o.date DESC NULLS LAST) AS age
  FROM observations o
  WHERE o.version_id IN (SELECT version_id FROM latest_articles)
) AS figures WHERE age = 1;

-- Copies of one story share a story_id within an archive file, and where they are equal; across
-- files, copies that were edited have at least 6 of their 16 keys in common. `story` names what they
-- are joined to: the least story_id within two steps.
CREATE VIEW story_links AS
WITH story_key_rows AS (
  SELECT DISTINCT version_id, story_id, unnest(story_keys) AS story_key
  FROM latest_articles
)
SELECT DISTINCT one, other FROM (
  SELECT a.story_id AS one, b.story_id AS other
  FROM story_key_rows a JOIN story_key_rows b ON a.story_key = b.story_key
  GROUP BY a.version_id, b.version_id, a.story_id, b.story_id
  HAVING count(*) >= 6
) AS pairs;

CREATE VIEW stories AS
WITH least AS (SELECT one AS story_id, min(other) AS story FROM story_links GROUP BY one)
SELECT l.one AS story_id, min(n.story) AS story
FROM story_links l JOIN least n ON n.story_id = l.other GROUP BY l.one;

-- Each figure of a story once, with how many articles print it. A figure is the same where its
-- kind, value and unit are; one that a text has twice counts twice.
CREATE VIEW figures_once AS
WITH numbered AS (
  SELECT o.*, s.story, row_number() OVER (
    PARTITION BY o.version_id, o.kind, o.value_decimal, o.value_max_decimal,
      coalesce(o.unit_code, o.unit)
    ORDER BY o.char_start, o.id
  ) AS time_in_text
  FROM latest_observations o JOIN stories s ON s.story_id = o.story_id
), copies AS (
  SELECT n.*, count(*) OVER same AS printed_by, row_number() OVER (
    PARTITION BY story, kind, value_decimal, value_max_decimal, coalesce(unit_code, unit),
      time_in_text
    ORDER BY date_published NULLS LAST, date, id
  ) AS copy_number
  FROM numbered n
  WINDOW same AS (
    PARTITION BY story, kind, value_decimal, value_max_decimal, coalesce(unit_code, unit),
      time_in_text
  )
)
SELECT * FROM copies WHERE copy_number = 1;

-- Sums by unit and place of each partition; exact beside the one in floating point.
CREATE VIEW sums_by_unit_and_place AS
SELECT date, kind, measure AS unit, place, count(*) AS figures, sum(value) AS total,
  sum(value_decimal) AS total_decimal
FROM (
  SELECT date, kind, coalesce(unit_code, unit) AS measure, place, value, value_decimal
  FROM figures_once
  WHERE status = 'actual' AND change IS NULL
) AS levels
GROUP BY date, kind, measure, place;

COMMIT;
