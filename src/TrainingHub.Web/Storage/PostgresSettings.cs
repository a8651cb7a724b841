using Npgsql;

namespace TrainingHub.Storage;

internal static class PostgresSettings
{
    /// <summary>The configured connection string with our pool size and prepared statements, unless it says otherwise itself.</summary>
    public static string Complete(string? connection)
    {
        if (string.IsNullOrWhiteSpace(connection))
        {
            throw new InvalidOperationException("Database=postgres needs a connection string: set Connection, for instance \"Host=…;Database=…;Username=…;Password=…\".");
        }

        var settings = new NpgsqlConnectionStringBuilder(connection);
        if (!settings.ContainsKey("Maximum Pool Size"))
        {
            settings.MaxPoolSize = 24;
        }

        if (!settings.ContainsKey("Max Auto Prepare"))
        {
            settings.MaxAutoPrepare = 60;
        }

        return settings.ConnectionString;
    }
}
