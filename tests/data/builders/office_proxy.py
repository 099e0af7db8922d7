"""A proxy of an office on loopback: takes CONNECT for any name, and carries the bytes to a server on this machine."""

from __future__ import annotations

import select
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar


@dataclass
class OfficeProxy:
    """A running proxy. ``asked`` holds the request lines and what was said of who asks, ``carried`` every byte that
    went towards a server. ``refuses`` is the status it answers with in place of carrying."""

    port: int
    asked: list[tuple[str, str]] = field(default_factory=list)
    carried: list[bytes] = field(default_factory=list)
    refuses: int = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


class _Handler(BaseHTTPRequestHandler):
    state: ClassVar[OfficeProxy]

    def log_message(self, *_: object) -> None:
        pass

    def do_CONNECT(self) -> None:
        state = type(self).state
        state.asked.append((self.path, self.headers.get("proxy-authorization", "")))
        self.close_connection = True
        if state.refuses:
            self.send_error(state.refuses)
            return
        port = int(self.path.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), timeout=10) as there:
            self.send_response(200)
            self.end_headers()
            self._carry(there, state)

    def _carry(self, there: socket.socket, state: OfficeProxy) -> None:
        pairs = {self.connection: there, there: self.connection}
        while True:
            ready, _, _ = select.select(list(pairs), [], [], 10)
            for one in ready:
                piece = one.recv(65536)
                if not piece:
                    return
                if one is self.connection:
                    state.carried.append(piece)
                pairs[one].sendall(piece)
            if not ready:
                return


@contextmanager
def office_proxy() -> Iterator[OfficeProxy]:
    """A proxy on a free port of loopback."""

    class Own(_Handler):
        pass

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """A side that goes away is nothing to tell of."""

    server = Quiet(("127.0.0.1", 0), Own)
    Own.state = OfficeProxy(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield Own.state
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
