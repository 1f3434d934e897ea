"""The demo shop's people, one per role, named on its pages; they exist in demo mode alone."""

from domain.languages import Language
from domain.team import Role, Teammate

DEMO_PASSWORD = "maison-alder-demo"  # noqa: S105 - shown on the demo's own sign-in page
DEMO_TEAM = (
    Teammate(
        id="tmt_demo_owner",
        name="Margaux Alder",
        email="margaux@maison-alder.example",
        role=Role.OWNER,
        language=Language.FR,
    ),
    Teammate(
        id="tmt_demo_coordinator",
        name="Samir Benali",
        email="samir@maison-alder.example",
        role=Role.COORDINATOR,
        language=Language.EN,
    ),
    Teammate(
        id="tmt_demo_supplier",
        name="Atelier Breval",
        email="atelier@breval.example",
        role=Role.SUPPLIER,
        language=Language.FR,
    ),
    Teammate(
        id="tmt_demo_observer",
        name="Inès Caron",
        email="ines@maison-alder.example",
        role=Role.OBSERVER,
        language=Language.FR,
    ),
)
