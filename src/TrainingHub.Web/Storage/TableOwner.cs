using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TrainingHub.Storage;

/// <summary>
/// The second role on PostgreSQL: it owns the tables and changes the schema at the start, so that the application's own role can neither
/// drop a trigger nor truncate a table. Optional: see <see cref="StorageOptions.MigrationConnection"/>.
/// </summary>
internal static class TableOwner
{
    /// <summary>A context of the owner; null when the application's role does everything.</summary>
    public static PostgresDb? Connect(StorageOptions options, WriteGate gate)
    {
        if (options.Database != DatabaseKind.Postgres || string.IsNullOrWhiteSpace(options.MigrationConnection))
        {
            return null;
        }

        // Used once per start: nothing stays behind in a pool.
        var connection = new NpgsqlConnectionStringBuilder(options.MigrationConnection) { Pooling = false };
        if (string.Equals(connection.Username, ApplicationRole(options), StringComparison.Ordinal))
        {
            throw new InvalidOperationException("MigrationConnection and Connection name the same role. Give the application a role of its own, or leave MigrationConnection out.");
        }

        return new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(connection.ConnectionString).Options, gate);
    }

    /// <summary>Gives the application's role exactly what it needs: on append-only tables reading and appending.</summary>
    public static async Task GrantAsync(PostgresDb owner, StorageOptions options, CancellationToken cancel)
    {
        var role = Quoted(ApplicationRole(options));
        var appendOnly = AppendOnly.Tables(owner).ToHashSet(StringComparer.Ordinal);
        var tables = owner.Model.GetRelationalModel().Tables.Select(table => table.Name).Distinct(StringComparer.Ordinal).ToList();
        List<string> statements =
        [
            $"GRANT USAGE ON SCHEMA public TO {role}",
            // Health asks which migrations were run.
            $"GRANT SELECT ON \"__EFMigrationsHistory\" TO {role}",
            $"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
        ];
        foreach (var table in tables)
        {
            statements.Add($"REVOKE ALL ON {Quoted(table)} FROM {role}");
            statements.Add($"GRANT {(appendOnly.Contains(table) ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE")} ON {Quoted(table)} TO {role}");
        }

        await owner.Database.ExecuteSqlRawAsync(string.Join(";\n", statements), cancel);
    }

    private static string ApplicationRole(StorageOptions options) =>
        new NpgsqlConnectionStringBuilder(options.Connection).Username
        ?? throw new InvalidOperationException("Connection names no role (Username), so nothing can be granted to it.");

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
