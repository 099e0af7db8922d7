"""What someone with the key could read in the pages of a file, whether SQLite still calls them its own or not.

SQLCipher 4: pages of 4,096 bytes, AES-256-CBC, the last 80 hold IV and HMAC, the first 16 of the file are the salt.
"""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVE, SALT = 4096, 80, 16
WAL_HEADER, FRAME_HEADER = 32, 24


def decrypted(page: bytes, number: int, key: bytes) -> bytes:
    """The content of one page."""
    start, iv = (SALT if number == 1 else 0), page[PAGE - RESERVE : PAGE - RESERVE + 16]
    cipher = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return cipher.update(page[start : PAGE - RESERVE]) + cipher.finalize()


def database_pages(path: Path, key: bytes) -> list[bytes]:
    """Every page of a database file, free ones included."""
    content = path.read_bytes()
    count = len(content) // PAGE
    return [decrypted(content[n * PAGE : (n + 1) * PAGE], n + 1, key) for n in range(count)]


def journal_pages(path: Path, key: bytes) -> list[bytes]:
    """Every frame of a write-ahead log, old ones included."""
    content = path.read_bytes() if path.exists() else b""
    pages = []
    for start in range(WAL_HEADER, len(content) - FRAME_HEADER - PAGE + 1, FRAME_HEADER + PAGE):
        number = int.from_bytes(content[start : start + 4])
        pages.append(decrypted(content[start + FRAME_HEADER : start + FRAME_HEADER + PAGE], number, key))
    return pages


def holds(pages: list[bytes], text: str) -> bool:
    """Whether a text stands in a page; a word in the full-text index stands without what it shares with the one before
    it, so look for words that begin like no other."""
    return any(text.encode() in page for page in pages)
