using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>What was given for a quiz to units in the reader's reach.</summary>
public sealed class GroupAllowanceQuery(Db db, QuizReach reach, Scope scope, FindOrganization organizations, DayClock clock)
{
    private const int MostShown = 50;

    /// <summary>The page; null when there is no such quiz.</summary>
    public async Task<GroupAllowancePage?> RunAsync(string slug, GroupAllowanceInput input, CancellationToken cancel)
    {
        if (await reach.WatchedTitleAsync(slug, cancel) is not { } title)
        {
            return null;
        }

        var units = scope.Organizations(Capability.ManageQuizzes);
        var rows = await (
            from given in db.GroupAllowances.AsNoTracking()
            where given.QuizSlug == slug && units.Contains(given.OrganizationId)
            orderby given.GivenAt descending, given.Id
            select new
            {
                given,
                Unit = db.Organizations.Where(unit => unit.Id == given.OrganizationId).Select(unit => unit.Name).First(),
                People = db.QuizAllowances.Count(one => one.GroupId == given.Id),
                By = db.People.Where(person => person.Id == given.GivenBy && person.AnonymizedAt == null).Select(person => person.Name).FirstOrDefault(),
            }).Take(MostShown).ToListAsync(cancel);
        return new GroupAllowancePage(
            slug, title, input, await organizations.SuggestAsync(units, cancel),
            rows.ConvertAll(row => new GroupAllowancePage.Line(row.Unit, row.given.Minutes, row.given.Reason, row.People, clock.InZone(row.given.GivenAt), row.By)));
    }
}
