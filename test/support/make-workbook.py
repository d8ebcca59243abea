# fixtures/clientes.xlsx from fixtures/clientes.csv, with openpyxl (Debian: python3-openpyxl): numbers and dates as a
# spreadsheet holds them, everything else as text.
import csv, datetime, pathlib, re
import openpyxl

FIXTURES = pathlib.Path(__file__).resolve().parents[2] / "fixtures"


def cell(text):
    if re.fullmatch(r"[1-9]\d{0,14}(\.\d+)?", text):
        return float(text) if "." in text else int(text)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return datetime.date.fromisoformat(text)
    return text or None


book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Clientes"
with open(FIXTURES / "clientes.csv", encoding="utf-8-sig", newline="") as file:
    for i, row in enumerate(csv.reader(file)):
        sheet.append(row if i == 0 else [cell(text) for text in row])
for row in sheet.iter_rows(min_row=2):
    for written in row:
        if isinstance(written.value, datetime.date):
            written.number_format = "dd/mm/yyyy"
sheet.auto_filter.ref = sheet.dimensions
book.save(FIXTURES / "clientes.xlsx")
