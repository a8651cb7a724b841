using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>
/// The arranged quizzes that can complete a programme: published, not over, of units for which the current person sets programmes. Passing writes record
/// and certificate at once: so the score is told at once, and the best attempt counts, because what was passed once is not taken back.
/// </summary>
public sealed class ProgrammeQuizzes(Db db, Scope scope, PaperDraws draws, DayClock clock) : IArrangedQuizzes
{
    private const int MostOffered = 200;

    public async Task<IReadOnlyList<QuizChoice>> ChoicesAsync(CancellationToken cancel)
    {
        var (reach, now) = (scope.Organizations(Capability.ManageTargets), clock.Now);
        var rows = await (
            from quiz in db.ArrangedQuizzes.AsNoTracking()
            where reach.Contains(quiz.OrganizationId) && quiz.Standing == QuizStanding.Published && quiz.ClosesAt >= now
            join unit in db.Organizations on quiz.OrganizationId equals unit.Id
            orderby quiz.ClosesAt descending, quiz.Slug
            select new { unit.Name, quiz.Slug, quiz.Title, quiz.Terms }).Take(MostOffered).ToListAsync(cancel);
        return [.. rows.Where(row => TermsJson.Read(row.Terms).MayCompleteProgrammes).Select(row => new QuizChoice("", row.Name, row.Slug, row.Title))];
    }

    public async Task<IReadOnlyDictionary<string, int>> MinutesAsync(IReadOnlyCollection<string> quizSlugs, CancellationToken cancel) =>
        (await db.ArrangedQuizzes.Where(quiz => quizSlugs.Contains(quiz.Slug)).Select(quiz => new { quiz.Slug, quiz.Terms }).ToListAsync(cancel))
            .ToDictionary(quiz => quiz.Slug, quiz => TermsJson.Read(quiz.Terms).Minutes, StringComparer.Ordinal);

    public async Task<IReadOnlySet<string>> StandardsAsync(string quizSlug, CancellationToken cancel)
    {
        var standards = new HashSet<string>(StringComparer.Ordinal);
        if (await db.ArrangedQuizzes.AsNoTracking().SingleOrDefaultAsync(quiz => quiz.Slug == quizSlug, cancel) is not { } quiz)
        {
            return standards;
        }

        var terms = TermsJson.Read(quiz.Terms);
        var always = terms.Plan.Fixed.Select(question => question.Name).ToHashSet();
        var asked = (await draws.CandidatesAsync(quiz.OrganizationId, terms, cancel))
            .Where(candidate => always.Contains(candidate.Name) || terms.Plan.Sections.Any(section => section.Filter.Takes(candidate)));
        standards.UnionWith(asked.SelectMany(candidate => candidate.Question.Key.Standards));
        return standards;
    }
}
