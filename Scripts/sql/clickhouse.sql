-- The dataset in ClickHouse, without a cast: run it in the data folder.
--
--   cd data && clickhouse local --queries-file .../Scripts/sql/clickhouse.sql --interactive
--
-- Instants end in Z, which the best effort reads.
SET date_time_input_format = 'best_effort';

CREATE OR REPLACE VIEW articles AS
SELECT * FROM file('articles/*/*.{ndjson,ndjson.gz,ndjson.zst}', JSONEachRow, '
  id String, version_id String, story_id String, url String, canonical_url Nullable(String),
  site Nullable(String), headline Nullable(String), lead Nullable(String), text String,
  blocks Array(Tuple(kind String, char_start Int64, char_end Int64)),
  tables Array(Tuple(caption Nullable(String), header Array(String), rows Array(Tuple(cells Array(String))), char_start Int64, char_end Int64)),
  captions Array(String), authors Array(String), date_published Nullable(Date32),
  published_at Nullable(DateTime64(0, ''UTC'')), modified_at Nullable(DateTime64(0, ''UTC'')),
  captured_at Nullable(DateTime64(0, ''UTC'')), date Nullable(Date32), section Nullable(String),
  keywords Array(String), publisher Nullable(String), language Nullable(String),
  text_sha256 String, story_keys Array(String), archive_file Nullable(String),
  archive_offset Nullable(Int64), record_id Nullable(String), extractor Nullable(String),
  quality Nullable(Float64)
') SETTINGS date_time_input_format = 'best_effort';

CREATE OR REPLACE VIEW observations AS
SELECT * FROM file('observations/*/*.{ndjson,ndjson.gz,ndjson.zst}', JSONEachRow, '
  id String, article_id String, version_id String, story_id String, url String,
  site Nullable(String), date_published Nullable(Date32), date Nullable(Date32), quote String,
  char_start Int64, char_end Int64, kind String, value Float64, value_decimal String,
  value_max Nullable(Float64), value_max_decimal Nullable(String), denominator Nullable(Float64),
  denominator_decimal Nullable(String), unit Nullable(String), unit_code Nullable(String),
  qualifier Nullable(String), change Nullable(String), change_base Nullable(String),
  status String, indicator Nullable(String), category Nullable(String), place Nullable(String),
  place_code Nullable(String), period_start Nullable(Date32), period_end Nullable(Date32),
  group_id Nullable(String), checks Array(Tuple(rule String, holds Bool, statement String)),
  sentence String, confidence Float64
') SETTINGS date_time_input_format = 'best_effort';

CREATE OR REPLACE VIEW rejects AS
SELECT * FROM file('rejects/*/*.{ndjson,ndjson.gz,ndjson.zst}', JSONEachRow, '
  url String, stage String, reason String, detail String, attempts Nullable(Int64),
  captured_at Nullable(DateTime64(0, ''UTC'')), date Nullable(Date32),
  archive_file Nullable(String), archive_offset Nullable(Int64), record_id Nullable(String)
') SETTINGS date_time_input_format = 'best_effort';

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
  SELECT DISTINCT version_id, story_id, arrayJoin(story_keys) AS story_key
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
  sum(toDecimal128(value_decimal, 9)) AS total_decimal
FROM (
  SELECT date, kind, coalesce(unit_code, unit) AS measure, place, value, value_decimal
  FROM figures_once
  WHERE status = 'actual' AND change IS NULL
) AS levels
GROUP BY date, kind, measure, place;
