-- The dataset in DuckDB, without a cast: run it in the data folder.
--
--   cd data && duckdb -init .../Scripts/sql/duckdb.sql
--
-- Every file of a partition is read, however compressed. A kind that has no files yet has no view.
SET TimeZone = 'UTC';

CREATE OR REPLACE VIEW articles AS
SELECT * FROM read_json(
  'articles/*/*.ndjson*', format = 'newline_delimited', hive_partitioning = false,
  columns = {
    id: 'VARCHAR', version_id: 'VARCHAR', story_id: 'VARCHAR', url: 'VARCHAR',
    canonical_url: 'VARCHAR', site: 'VARCHAR', headline: 'VARCHAR', lead: 'VARCHAR',
    text: 'VARCHAR', blocks: 'STRUCT(kind VARCHAR, char_start BIGINT, char_end BIGINT)[]',
    tables: 'STRUCT(caption VARCHAR, header VARCHAR[], rows STRUCT(cells VARCHAR[])[], char_start BIGINT, char_end BIGINT)[]',
    captions: 'VARCHAR[]', authors: 'VARCHAR[]', date_published: 'DATE',
    published_at: 'TIMESTAMPTZ', modified_at: 'TIMESTAMPTZ', captured_at: 'TIMESTAMPTZ',
    date: 'DATE', section: 'VARCHAR', keywords: 'VARCHAR[]', publisher: 'VARCHAR',
    language: 'VARCHAR', text_sha256: 'VARCHAR', story_keys: 'VARCHAR[]',
    archive_file: 'VARCHAR', archive_offset: 'BIGINT', record_id: 'VARCHAR',
    extractor: 'VARCHAR', quality: 'DOUBLE'
  }
);

CREATE OR REPLACE VIEW observations AS
SELECT * FROM read_json(
  'observations/*/*.ndjson*', format = 'newline_delimited', hive_partitioning = false,
  columns = {
    id: 'VARCHAR', article_id: 'VARCHAR', version_id: 'VARCHAR', story_id: 'VARCHAR',
    url: 'VARCHAR', site: 'VARCHAR', date_published: 'DATE', date: 'DATE', quote: 'VARCHAR',
    char_start: 'BIGINT', char_end: 'BIGINT', kind: 'VARCHAR', value: 'DOUBLE',
    value_decimal: 'VARCHAR', value_max: 'DOUBLE', value_max_decimal: 'VARCHAR',
    denominator: 'DOUBLE', denominator_decimal: 'VARCHAR', unit: 'VARCHAR', unit_code: 'VARCHAR',
    qualifier: 'VARCHAR', change: 'VARCHAR', change_base: 'VARCHAR', status: 'VARCHAR',
    indicator: 'VARCHAR', category: 'VARCHAR', place: 'VARCHAR', place_code: 'VARCHAR',
    period_start: 'DATE', period_end: 'DATE', group_id: 'VARCHAR',
    checks: 'STRUCT(rule VARCHAR, holds BOOLEAN, statement VARCHAR)[]', sentence: 'VARCHAR',
    confidence: 'DOUBLE'
  }
);

CREATE OR REPLACE VIEW rejects AS
SELECT * FROM read_json(
  'rejects/*/*.ndjson*', format = 'newline_delimited', hive_partitioning = false,
  columns = {
    url: 'VARCHAR', stage: 'VARCHAR', reason: 'VARCHAR', detail: 'VARCHAR', attempts: 'BIGINT',
    captured_at: 'TIMESTAMPTZ', date: 'DATE', archive_file: 'VARCHAR', archive_offset: 'BIGINT',
    record_id: 'VARCHAR'
  }
);

-- The newest version of each article.
CREATE OR REPLACE VIEW latest_articles AS
SELECT * FROM (
  SELECT a.*, row_number() OVER (
    PARTITION BY id
    ORDER BY captured_at DESC NULLS LAST, date DESC NULLS LAST, version_id
  ) AS age
  FROM articles a
) AS versions WHERE age = 1;

-- The figures of the newest versions, each once, however often a text was fetched.
CREATE OR REPLACE VIEW latest_observations AS
SELECT * FROM (
  SELECT o.*, row_number() OVER (PARTITION BY o.id ORDER BY o.date DESC NULLS LAST) AS age
  FROM observations o
  WHERE o.version_id IN (SELECT version_id FROM latest_articles)
) AS figures WHERE age = 1;

-- Copies of one story share a story_id within an archive file, and where they are equal; across
-- files, copies that were edited have at least 6 of their 16 keys in common. `story` names what they
-- are joined to: the least story_id within two steps.
CREATE OR REPLACE VIEW story_links AS
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

CREATE OR REPLACE VIEW stories AS
WITH least AS (SELECT one AS story_id, min(other) AS story FROM story_links GROUP BY one)
SELECT l.one AS story_id, min(n.story) AS story
FROM story_links l JOIN least n ON n.story_id = l.other GROUP BY l.one;

-- Each figure of a story once, with how many articles print it. A figure is the same where its
-- kind, value and unit are; one that a text has twice counts twice.
CREATE OR REPLACE VIEW figures_once AS
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
CREATE OR REPLACE VIEW sums_by_unit_and_place AS
SELECT date, kind, measure AS unit, place, count(*) AS figures, sum(value) AS total,
  sum(value_decimal::DECIMAL(38, 9)) AS total_decimal
FROM (
  SELECT date, kind, coalesce(unit_code, unit) AS measure, place, value, value_decimal
  FROM figures_once
  WHERE status = 'actual' AND change IS NULL
) AS levels
GROUP BY date, kind, measure, place;
