namespace TrainingHub.Storage;

/// <summary>Where data lies. Bound from the configuration's top level: <c>Data</c>, <c>Database</c>, <c>Connection</c>, <c>MigrationConnection</c>.</summary>
public sealed record StorageOptions
{
    /// <summary>Folder of database, keys and uploads.</summary>
    public string Data { get; init; } = "data";

    public DatabaseKind Database { get; init; } = DatabaseKind.Sqlite;

    /// <summary>PostgreSQL connection string; unused with SQLite.</summary>
    public string? Connection { get; init; }

    /// <summary>
    /// PostgreSQL connection string of the role that owns the tables and brings them up to date. Then the role of <see cref="Connection"/>
    /// owns nothing and cannot disarm what is append-only. Null: one role does both.
    /// </summary>
    public string? MigrationConnection { get; init; }

    public string DatabaseFile => Path.Combine(Data, "traininghub.db");
    public string KeyFolder => Path.Combine(Data, "keys");
    public string UploadFolder => Path.Combine(Data, "uploads");

    /// <summary>Copies of pictures and videos out of the database; made again when they are missing.</summary>
    public string MediaFolder => Path.Combine(Data, "media");
}
