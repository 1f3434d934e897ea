"""Secrets of merchants at rest: sealed with the install's keys, opened only to call the vendor."""

import base64
import os

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from domain.errors import SettingsInvalid
from runtime.crypto import Keys

_PURPOSE = "credentials"
VARIABLE = "AFTERCARE_CREDENTIAL_KEYS"


class Seal:
    """Several keys may open, the first one seals; with a new key in front, ``renew`` moves a secret over to it."""

    def __init__(self, keys: list[Fernet]) -> None:
        self._keys = MultiFernet(keys)

    @classmethod
    def open(cls, keys: Keys) -> "Seal":
        """The keys of the environment, separated by commas, newest first; without any, one made from the install's."""
        given = [each.strip() for each in os.environ.get(VARIABLE, "").split(",") if each.strip()]
        try:
            chosen = [Fernet(each) for each in given]
        except ValueError as wrong:
            raise SettingsInvalid(f"{VARIABLE} holds something that is not a Fernet key") from wrong
        own = Fernet(base64.urlsafe_b64encode(bytes.fromhex(keys.hash(_PURPOSE, "seal"))[:32]))
        return cls([*chosen, own])

    def close(self, secret: str) -> str:
        return self._keys.encrypt(secret.encode()).decode()

    def reveal(self, sealed: str) -> str:
        """Raises SettingsInvalid when no key of this install opens it."""
        try:
            return self._keys.decrypt(sealed.encode()).decode()
        except InvalidToken as wrong:
            raise SettingsInvalid("a stored credential cannot be opened with the keys of this install") from wrong

    def renew(self, sealed: str) -> str:
        """The same secret under the newest key."""
        try:
            return self._keys.rotate(sealed.encode()).decode()
        except InvalidToken as wrong:
            raise SettingsInvalid("a stored credential cannot be opened with the keys of this install") from wrong
