import sqlite3

class Error(sqlite3.Error): ...
class DatabaseError(Error): ...
class OperationalError(DatabaseError): ...
class IntegrityError(DatabaseError): ...
class Connection(sqlite3.Connection): ...

sqlite_version: str
sqlite_version_info: tuple[int, int, int]

def connect(
    database: str,
    *,
    timeout: float = ...,
    isolation_level: str | None = ...,
    check_same_thread: bool = ...,
    cached_statements: int = ...,
    uri: bool = ...,
) -> Connection: ...
