"""Frames between processes: a JSON header and raw bytes, both length-capped. Never pickle.

    frame = header length (u32) | body length (u64) | header (UTF-8 JSON object) | body     all little-endian

A *payload* is what one observation or one set of inputs looks like inside a frame: a JSON object whose trees name
their bytes by offset, and those bytes. Payloads are passed on without being understood, so the app needs no torch.
"""

from __future__ import annotations

import json
import os
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from grader.errors import WireError

Header = dict[str, Any]

PREFIX = struct.Struct("<IQ")
MAX_HEADER = 8 << 20
"""Bytes of a header; beyond it a frame is refused."""
MAX_BODY = 512 << 20
"""Bytes of a body; beyond it a frame is refused."""
MAX_ELEMENTS = 1 << 26
"""Logical elements of a tensor that anyone is asked to hold; an expanded zero may claim 10^12."""


@dataclass(frozen=True, slots=True)
class Payload:
    """Trees and the bytes that they point into."""

    header: Header
    """Plain data; its trees name ranges of `body`."""
    body: bytes


def encode(header: Header, body: bytes = b"") -> bytes:
    """One frame as bytes."""
    return encode_head(header, len(body)) + body


def encode_head(header: Header, length: int) -> bytes:
    """What comes before a body of some bytes."""
    head = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")
    return PREFIX.pack(len(head), length) + head


def prefix_lengths(prefix: bytes, max_header: int = MAX_HEADER, max_body: int = MAX_BODY) -> tuple[int, int]:
    """The lengths of header and body.

    Raises:
        WireError: one of them exceeds its cap.
    """
    header_length, body_length = PREFIX.unpack(prefix)
    if header_length > max_header or body_length > max_body:
        raise WireError(f"frame of {header_length} + {body_length} bytes")
    return header_length, body_length


def decode_header(head: bytes) -> Header:
    """The header as an object.

    Raises:
        WireError: it is not a JSON object, or nested too deeply.
    """
    try:
        header = json.loads(head.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise WireError("header is not JSON") from error
    if not isinstance(header, dict):
        raise WireError("header is not an object")
    return header


def bundle(payloads: Iterable[Payload]) -> tuple[list[Header], bytes]:
    """Several payloads for one frame: their headers, each with the range `at` of its bytes, and all bytes."""
    headers: list[Header] = []
    bodies: list[bytes] = []
    start = 0
    for payload in payloads:
        headers.append({**payload.header, "at": [start, len(payload.body)]})
        bodies.append(payload.body)
        start += len(payload.body)
    return headers, b"".join(bodies)


def unbundle(header: Header, body: bytes) -> Payload:
    """One payload of a frame made with `bundle`.

    Raises:
        WireError: the range lies outside the body.
    """
    start, length = header["at"]
    if start < 0 or length < 0 or start + length > len(body):
        raise WireError("payload outside its frame")
    return Payload({key: value for key, value in header.items() if key != "at"}, body[start : start + length])


class BlockingChannel:
    """Frames over a file descriptor, for workers; blocks."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def send(self, header: Header, body: bytes = b"") -> None:
        """Writes one frame whole.

        Raises:
            OSError: the other side is gone.
        """
        view = memoryview(encode(header, body))
        while view:
            view = view[os.write(self._descriptor, view) :]

    def receive(self) -> tuple[Header, bytes] | None:
        """The next frame, or None when the other side closed."""
        prefix = self._read(PREFIX.size)
        if prefix is None:
            return None
        header_length, body_length = prefix_lengths(prefix)
        head, body = self._read(header_length), self._read(body_length)
        return None if head is None or body is None else (decode_header(head), body)

    def _read(self, length: int) -> bytes | None:
        parts = []
        while length:
            part = os.read(self._descriptor, min(length, 1 << 20))
            if not part:
                return None
            parts.append(part)
            length -= len(part)
        return b"".join(parts)
