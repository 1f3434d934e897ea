"""Tables of the knowledge base; search indexes are derived from them and may be deleted at any time."""

from sqlalchemy import (
    JSON,
    Column,
    Date,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

from runtime.tables import Instant, merchant_column, metadata

articles = Table(
    "articles",
    metadata,
    merchant_column(),
    Column("language", String(8), nullable=False),
    Column("id", String(200), nullable=False),
    Column("title", Text, nullable=False),
    Column("topic", String(100), nullable=False),
    Column("version", Integer, nullable=False),
    Column("updated", Date, nullable=False),
    Column("source", Text, nullable=False),
    Column("checksum", String(64), nullable=False),
    Column("asked_as", JSON, nullable=False),
    Column("asked_vectors", LargeBinary, nullable=False),
    Column("embedding", String(100), nullable=False),
    Column("body", Text, nullable=True),
    Column("checked", Date, nullable=True),
    PrimaryKeyConstraint("merchant_id", "language", "id"),
)

article_versions = Table(
    "article_versions",
    metadata,
    merchant_column(),
    Column("language", String(8), nullable=False),
    Column("article", String(200), nullable=False),
    Column("version", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("topic", String(100), nullable=False),
    Column("asked_as", JSON, nullable=False),
    Column("body", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("updated", Date, nullable=False),
    Column("at", Instant, nullable=False),
    PrimaryKeyConstraint("merchant_id", "language", "article", "version"),
)

passages = Table(
    "passages",
    metadata,
    merchant_column(),
    Column("id", String(255), nullable=False),
    Column("article", String(200), nullable=False),
    Column("language", String(8), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("headings", JSON, nullable=False),
    Column("text", Text, nullable=False),
    Column("vectors", LargeBinary, nullable=False),
    Column("embedding", String(100), nullable=False),
    PrimaryKeyConstraint("merchant_id", "language", "article", "ordinal"),
    ForeignKeyConstraint(
        ["merchant_id", "language", "article"],
        ["articles.merchant_id", "articles.language", "articles.id"],
        ondelete="CASCADE",
    ),
)

knowledge_revisions = Table(
    "knowledge_revisions",
    metadata,
    merchant_column(),
    Column("revision", Integer, nullable=False),
    PrimaryKeyConstraint("merchant_id"),
)
