// Prints the version of the DuckDB that is installed; fails where none is.
import { version } from "@duckdb/node-api";

console.log(`DuckDB ${version()}`);
