// What a registry's commands do, in DuckDB's SQL: node duckdb-registry.mjs export|audit REGISTRY [CONTACTS] OUTPUT
// Of two events of a number and channel the later stands, a tie is an opt-out, and an undated opt-out stands for good.

import { DuckDBInstance } from "@duckdb/node-api";

const [what, ...files] = process.argv.slice(2);
const [registry, ...others] = files.map((file) => `'${file.replaceAll("'", "''")}'`);
const output = others.at(-1);

const EVENTS = `
  SELECT phone, channel, action <> 'opt-in' AS barring, TRY_CAST(requested_at AS TIMESTAMPTZ) AS moment, event, recorded_at, requested_at
  FROM read_csv(${registry}, header = true, all_varchar = true, delim = ',', quote = '"')
  WHERE action <> 'settled'`;

const EXPORT = `
  COPY (
    WITH events AS (${EVENTS})
    SELECT event, phone, channel, 'opt-out' AS action, requested_at, recorded_at FROM events
    QUALIFY row_number() OVER (PARTITION BY phone, channel ORDER BY (moment IS NULL) DESC, moment DESC, barring DESC) = 1 AND barring
    ORDER BY recorded_at
  ) TO ${output} (HEADER, DELIMITER ',')`;

const AUDIT = `
  COPY (
    WITH events AS (${EVENTS}),
    contacts AS (
      SELECT telefono AS phone, canal, TRY_CAST(fecha AS TIMESTAMPTZ) AS made, row_number() OVER () AS record
      FROM read_csv(${others[0]}, header = true, all_varchar = true, delim = ',')
    ),
    dated AS (SELECT phone, channel, moment, bool_or(barring) AS barring FROM events WHERE moment IS NOT NULL GROUP BY ALL),
    asked AS (SELECT c.*, unnest([canal, 'any']) AS channel FROM contacts c)
    SELECT DISTINCT record FROM asked ASOF JOIN dated ON asked.phone = dated.phone AND asked.channel = dated.channel AND asked.made > dated.moment
    WHERE barring ORDER BY record
  ) TO ${output} (HEADER, DELIMITER ',')`;

const connection = await (await DuckDBInstance.create(":memory:")).connect();
await connection.run(what === "export" ? EXPORT : AUDIT);
