"""A teammate's browser in a few lines: signs in, opens pages, sends the forms that stand on them."""

import re
from dataclasses import dataclass
from html import unescape

import httpx

from web.demo_team import DEMO_PASSWORD, DEMO_TEAM
from web.seed import DEMO

HOME = f"/console/{DEMO}"
OWNER, COORDINATOR, SUPPLIER, OBSERVER = (mate.email for mate in DEMO_TEAM)
_MARK = re.compile(r'name="mark" value="([0-9a-f]+)"')


@dataclass
class Desk:
    """One signed-in browser; paths are below the shop's console."""

    client: httpx.Client

    def get(self, path: str = "", status: int = 200) -> str:
        answer = self.client.get(f"{HOME}{path}")
        assert answer.status_code == status, (answer.status_code, answer.text[:300])
        return unescape(answer.text)

    def mark(self, path: str = "/skills/returns") -> str:
        """What the forms of this session carry."""
        found = _MARK.search(self.get(path))
        assert found
        return found[1]

    def post(self, path: str, status: int = 200, *, mark: str | None = None, **fields: str) -> str:
        """Sends a form of ours and follows where it leads; the status is the last answer's."""
        sent = {"mark": self.mark() if mark is None else mark, **fields}
        answer = self.client.post(f"{HOME}{path}", data=sent, headers=own(self.client), follow_redirects=True)
        assert answer.status_code == status, (answer.status_code, answer.text[:300])
        return unescape(answer.text)


def own(client: httpx.Client) -> dict[str, str]:
    """As a browser says of a form on one of our own pages."""
    return {"origin": str(client.base_url).rstrip("/"), "sec-fetch-site": "same-origin"}


def sign_in(url: str, email: str = OWNER, password: str = DEMO_PASSWORD) -> Desk:
    client = httpx.Client(base_url=url, timeout=30, headers={"accept-language": "en"})
    answer = client.post(
        f"{HOME}/sign-in", data={"email": email, "password": password, "next": HOME}, headers=own(client)
    )
    assert answer.status_code == 303, answer.text[:300]
    return Desk(client)
