"""What the OpenAPI document cannot say of a value, so that requests which it calls valid are valid."""

import os
import re
import uuid

import schemathesis
from hypothesis import strategies as st

schemathesis.openapi.format(
    "time-zone", st.sampled_from(["Asia/Karachi", "Europe/London", "America/New_York", "UTC"])
)
SYNC_TOKEN = os.environ.get("SYNC_TOKEN", "*")
schemathesis.openapi.format("sync-token", st.just(SYNC_TOKEN))

CSV = [b"title\r\nbuy milk\r\n", b"title,due_at,priority\r\nbuy milk,2026-12-31,high\r\n"]
CALENDAR = "\r\n".join(
    ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", "BEGIN:VTODO", "UID:1"]
    + ["SUMMARY:buy milk", "DUE;VALUE=DATE:20261231", "END:VTODO", "END:VCALENDAR", ""]
).encode()
schemathesis.openapi.media_type("text/csv", st.sampled_from(CSV))
schemathesis.openapi.media_type("text/calendar", st.just(CALENDAR))
schemathesis.openapi.media_type("text/plain", st.sampled_from([b"milk", "دودھ".encode()]))
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63000100000500010d0a2db40000000049454e44ae426082"
)
for image in ["image/png", "image/jpeg", "image/gif", "image/webp"]:
    schemathesis.openapi.media_type(image, st.just(PIXEL))


@schemathesis.serializer("text/csv", "text/calendar")
def write_text(context, value):
    return value if isinstance(value, bytes) else str(value).encode()


@schemathesis.hook
def before_call(context, case, kwargs):
    """What only an answer before could have told, where a request is meant to be valid."""
    if case.meta is not None and case.meta.generation.mode.value != "positive":
        return
    # A key is for one request: the same with another body is refused.
    if case.headers and case.headers.get("Idempotency-Key"):
        case.headers["Idempotency-Key"] = str(uuid.uuid4())
    # A cursor is of the page before, a token of the time before.
    if case.query:
        case.query.pop("cursor", None)
        if not re.match(r"\*$|\d{4}-", str(case.query.get("changed_since", "*"))):
            case.query["changed_since"] = SYNC_TOKEN
