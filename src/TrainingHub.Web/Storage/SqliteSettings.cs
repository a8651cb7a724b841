using Microsoft.Data.Sqlite;

namespace TrainingHub.Storage;

internal static class SqliteSettings
{
    public static string ConnectionString(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = SqliteOpenMode.ReadWriteCreate,
        DefaultTimeout = 30,
        ForeignKeys = true,
    }.ConnectionString;
}
