using Microsoft.Extensions.Localization;

namespace TrainingHub.Quizzes.Regrades;

/// <summary><c>TrainingHub.Web quizzes check</c>: builds every graded paper again from its log, without starting the application.</summary>
internal static class CheckPapersCommand
{
    /// <returns>0 when everything agrees, 1 when something differs.</returns>
    public static async Task<int> RunAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (check, text) = (scope.ServiceProvider.GetRequiredService<CheckPapers>(), scope.ServiceProvider.GetRequiredService<IStringLocalizer<RegradesText>>());
        var differing = 0;
        await foreach (var paper in check.RunAsync(CancellationToken.None))
        {
            differing++;
            Console.Error.WriteLine(text["Check_Differs", paper.AttemptId, paper.Stored, paper.Rebuilt, paper.StoredAnswers, paper.RebuiltAnswers]);
        }

        Console.WriteLine(text["Check_Done", check.Checked, differing]);
        return differing == 0 ? 0 : 1;
    }
}
