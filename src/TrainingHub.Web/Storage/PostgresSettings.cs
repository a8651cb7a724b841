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
        // What it was given: ContainsKey of this builder says yes to every word that it knows.
        var given = settings.Keys;
        if (!given.Contains("Maximum Pool Size"))
        {
            settings.MaxPoolSize = 24;
        }

        if (!given.Contains("Max Auto Prepare"))
        {
            settings.MaxAutoPrepare = 100;
        }

        // Nothing of ours changes a session and leaves it changed: locks and settings end with their transaction. The reset between
        // two uses of a connection would cost more than most queries.
        if (!given.Contains("No Reset On Close"))
        {
            settings.NoResetOnClose = true;
        }

        return settings.ConnectionString;
    }
}
