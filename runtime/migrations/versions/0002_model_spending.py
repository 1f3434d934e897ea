"""What models cost."""

import sqlalchemy as sa
from alembic import op

from runtime.migrations.row_security import secure_tables


revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "model_spending",
        sa.Column("merchant_id", sa.String(length=64), nullable=False),
        sa.Column("conversation_id", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("prompt_tokens", sa.BigInteger(), nullable=False),
        sa.Column("cached_tokens", sa.BigInteger(), nullable=False),
        sa.Column("completion_tokens", sa.BigInteger(), nullable=False),
        sa.Column("micros", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("merchant_id", "conversation_id", "day", name=op.f("pk_model_spending")),
    )
    with op.batch_alter_table("model_spending", schema=None) as batch_op:
        batch_op.create_index("ix_model_spending_day", ["merchant_id", "day"], unique=False)

    secure_tables()


def downgrade() -> None:
    with op.batch_alter_table("model_spending", schema=None) as batch_op:
        batch_op.drop_index("ix_model_spending_day")

    op.drop_table("model_spending")
