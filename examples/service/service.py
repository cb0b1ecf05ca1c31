"""A policy service that answers with generated guards: the whole program, standard library only.

    POST /v1/policy/validate/study     {"study": {…}, "rem_policy": {…}}
    POST /v1/policy/validate/session   {"session": {…}, "study": {…}, "rem_policy": {…}}
    GET  /metrics                      policy_requests_total{type,result}, in Prometheus' text format

200 allowed · 422 denied, with every reason and what it traces to · 400 not a request we understand.
JSON numbers are read as exact decimals: nothing here is ever a binary float.

    python examples/service/service.py [PORT]       (8080 where none is named)
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from generated.python import session_guard, study_guard

LIMIT = 1 << 20
requests_total: Counter[tuple[str, str]] = Counter()
_lock = Lock()


class BadRequest(Exception):
    """The request is not one this service answers; the message says why."""


def _record(body: Any, name: str) -> Any:
    """The record `name` of a request; a record that is not sent is missing, and the guard says what follows."""
    found = body.get(name)
    if found is not None and not isinstance(found, dict):
        raise BadRequest(f"`{name}` is not an object")
    return found


def _maybe(read: Any, data: Any) -> Any:
    return None if data is None else read(data)


def decide(kind: str, body: Any) -> study_guard.Decision | session_guard.Decision:
    """The guard's decision about a parsed request body."""
    if not isinstance(body, dict) or not isinstance(body.get(kind), dict):
        raise BadRequest(f"the body is a JSON object with the object `{kind}`")
    study, policy = _record(body, "study"), _record(body, "rem_policy")
    if kind == "study":
        return study_guard.decide(study_guard.read_study(study), _maybe(study_guard.read_rem_policy, policy))
    return session_guard.decide(
        session_guard.read_session(body["session"]),
        _maybe(session_guard.read_study, study),
        _maybe(session_guard.read_rem_policy, policy),
    )


def _parse(data: bytes) -> Any:
    def refuse(word: str) -> None:
        raise BadRequest(f"`{word}` is not a JSON number")

    try:
        return json.loads(data, parse_float=Decimal, parse_constant=refuse)
    except (ValueError, RecursionError) as why:
        raise BadRequest("the body is not JSON") from why


def answer(path: str, data: bytes) -> tuple[int, dict[str, Any]]:
    """The status and document for one POST."""
    kind = path.rpartition("/")[2]
    if path not in ("/v1/policy/validate/study", "/v1/policy/validate/session"):
        return 404, {"error": f"no such path: {path}"}
    try:
        decision = decide(kind, _parse(data))
    except BadRequest as why:
        with _lock:
            requests_total[kind, "bad_request"] += 1
        return 400, {"error": str(why)}
    with _lock:
        requests_total[kind, "allowed" if decision.allowed else "denied"] += 1
    if decision.allowed:
        return 200, {"allowed": True}
    reasons = [{"rule": r.rule, "because": r.because, "traces": list(r.traces)} for r in decision.reasons]
    return 422, {"allowed": False, "invalid": list(decision.invalid), "reasons": reasons}


def metrics() -> str:
    """The counters as Prometheus reads them."""
    lines = [
        "# HELP policy_requests_total Validation requests by type and result.",
        "# TYPE policy_requests_total counter",
    ]
    with _lock:
        counts = sorted(requests_total.items())
    return (
        "\n".join(
            [*lines, *(f'policy_requests_total{{type="{t}",result="{r}"}} {n}' for (t, r), n in counts)]
        )
        + "\n"
    )


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > LIMIT:
            self._send(
                400,
                json.dumps({"error": f"send at most {LIMIT} bytes with a Content-Length"}),
                "application/json",
            )
            self.close_connection = True
            return
        status, document = answer(self.path, self.rfile.read(int(length)))
        self._send(status, json.dumps(document), "application/json")

    def do_GET(self) -> None:
        if self.path == "/metrics":
            self._send(200, metrics(), "text/plain; version=0.0.4")
        else:
            self._send(404, json.dumps({"error": f"no such path: {self.path}"}), "application/json")

    def _send(self, status: int, text: str, kind: str) -> None:
        data = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet: what happened is in the metrics; personal data stays out of logs."""


def main(arguments: list[str]) -> int:
    port = int(arguments[0]) if arguments else 8080
    with ThreadingHTTPServer(("127.0.0.1", port), Handler) as server:
        print(f"listening on http://127.0.0.1:{server.server_address[1]}", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("stopped")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
