-- Which characters of a name are one character to whoever searches. Run over moji.db of the npm package
-- @mandel59/mojidata 1.8.1 (sha512-OLA5LEmPHuVbdI8lGXwV3pGVpSIFAqU5+oqhPzK7q662ziWYMqxTGXoxfFb9dQCJ31WzSCG1C5rsUb2uynQhIQ==):
--   sqlite3 moji.db < name-variants.sql > name-variants.txt
-- A line is a character and those that stand for it. Data: MJ文字情報一覧表 and MJ縮退マップ (文字情報技術促進協議会, CC BY-SA 2.1 JP),
-- EquivalentUnifiedIdeograph.txt (Unicode, Unicode License v3).
.mode list
.separator ''
WITH
-- Of the characters that a family register's character goes back to, the one that schools teach, then one for names, then the furthest.
candidate AS (
  SELECT m.対応するUCS AS c, s.縮退UCS AS target,
         CASE WHEN s.表 = '戸籍統一文字情報_親字正字' THEN 0 ELSE 1 END AS scheme,
         coalesce(s.ホップ数, 0) AS hops
  FROM mjsm s JOIN mji m USING (MJ文字図形名)
  WHERE s.表 IN ('戸籍統一文字情報_親字正字', 'JIS包摂規準UCS統合規則')
    AND m.対応するUCS IS NOT NULL AND s.縮退UCS IS NOT NULL AND length(s.縮退UCS) = 1
),
taught AS (SELECT DISTINCT 対応するUCS AS c, CASE 漢字施策 WHEN '常用漢字' THEN 0 WHEN '人名用漢字' THEN 1 ELSE 2 END AS rank FROM mji WHERE 漢字施策 IS NOT NULL),
ranked AS (
  SELECT c, target, row_number() OVER (
    PARTITION BY c ORDER BY coalesce((SELECT min(rank) FROM taught WHERE taught.c = candidate.target), 2), scheme, hops DESC, target
  ) AS place FROM candidate
),
one AS (SELECT c, target FROM ranked WHERE place = 1 AND c <> target
        UNION SELECT radical_character, radical_CJKUI FROM radeqv WHERE radical_character <> radical_CJKUI)
SELECT target, group_concat(c, '') FROM (SELECT c, target FROM one ORDER BY target, c) GROUP BY target ORDER BY target;
