"""The example service: the answers of its guards over HTTP, bad requests, and its metrics."""

from __future__ import annotations

import importlib.util
import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
POLICY = {
    "id": "5d0f1c3e-7a44-4c51-9a6e-0d7f0a3b9c11",
    "rem_excluded": True,
    "effective_from": "2026-01-01T00:00:00Z",
}
STUDY = {
    "id": "7b1d1f7e-0000-4000-8000-000000000001",
    "title": "Tremor in remission",
    "rem_sleep_allowed": False,
    "rem_policy": POLICY["id"],
}
SESSION = {
    "study": STUDY["id"],
    "purpose": "Evening relaxation",
    "rem_flag": False,
    "started_at": "2026-11-20T21:00:00Z",
}


@pytest.fixture(scope="module")
def service() -> ModuleType:
    spec = importlib.util.spec_from_file_location("example_service", ROOT / "examples/service/service.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def address(service: ModuleType) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), service.Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def post(address: str, path: str, body: object) -> tuple[int, Any]:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    try:
        with urllib.request.urlopen(address + path, data=data, timeout=10) as response:
            return response.status, json.loads(response.read())
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, json.loads(refusal.read())


def test_a_lawful_session_is_allowed(address: str) -> None:
    """200 when every rule of the policy is true."""
    body = {"session": SESSION, "study": STUDY, "rem_policy": POLICY}
    assert post(address, "/v1/policy/validate/session", body) == (200, {"allowed": True})


def test_every_reason_of_a_denial_is_told(address: str) -> None:
    """422 with each failed rule in the author's words, and what it traces to."""
    body = {
        "session": {**SESSION, "rem_flag": True, "purpose": "R.E.M. boost"},
        "study": STUDY,
        "rem_policy": POLICY,
    }
    status, document = post(address, "/v1/policy/validate/session", body)
    assert status == 422
    assert [r["because"] for r in document["reasons"]] == [
        "the session is flagged REM",
        "the purpose is labelled as REM",
    ]
    assert document["reasons"][0]["traces"] == ["RC-REM-1"]


@pytest.mark.parametrize(
    "change",
    [
        {"study": None},
        {"rem_policy": None},
        {"study": {**STUDY, "id": "7b1d1f7e-0000-4000-8000-000000000009"}},
        {"rem_policy": {**POLICY, "effective_to": "2026-11-20T21:00:00Z"}},
        {"session": {**SESSION, "rem_flag": None}},
        {"session": {**SESSION, "rem_flag": "false"}},
        {"session": {k: v for k, v in SESSION.items() if k != "started_at"}},
    ],
)
def test_what_is_missing_invalid_or_of_another_record_is_denied(address: str, change: dict[str, Any]) -> None:
    """A record that was not sent, does not match its reference, or has an invalid field never passes."""
    body = {"session": SESSION, "study": STUDY, "rem_policy": POLICY, **change}
    status, document = post(address, "/v1/policy/validate/session", body)
    assert status == 422 and (document["reasons"] or document["invalid"])


def test_a_study_is_judged_by_its_own_policy(address: str) -> None:
    """Studies have their own path and guard."""
    assert post(address, "/v1/policy/validate/study", {"study": STUDY, "rem_policy": POLICY})[0] == 200
    allowed = {"study": {**STUDY, "rem_sleep_allowed": True}, "rem_policy": POLICY}
    assert (
        post(address, "/v1/policy/validate/study", allowed)[1]["reasons"][0]["because"]
        == "the study allows REM sleep"
    )


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b'{"session": 1}', b'{"session": {"rem_flag": NaN}}', b"\xff\xfe", b"[" * 100_000],
)
def test_what_is_no_request_is_answered_400(address: str, body: bytes) -> None:
    """Unreadable JSON, other shapes and NaN are the caller's fault, said in one line."""
    status, document = post(address, "/v1/policy/validate/session", body)
    assert status == 400 and document["error"]


def test_requests_are_counted_by_type_and_result(address: str, service: ModuleType) -> None:
    """The metric has the two labels that operations rely on."""
    before = service.requests_total["study", "allowed"]
    post(address, "/v1/policy/validate/study", {"study": STUDY, "rem_policy": POLICY})
    with urllib.request.urlopen(address + "/metrics", timeout=10) as response:
        text = response.read().decode()
    assert f'policy_requests_total{{type="study",result="allowed"}} {before + 1}' in text
    assert "# TYPE policy_requests_total counter" in text
