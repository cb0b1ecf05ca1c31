"""The database room: an embedded or a live PostgreSQL, and the ordered migrations it holds.

Takes a data folder, a connection URI and SQL text; gives running servers, connections and applied migrations;
never decides whether SQL is right (`verifier` and `backends` do), and imports psycopg only when it connects.
"""
