using Microsoft.EntityFrameworkCore;
using TrainingHub.Hosting;
using TrainingHub.Questions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>Regrades of quizzes the current person answers for, and the forms from which they begin.</summary>
public sealed class RegradeQuery(Db db, QuizReach reach, QuestionShelf questionShelf, DayClock clock)
{
    /// <summary>Null for a quiz the person does not answer for.</summary>
    public async Task<RegradesPage?> ListAsync(string slug, string? q, int page, CancellationToken cancel)
    {
        if (await reach.FindOwnAsync(slug, cancel) is not { } title)
        {
            return null;
        }

        var counts = await (
            from attempt in db.Attempts
            where attempt.QuizSlug == slug && attempt.Points != null
            join item in db.AttemptItems on attempt.Id equals item.AttemptId
            group item by item.QuestionHash into items
            select new { Hash = items.Key, Count = items.Count() }).ToListAsync(cancel);
        var regrades = await db.Regrades.AsNoTracking().Where(regrade => regrade.QuizSlug == slug).OrderByDescending(regrade => regrade.Number).Take(200)
            .Select(regrade => new { Regrade = regrade, By = db.People.Where(person => person.Id == regrade.CreatedBy && person.AnonymizedAt == null).Select(person => person.Name).FirstOrDefault() })
            .ToListAsync(cancel);
        var questions = await questionShelf.QuestionsAsync([.. counts.Select(count => count.Hash), .. regrades.Select(one => one.Regrade.QuestionHash)], cancel);
        var corrections = await CorrectedQuestions.ReadAsync(db, slug, cancel);
        var search = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        var lines = counts.Where(count => questions.ContainsKey(count.Hash))
            .Select(count => new RegradesPage.QuestionLine(count.Hash, questions[count.Hash].Prompt, count.Count, corrections.ContainsKey(count.Hash)))
            .Where(line => search is null || line.Prompt.Stem.Contains(search, StringComparison.OrdinalIgnoreCase))
            .OrderBy(line => line.Prompt.Id, StringComparer.Ordinal).ThenBy(line => line.Hash, StringComparer.Ordinal).ToList();
        var pages = Pages.Of(page, lines.Count);
        return new RegradesPage(
            slug, title, search,
            regrades.ConvertAll(one => new RegradesPage.RegradeLine(
                one.Regrade.Number, questions[one.Regrade.QuestionHash].Prompt.Stem, one.Regrade.State, clock.InZone(one.Regrade.CreatedAt), one.By, one.Regrade.Reason)),
            [.. lines.Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size)],
            pages);
    }

    /// <summary>
    /// The form; null for a quiz the person does not answer for, a question that was on none of its papers, or a regrade whose correction does
    /// not hold any more.
    /// </summary>
    public async Task<RegradeForm?> FormAsync(string slug, RegradeInput input, CancellationToken cancel)
    {
        if (await reach.FindOwnAsync(slug, cancel) is not { } title)
        {
            return null;
        }

        var undone = input.Undo is { } number ? await FindAsync(slug, number, cancel) : null;
        if (input.Undo is not null && (undone is null || !await IsInForceAsync(undone, cancel)))
        {
            return null;
        }

        var hash = undone?.QuestionHash ?? input.Question;
        if (!await db.Attempts.AnyAsync(attempt => attempt.QuizSlug == slug && db.AttemptItems.Any(item => item.AttemptId == attempt.Id && item.QuestionHash == hash), cancel))
        {
            return null;
        }

        var shown = await ShownAsync(hash, cancel);
        var now = (await CorrectedQuestions.ReadAsync(db, slug, cancel)).TryGetValue(hash, out var correction) ? shown.CorrectedBy(correction) : shown;
        return new RegradeForm(slug, title, now, undone is null ? null : Corrected(shown, undone.Former), input);
    }

    public Task<Regrade?> FindAsync(string slug, int number, CancellationToken cancel) =>
        db.Regrades.AsNoTracking().SingleOrDefaultAsync(regrade => regrade.QuizSlug == slug && regrade.Number == number, cancel);

    /// <summary>The question of a regrade before and with it.</summary>
    public async Task<(QuestionVersion Before, QuestionVersion After)> VersionsAsync(Regrade regrade, CancellationToken cancel)
    {
        var shown = await ShownAsync(regrade.QuestionHash, cancel);
        return (Corrected(shown, regrade.Former), Corrected(shown, regrade.Correction));
    }

    /// <summary>Whether what it said holds now.</summary>
    public async Task<bool> IsInForceAsync(Regrade regrade, CancellationToken cancel) =>
        await db.KeyCorrections.Where(correction => correction.QuizSlug == regrade.QuizSlug && correction.QuestionHash == regrade.QuestionHash)
            .OrderByDescending(correction => correction.Number).Select(correction => correction.RegradeId).FirstOrDefaultAsync(cancel) == regrade.Id;

    private async Task<QuestionVersion> ShownAsync(string hash, CancellationToken cancel) => (await questionShelf.QuestionsAsync([hash], cancel))[hash];

    private static QuestionVersion Corrected(QuestionVersion shown, string? correction) =>
        CorrectionJson.Read(correction) is { } corrected ? shown.CorrectedBy(corrected) : shown;
}
