"""The demo shop: a merchant, the sandbox store, its help centre and its typed policy, made once."""

from sqlalchemy.engine import Connection

from domain.clock import Clock
from domain.ids import MerchantId
from domain.languages import Language
from domain.policy import PolicySource
from hub_connectors.sandbox.adapter import SandboxStore
from hub_connectors.sandbox.calendar import SandboxCalendar
from hub_connectors.sandbox.content import CONTENT
from hub_connectors.sandbox.policy import POLICY
from knowledge.adding import prepare
from knowledge.embeddings import WordVectors
from knowledge.policy_keeping import keep_and_read
from knowledge.readers import read_path
from records.merchants import Merchant, add_merchant, find_merchant
from records.policies import add_policy, find_newest
from records.team import add_teammate
from runtime.clocks import SystemClock
from runtime.database import Database
from runtime.passwords import hash_password
from runtime.phrases import load_phrases
from web.demo_team import DEMO_PASSWORD, DEMO_TEAM
from web.past import keep_past

DEMO = MerchantId("maison-alder")
WIDGET_KEY = "wk_maison_alder_demo"

_SHOP = Merchant(
    id=DEMO,
    name="Maison Alder",
    widget_key=WIDGET_KEY,
    zone="Europe/Paris",
    language=Language.FR,
    origins=("*",),
    connector="sandbox",
)


async def seed_demo(database: Database, clock: Clock | None = None) -> bool:
    """False when the shop is there already."""
    shop = database.merchant(DEMO)
    if await shop.read(lambda c: find_merchant(c, DEMO)):
        return False
    calendar = SandboxCalendar(clock or SystemClock())
    await SandboxStore(database, DEMO, calendar).seed()
    today = calendar.today()
    articles = [
        row
        for language in (Language.EN, Language.FR)
        for path in sorted((CONTENT / language.value).glob("*.md"))
        for row in prepare(read_path(path), embedder=WordVectors(), language=language, today=today)
    ]

    password, now = await hash_password(DEMO_PASSWORD), (clock or SystemClock()).now()

    def finish(connection: Connection) -> None:
        if find_newest(connection, DEMO, PolicySource.TYPED) is None:
            add_policy(connection, DEMO, POLICY)
        keep_and_read(connection, DEMO, articles)
        add_merchant(connection, _SHOP)
        for teammate in DEMO_TEAM:
            add_teammate(connection, DEMO, teammate, password_hash=password, now=now)
        keep_past(connection, DEMO, calendar=calendar, now=now, articles=articles, phrases=load_phrases())

    await shop.write(finish)
    return True
