-- The dataset in Spark SQL, without a cast: run it in the data folder.
--
--   cd data && spark-sql -i .../Scripts/sql/spark.sql
--
-- Spark reads .ndjson and .ndjson.gz; .ndjson.zst needs Hadoop's native libraries.
SET TIME ZONE 'UTC';

CREATE OR REPLACE TEMPORARY VIEW articles (
  id STRING, version_id STRING, story_id STRING, url STRING, canonical_url STRING, site STRING,
  headline STRING, lead STRING, text STRING,
  blocks ARRAY<STRUCT<kind: STRING, char_start: BIGINT, char_end: BIGINT>>,
  tables ARRAY<STRUCT<caption: STRING, header: ARRAY<STRING>, rows: ARRAY<STRUCT<cells: ARRAY<STRING>>>, char_start: BIGINT, char_end: BIGINT>>,
  captions ARRAY<STRING>, authors ARRAY<STRING>, date_published DATE, published_at TIMESTAMP,
  modified_at TIMESTAMP, captured_at TIMESTAMP, date DATE, section STRING,
  keywords ARRAY<STRING>, publisher STRING, language STRING, text_sha256 STRING,
  story_keys ARRAY<STRING>, archive_file STRING, archive_offset BIGINT, record_id STRING,
  extractor STRING, quality DOUBLE
) USING json OPTIONS (path 'articles', mode 'FAILFAST');

CREATE OR REPLACE TEMPORARY VIEW observations (
  id STRING, article_id STRING, version_id STRING, story_id STRING, url STRING, site STRING,
  date_published DATE, date DATE, quote STRING, char_start BIGINT, char_end BIGINT, kind STRING,
  value DOUBLE, value_decimal STRING, value_max DOUBLE, value_max_decimal STRING,
  denominator DOUBLE, denominator_decimal STRING, unit STRING, unit_code STRING,
  qualifier STRING, change STRING, change_base STRING, status STRING, indicator STRING,
  category STRING, place STRING, place_code STRING, period_start DATE, period_end DATE,
  group_id STRING, checks ARRAY<STRUCT<rule: STRING, holds: BOOLEAN, statement: STRING>>,
  sentence STRING, confidence DOUBLE
) USING json OPTIONS (path 'observations', mode 'FAILFAST');

CREATE OR REPLACE TEMPORARY VIEW rejects (
  url STRING, stage STRING, reason STRING, detail STRING, attempts BIGINT, captured_at TIMESTAMP,
  date DATE, archive_file STRING, archive_offset BIGINT, record_id STRING
) USING json OPTIONS (path 'rejects', mode 'FAILFAST');

-- The newest version of each article.
CREATE OR REPLACE TEMPORARY VIEW latest_articles AS
SELECT * FROM (
  SELECT a.*, row_number() OVER (
    PARTITION BY id
    ORDER BY captured_at DESC NULLS LAST, date DESC NULLS LAST, version_id
  ) AS age
  FROM articles a
) AS versions WHERE age = 1;

-- The figures of the newest versions, each once, however often a text was fetched.
CREATE OR REPLACE TEMPORARY VIEW latest_observations AS
SELECT * FROM (
  SELECT o.*, row_number() OVER (PARTITION BY o.id ORDER BY o.date DESC NULLS LAST) AS age
  FROM observations o
  WHERE o.version_id IN (SELECT version_id FROM latest_articles)
) AS figures WHERE age = 1;

-- Copies of one story share a story_id within an archive file, and where they are equal; across
-- files, copies that were edited have at least 6 of their 16 keys in common. `story` names what they
-- are joined to: the least story_id within two steps.
CREATE OR REPLACE TEMPORARY VIEW story_links AS
WITH story_key_rows AS (
  SELECT DISTINCT version_id, story_id, explode(story_keys) AS story_key
  FROM latest_articles
)
SELECT DISTINCT one, other FROM (
  SELECT a.story_id AS one, b.story_id AS other
  FROM story_key_rows a JOIN story_key_rows b ON a.story_key = b.story_key
  GROUP BY a.version_id, b.version_id, a.story_id, b.story_id
  HAVING count(*) >= 6
) AS pairs;

CREATE OR REPLACE TEMPORARY VIEW stories AS
WITH least AS (SELECT one AS story_id, min(other) AS story FROM story_links GROUP BY one)
SELECT l.one AS story_id, min(n.story) AS story
FROM story_links l JOIN least n ON n.story_id = l.other GROUP BY l.one;

-- Each figure of a story once, with how many articles print it. A figure is the same where its
-- kind, value and unit are; one that a text has twice counts twice.
CREATE OR REPLACE TEMPORARY VIEW figures_once AS
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
CREATE OR REPLACE TEMPORARY VIEW sums_by_unit_and_place AS
SELECT date, kind, measure AS unit, place, count(*) AS figures, sum(value) AS total,
  sum(CAST(value_decimal AS DECIMAL(38, 9))) AS total_decimal
FROM (
  SELECT date, kind, coalesce(unit_code, unit) AS measure, place, value, value_decimal
  FROM figures_once
  WHERE status = 'actual' AND change IS NULL
) AS levels
GROUP BY date, kind, measure, place;
