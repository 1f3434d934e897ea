"""The conversations that every set-up holds, and what has to be true of the shop and the answers afterwards."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """``decision`` is verdict and reason; ``link`` is the item, the way it goes back and the variant wanted instead,
    as patterns, and None forbids a way into the portal; ``says`` are patterns that the answers must match together."""

    decision: tuple[str, str] | None = None
    link: tuple[str, str, str] | None = None
    says: tuple[str, ...] = ()
    statement: bool = False
    choice: str = ""
    handed_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """``customer`` is signed in already, in every set-up; ``resolved`` marks a return carried to its end."""

    id: str
    title: str
    customer: str
    turns: tuple[str, ...]
    expected: Expected = field(default_factory=Expected)
    resolved: bool = False


TASKS = (
    Task(
        id="return",
        title="Return of an eligible item",
        customer="camille.laurent@example.com",
        turns=("I'd like to return the blue jacket, it's too small", "a refund please", "thanks!"),
        expected=Expected(
            decision=("eligible", "within_window"), link=("Alba jacket", "refund", ""), says=(r"9 December",)
        ),
        resolved=True,
    ),
    Task(
        id="refused",
        title="Return that is refused",
        customer="nora.whitfield@example.com",
        turns=("I want to return the dress", "why?", "thanks"),
        expected=Expected(decision=("refused", "final_sale"), says=(r"(?i)final sale",)),
        resolved=True,
    ),
    Task(
        id="exchange",
        title="Exchange, one of two alike",
        customer="lucas.moreau@example.com",
        turns=("Can I exchange the blue jacket for another size?", "the one from MA-518406", "XL please", "thanks"),
        expected=Expected(
            decision=("eligible", "within_window"), link=("Alba jacket", "exchange", "Blue, XL"), says=(r"in stock",)
        ),
        resolved=True,
    ),
    Task(
        id="parcel",
        title="Where is my parcel",
        customer="oliver.hughes@example.com",
        turns=("Where is my parcel?", "when will it arrive?"),
        expected=Expected(says=(r"MA-902174", r"DPD", r"19 November")),
    ),
    Task(
        id="lost",
        title="Lost parcel",
        customer="hugo.lambert@example.com",
        turns=("My parcel never arrived, it seems lost", "can I see the claim?", "thanks"),
        expected=Expected(says=(r"(?i)\blost\b", r"CL-52718", r"(?i)statement")),
    ),
    Task(
        id="claim",
        title="Claim, and the statement it waits for",
        customer="hugo.lambert@example.com",
        turns=(
            "What about the investigation into my lost parcel?",
            "I never received it. I asked the neighbours and looked in the hall.",
            "yes",
            "thanks",
        ),
        expected=Expected(says=(r"CL-52718", r"(?i)recorded"), statement=True),
    ),
    Task(
        id="incident",
        title="Failed delivery, delivered again",
        customer="ines.garnier@example.com",
        turns=(
            "The driver could not get in, can they come again?",
            "Deliver again on another day",
            "20 November",
            "yes",
        ),
        expected=Expected(says=(r"20 November", r"(?i)recorded"), choice="redeliver"),
    ),
    Task(
        id="policy",
        title="Questions about the rules",
        customer="camille.laurent@example.com",
        turns=("how long do refunds take?", "and do I have to pay for the return?"),
        expected=Expected(says=(r"3 to 10 working days", r"deducted from the refund")),
    ),
    Task(
        id="two",
        title="Two requests in one message",
        customer="oliver.hughes@example.com",
        turns=("Where is my parcel, and how long do I have to return something?", "thanks"),
        expected=Expected(says=(r"MA-902174", r"19 November", r"30 days")),
    ),
    Task(
        id="person",
        title="Refund status, then a person",
        customer="jonas.becker@example.com",
        turns=("When do I get my money back?", "I want to talk to a person"),
        expected=Expected(says=(r"131\.10", r"30 November"), handed_over=True),
    ),
)
