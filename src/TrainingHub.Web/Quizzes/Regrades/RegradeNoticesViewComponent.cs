using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>
/// Tells the current person of regrades of their own attempts: on the page of one attempt those of that attempt, without one those of the last
/// thirty days. What is not released of an attempt is not told here either. Other pages know it by the name "RegradeNotices" only.
/// </summary>
public sealed class RegradeNoticesViewComponent(Db db, CorrectedQuestions corrected, QuizReach reach, QuizReleases releases, DayClock clock) : ViewComponent
{
    private const int Days = 30;
    private const int Most = 10;

    public async Task<IViewComponentResult> InvokeAsync(string? slug = null, int? number = null) =>
        View("/Quizzes/Regrades/_RegradeNotices.cshtml", await NoticesAsync(slug, number, HttpContext.RequestAborted));

    private async Task<IReadOnlyList<RegradeNotice>> NoticesAsync(string? slug, int? number, CancellationToken cancel)
    {
        if (slug is not null && !await corrected.WasCorrectedAsync(slug, cancel))
        {
            return [];
        }

        var (personId, since) = (HttpContext.User.PersonId, slug is null ? clock.Now.AddDays(-Days) : DateTime.UnixEpoch);
        var rows = await (
            from line in db.RegradeLines.AsNoTracking()
            where line.PersonId == personId && line.IsApplied && line.Effect != RegradeEffect.Unexplained && line.At >= since
            join attempt in db.Attempts on line.AttemptId equals attempt.Id
            where slug == null || (attempt.QuizSlug == slug && attempt.Number == number)
            join regrade in db.Regrades on line.RegradeId equals regrade.Id
            orderby line.At descending
            select new { attempt.QuizSlug, attempt.Number, line.OldPoints, line.NewPoints, line.Effect, regrade.Reason, line.At }).Take(Most).ToListAsync(cancel);
        var notices = new List<RegradeNotice>();
        foreach (var row in rows)
        {
            var title = await reach.TitleAsync(row.QuizSlug, cancel) ?? row.QuizSlug;
            var released = await releases.OfAsync(row.QuizSlug, cancel);
            notices.Add(new RegradeNotice(
                row.QuizSlug, title, row.Number,
                released.Score ? new RegradeNotice.ToldChange(row.OldPoints, row.NewPoints, row.Effect) : null,
                released.Answers ? row.Reason : null,
                clock.DayOf(row.At)));
        }

        return notices;
    }
}
