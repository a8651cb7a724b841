using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Migrations;

/// <summary>One provider's migrations: the context that has the model, and the folder they are written to.</summary>
internal sealed record MigrationTarget(string Provider, Func<Db> Open)
{
    /// <summary>Nothing here connects: a model and its SQL need only the provider.</summary>
    public static readonly MigrationTarget[] All =
    [
        new("Sqlite", () => new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite().Options, new WriteGate())),
        new("Postgres", () => new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql().Options, new WriteGate())),
    ];

    public string Folder => Path.Combine(ProjectFolder, "Storage", "Migrations", Provider);

    public string SubNamespace => $"Storage.Migrations.{Provider}";

    public static string ProjectFolder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "TrainingHub.sln")))
                {
                    return Path.Combine(folder.FullName, "src", "TrainingHub.Web");
                }
            }

            throw new InvalidOperationException("TrainingHub.sln is in no folder above this tool: run it from the repository.");
        }
    }
}
