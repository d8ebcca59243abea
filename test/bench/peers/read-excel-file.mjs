// Merely reads a workbook into memory with read-excel-file, and counts its rows.
// node read-excel-file.mjs WORKBOOK

import readExcelFile from "read-excel-file/node";

const [sheet] = await readExcelFile(process.argv[2]);
process.stdout.write(`${sheet.data.length}\n`);
