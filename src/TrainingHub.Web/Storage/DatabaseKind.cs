namespace TrainingHub.Storage;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
