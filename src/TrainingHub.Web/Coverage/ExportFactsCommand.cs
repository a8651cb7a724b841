using Microsoft.Extensions.Localization;

namespace TrainingHub.Coverage;

/// <summary><c>TrainingHub.Web export DIR [--names]</c>: writes what recomputes every figure, without starting the application.</summary>
internal static class ExportFactsCommand
{
    /// <returns>0 when all files are written, 1 when the folder cannot be made.</returns>
    public static async Task<int> RunAsync(WebApplication app, string folder, bool hasNames)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (export, text) = (scope.ServiceProvider.GetRequiredService<ExportFacts>(), scope.ServiceProvider.GetRequiredService<IStringLocalizer<CoverageText>>());
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var (file, rows) in await export.RunAsync(folder, hasNames, CancellationToken.None))
            {
                Console.WriteLine(text["Export_File", file, rows]);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(text["Export_Failed", folder, exception.Message]);
            return 1;
        }

        Console.WriteLine(text["Export_Done", Path.GetFullPath(folder)]);
        return 0;
    }
}
