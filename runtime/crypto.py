"""Keys and tokens: made at first start, readable by the owner alone; secrets are stored as keyed hashes only."""

import base64
import hashlib
import hmac
import os
import secrets
from pathlib import Path


class Keys:
    """The install's own secret, from which each purpose derives its own key."""

    def __init__(self, root: bytes) -> None:
        self._root = root

    @classmethod
    def open(cls, folder: Path) -> "Keys":
        """Reads ``secret.key`` of the data folder, making it (mode 0600) when it is not there."""
        path = folder / "secret.key"
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return cls(path.read_bytes())
        with os.fdopen(handle, "wb") as file:
            root = secrets.token_bytes(32)
            file.write(root)
        return cls(root)

    def hash(self, purpose: str, *parts: str) -> str:
        """A keyed hash of the parts; the same secret under two purposes gives unrelated values."""
        key = hmac.digest(self._root, purpose.encode(), "sha256")
        return hmac.new(key, "\x1f".join(parts).encode(), hashlib.sha256).hexdigest()

    def matches(self, expected: str, purpose: str, *parts: str) -> bool:
        return hmac.compare_digest(expected, self.hash(purpose, *parts))


def new_token(size: int = 24) -> str:
    """A random token that is safe in an address: 32 characters for 24 bytes."""
    return base64.urlsafe_b64encode(os.urandom(size)).rstrip(b"=").decode()


def new_code() -> str:
    """Six digits, the first ones may be zero."""
    return f"{secrets.randbelow(1_000_000):06d}"
