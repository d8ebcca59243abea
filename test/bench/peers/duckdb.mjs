// The same scrub in DuckDB's SQL: normalise both sides, anti-join, keep the first, keep the order. node duckdb.mjs LIST OPTOUTS OUTPUT [dated]

import { DuckDBInstance } from "@duckdb/node-api";

const [list, optOuts, output] = process.argv.slice(2, 5).map((file) => `'${file.replaceAll("'", "''")}'`);
// The latest event of a number and channel stands, and every one of these lists is an opt-out.
const STANDING =
  process.argv[5] === "dated"
    ? "WHERE TRY_CAST(fecha AS TIMESTAMPTZ) <= now() QUALIFY row_number() OVER (PARTITION BY number, canal ORDER BY TRY_CAST(fecha AS TIMESTAMPTZ) DESC) = 1"
    : "";

const NUMBER = `regexp_extract(regexp_replace(telefono, '[^0-9]', '', 'g'), '^(?:(?:00)?503)?([2567][0-9]{7})$', 1)`;

const connection = await (await DuckDBInstance.create(":memory:")).connect();
await connection.run(`
  COPY (
    WITH suppressed AS (
      SELECT DISTINCT ${NUMBER} AS number FROM read_csv(${optOuts}, header = true, all_varchar = true) ${STANDING}
    ), listed AS (
      SELECT *, row_number() OVER () AS record, ${NUMBER} AS number
      FROM read_csv(${list}, header = true, all_varchar = true, delim = ',', quote = '"')
    ), firsts AS (
      SELECT * FROM listed ANTI JOIN suppressed USING (number)
      WHERE number <> ''
      QUALIFY row_number() OVER (PARTITION BY number ORDER BY record) = 1
    )
    SELECT * EXCLUDE (record, number) REPLACE ('+503' || number AS telefono) FROM firsts ORDER BY record
  ) TO ${output} (HEADER, DELIMITER ',')`);
