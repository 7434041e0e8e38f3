"""The control channel between the app and a host: small JSON messages that may carry open descriptors."""

from __future__ import annotations

import json
import os
import socket
import struct
from typing import Any

Message = dict[str, Any]

MAX_MESSAGE = 64 << 10
MAX_DESCRIPTORS = 8
_LENGTH = struct.Struct("<I")


def send(channel: socket.socket, message: Message, descriptors: tuple[int, ...] = ()) -> None:
    """Sends one message; `descriptors` are duplicated into the receiver.

    Raises:
        OSError: the other side is gone, or does not read.
    """
    data = json.dumps({**message, "descriptors": len(descriptors)}).encode()
    frame = _LENGTH.pack(len(data)) + data
    sent = socket.send_fds(channel, [frame], list(descriptors)) if descriptors else channel.send(frame)
    while sent < len(frame):
        sent += channel.send(frame[sent:])


class Inbox:
    """Puts received pieces together to messages."""

    def __init__(self) -> None:
        self._data = b""
        self._descriptors: list[int] = []

    def take(self, channel: socket.socket) -> list[tuple[Message, list[int]]] | None:
        """The messages that one read completes, each with its descriptors; None when the other side closed."""
        data, descriptors, _, _ = socket.recv_fds(channel, MAX_MESSAGE, MAX_DESCRIPTORS)
        self._descriptors += descriptors
        for descriptor in descriptors:
            os.set_inheritable(descriptor, False)
        if not data:
            return None
        self._data += data
        messages = []
        while len(self._data) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._data)
            if len(self._data) < _LENGTH.size + length:
                break
            message = json.loads(self._data[_LENGTH.size : _LENGTH.size + length])
            self._data = self._data[_LENGTH.size + length :]
            count = message.pop("descriptors")
            messages.append((message, self._descriptors[:count]))
            del self._descriptors[:count]
        return messages
