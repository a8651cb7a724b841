using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

namespace TrainingHub.Migrations;

internal static class MigrationWriter
{
    /// <summary>Writes the migration for one provider and returns its id; null when the model has not changed.</summary>
    public static string? Write(MigrationTarget target, string name)
    {
        if (HasMigrations(target) && !IsPending(target))
        {
            return null;
        }

        // A context of its own: asking for pending changes uses up the snapshot's model, and everything would then look new.
        using var db = target.Open();
        var application = db.GetType().Assembly;
        var reporter = new OperationReporter(new OperationReportHandler(Console.Error.WriteLine, Console.Error.WriteLine));
        using var services = new DesignTimeServicesBuilder(application, Assembly.GetExecutingAssembly(), reporter, []).Build(db) as ServiceProvider
            ?? throw new InvalidOperationException("EF Core's design-time services are no longer a ServiceProvider.");
        using var scope = services.CreateScope();
        var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
        var migration = scaffolder.ScaffoldMigration(name, "TrainingHub", target.SubNamespace, "C#");
        var files = scaffolder.Save(MigrationTarget.ProjectFolder, migration, target.Folder, dryRun: false);
        DropByteOrderMarks(files);
        return migration.MigrationId;
    }

    private static bool HasMigrations(MigrationTarget target)
    {
        using var db = target.Open();
        return db.GetService<IMigrationsAssembly>().Migrations.Count > 0;
    }

    public static bool IsPending(MigrationTarget target)
    {
        using var db = target.Open();
        return db.Database.HasPendingModelChanges();
    }

    // EF Core writes them; this repository's files have none.
    private static void DropByteOrderMarks(MigrationFiles files)
    {
        foreach (var path in (string?[])[files.MigrationFile, files.MetadataFile, files.SnapshotFile])
        {
            if (path is not null)
            {
                File.WriteAllText(path, File.ReadAllText(path));
            }
        }
    }
}
