#!/usr/bin/env python3
"""Recomputes the expected values in vectors/dates.json from the inputs of each case,
with the standard library and the time zone data of the system.

    python3 remake.py            check: exit code 1 when a value disagrees
    python3 remake.py --write    rewrite the file with the values Python gives

Dates compare exactly. Everything else belongs to remake.R.
"""
import json
import sys
from collections import Counter
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

VECTORS = Path(__file__).parent / "vectors" / "dates.json"
DAY = timedelta(days=1)


def instant_text(instant):
    utc = instant.astimezone(timezone.utc).replace(tzinfo=None)
    return utc.isoformat(timespec="milliseconds") + "Z"


def quarter_number(day, first_month):
    return (day.month - first_month) % 12 // 3 + 1


def months_later(day, months):
    """The first day of the month that many months after the month of `day`."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def bucket_dates(day, options):
    """First date of the bucket that holds `day`, and of the one after it."""
    granularity = options["granularity"]
    if granularity == "day":
        return day, day + DAY
    if granularity == "week":
        start = day - (day.isoweekday() - options.get("weekStartsOn", 1)) % 7 * DAY
        return start, start + 7 * DAY
    if granularity == "month":
        return months_later(day, 0), months_later(day, 1)
    if granularity == "quarter":
        start = months_later(day, -((day.month - options.get("fiscalYearStartMonth", 1)) % 3))
        return start, months_later(start, 3)
    return date(day.year, 1, 1), date(day.year + 1, 1, 1)


def bucket_key(start, options):
    """ISO week key for weeks from Monday; fiscal quarters have no key of their own."""
    granularity = options["granularity"]
    if granularity == "week" and options.get("weekStartsOn", 1) == 1:
        return week_key(start)
    if granularity == "month":
        return f"{start:%Y-%m}"
    if granularity == "quarter":
        if options.get("fiscalYearStartMonth", 1) != 1:
            return None
        return f"{start.year}-Q{quarter_number(start, 1)}"
    return str(start.year) if granularity == "year" else start.isoformat()


def week_key(day):
    iso = day.isocalendar()
    return f"{iso.year}-W{iso.week:02}"


def first_instant(day, zone):
    """The earlier of two midnights; in a gap, fold=0 gives the first instant after it."""
    return datetime.combine(day, time(0), zone).astimezone(timezone.utc)


def bucket(case_input, options):
    zone = ZoneInfo(options["timeZone"])
    local = datetime.fromisoformat(case_input["instant"]).astimezone(zone)
    day = local.date()
    start, after = bucket_dates(day, options)
    start_instant, end_instant = first_instant(start, zone), first_instant(after, zone)
    iso = day.isocalendar()
    return {
        "localDate": day.isoformat(),
        "localTime": local.time().isoformat(timespec="milliseconds"),
        "utcOffsetMinutes": local.utcoffset() // timedelta(minutes=1),
        "key": bucket_key(start, options),
        "bucketStartDate": start.isoformat(),
        "bucketEndDate": after.isoformat(),
        "bucketStart": instant_text(start_instant),
        "bucketEnd": instant_text(end_instant),
        "isoYear": iso.year,
        "isoWeek": iso.week,
        "isoWeekday": iso.weekday,
        "quarter": quarter_number(day, options.get("fiscalYearStartMonth", 1)),
        "bucketHours": (end_instant - start_instant) / timedelta(hours=1),
    }


def bucket_range(case_input, options):
    zone = ZoneInfo(options["timeZone"])
    day, last = (
        datetime.fromisoformat(case_input[end]).astimezone(zone).date() for end in ("from", "to")
    )
    starts = []
    while day <= last:
        start, day = bucket_dates(day, options)
        starts.append(start)
    return {
        "keys": [bucket_key(start, options) for start in starts],
        "starts": [instant_text(first_instant(start, zone)) for start in starts],
        "count": len(starts),
    }


def iso_week(case_input, options):
    day = date.fromisoformat(case_input["date"])
    iso = day.isocalendar()
    return {
        "isoYear": iso.year,
        "isoWeek": iso.week,
        "isoWeekday": iso.weekday,
        "key": week_key(day),
        "weekStart": (day - (iso.weekday - 1) * DAY).isoformat(),
        "dayOfYear": day.timetuple().tm_yday,
        "quarter": quarter_number(day, 1),
    }


def parse(case_input, options):
    instant = datetime.fromisoformat(case_input["timestamp"])
    epoch = datetime(1970, 1, 1, tzinfo=timezone.utc)
    return {
        "instant": instant_text(instant),
        "epochMs": (instant - epoch) // timedelta(milliseconds=1),
    }


METHODS = {
    "date.bucket": bucket,
    "date.bucketRange": bucket_range,
    "date.isoWeek": iso_week,
    "date.parse": parse,
}


def recompute(case):
    """Only the fields the case holds are taken over."""
    got = METHODS[case["method"]](case["input"], case["options"])
    return {name: got[name] for name in case["expected"]}


def main():
    cases = json.loads(VECTORS.read_text())
    total, agree = Counter(), Counter()
    for case in cases:
        got = recompute(case)
        total[case["method"]] += 1
        agree[case["method"]] += got == case["expected"]
        for name, expected in case["expected"].items():
            if got[name] != expected:
                print(f"  {case['id']} {name}: got {got[name]}, expected {expected}")
        case["expected"] = got
    for method in total:
        print(f"dates        {method:28} {agree[method]:4} of {total[method]:4} agree")
    if "--write" in sys.argv[1:]:
        lines = (json.dumps(case, separators=(",", ":")) for case in cases)
        VECTORS.write_text("[\n" + ",\n".join(lines) + "\n]\n")
    elif agree != total:
        sys.exit(1)


main()
