# python3 proof.py CLEAN LIST...   exit 0: no number of the lists stands in CLEAN, by its last 8 digits
import codecs, gzip, re, sys
codecs.register_error("1252", lambda e: (e.object[e.start:e.end].decode("cp1252", "replace"), e.end))
DAY, MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
DATE = rf"(?:19|20)\d\d([-/.]){MONTH}\1{DAY}|(?:{DAY}([-/.]){MONTH}\2|{MONTH}([-/.]){DAY}\3)(?:19|20)\d\d"
TIME = r"(?:(?:T| +)\d\d?:\d\d(?::\d\d(?:\.\d+)?)?(?: *[-+](?:0\d|1[0-4]):?[0-5]\d)?)?"
SKIPPED = re.compile(rf"(?<!\w)(?<!\d[-/.])(?:[0-9a-f]{{32,}}|(?:{DATE}){TIME})(?!\d)", re.I)

def lines(path):
    data = open(path, "rb").read()
    data = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    if b"\0" in data and not wide:
        sys.exit(f"{path}: not a text, so nothing is proven")
    return re.split(r"\r\n?|\n", data.decode("utf-16" if wide else "utf-8", "1252"))

def numbers(line):  # Letters and , ; | tab " end a run of digits. A number ends where one of its groups does.
    for run in re.split(r'[^\W\d_]|[,;|\t"]', SKIPPED.sub(",", line)):
        digits = ""
        for group in re.findall(r"\d+", run):
            digits = (digits + str(int("1" + group))[1:])[-8:]
            if len(digits) == 8:
                yield digits

clean, *lists = sys.argv[1:]
listed = [{number for line in lines(path) for number in numbers(line)} for path in lists]
every = set().union(*listed)
hits = [i for i, line in enumerate(lines(clean), 1) if not every.isdisjoint(numbers(line))]
print(*(f"{clean}:{i}" for i in hits), f"{len(hits)} lines hold one of {len(every)} numbers", sep="\n")
sys.exit(1 if hits else 0 if all(listed) and every else "A list holds no number: nothing is proven")
