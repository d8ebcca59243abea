# The straightforward script in Python: csv and phonenumbers. python3 phonenumbers_script.py LIST OPTOUTS OUTPUT
import csv
import sys

import phonenumbers


def read(cell):
    try:
        number = phonenumbers.parse(cell, "SV")
    except phonenumbers.NumberParseException:
        return None
    return number


def e164(number):
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


list_path, opt_outs, output = sys.argv[1:]

with open(opt_outs, newline="", encoding="utf-8") as file:
    numbers = (read(record["telefono"]) for record in csv.DictReader(file))
    suppressed = {e164(number) for number in numbers if number}

seen = set()
with open(list_path, newline="", encoding="utf-8") as source, open(output, "w", newline="", encoding="utf-8") as target:
    records = csv.DictReader(source)
    writer = csv.DictWriter(target, records.fieldnames, lineterminator="\n")
    writer.writeheader()
    for record in records:
        number = read(record["telefono"])
        if not number or not phonenumbers.is_valid_number_for_region(number, "SV"):
            continue
        written = e164(number)
        if written in suppressed or written in seen:
            continue
        seen.add(written)
        record["telefono"] = written
        writer.writerow(record)
