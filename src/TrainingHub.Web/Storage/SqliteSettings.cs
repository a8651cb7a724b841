using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TrainingHub.Storage;

internal static class SqliteSettings
{
    // https://sqlite.org/c3ref/c_config_covering_index_scan.html
    private const int MemoryStatistics = 9;

    /// <summary>
    /// Sets SQLite as a whole; has no effect once it is in use. Nobody asks how much memory it holds, and to count it every connection would wait for the
    /// same lock at every allocation.
    /// </summary>
    public static void Configure()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(MemoryStatistics, 0);
    }

    public static string ConnectionString(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = SqliteOpenMode.ReadWriteCreate,
        DefaultTimeout = 30,
        ForeignKeys = true,
    }.ConnectionString;
}
