"""Runs migrations on the connection that ``app.store.schema`` hands over. Knows nothing of where the database is."""

from alembic import context

from app.store.tables import Table

# The connection is in a transaction that its owner ends: the whole upgrade is kept, or none of it.
context.configure(connection=context.config.attributes["connection"], target_metadata=Table.metadata)
with context.begin_transaction():
    context.run_migrations()
