using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace TrainingHub.WebTests;

public sealed class SqliteApp : WebApp
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    public override bool IsPostgres => false;

    protected override void Configure(IServiceCollection services) => TestSettings.AddCheapPasswords(services);

    protected override async Task<IReadOnlyDictionary<string, string>> CopyDatabaseAsync()
    {
        TestFiles.CopyFolder(await Template.Value, Data);
        return TestSettings.Sqlite(Data);
    }

    protected override Task DropDatabaseAsync()
    {
        SqliteConnection.ClearAllPools();
        return Task.CompletedTask;
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("traininghub-template-").FullName;
        TestFiles.DeleteAtExit(folder);
        await using (new TemplateApp(TestSettings.Sqlite(folder)))
        {
            SqliteConnection.ClearAllPools();
        }

        return folder;
    }
}
