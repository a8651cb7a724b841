using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>What was given for a quiz to units in the reader's reach.</summary>
public sealed class GroupAllowanceQuery(Db db, QuizReach reach, Scope scope, CurrentPerson current, FindOrganization organizations, PersonAllowanceQuery people, DayClock clock)
{
    private const int MostShown = 50;

    // Who is left is a matter of minutes, and of who gave it.
    private static readonly TimeSpan GoesOn = TimeSpan.FromDays(1);

    /// <summary>The page; null when there is no such quiz.</summary>
    public async Task<GroupAllowancePage?> RunAsync(string slug, GroupAllowanceInput input, string? q, CancellationToken cancel)
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
                Code = db.Organizations.Where(unit => unit.Id == given.OrganizationId).Select(unit => unit.Code).First(),
                People = db.QuizAllowances.Count(one => one.GroupId == given.Id),
                By = db.People.Where(person => person.Id == given.GivenBy && person.AnonymizedAt == null).Select(person => person.Name).FirstOrDefault(),
            }).Take(MostShown).ToListAsync(cancel);
        var going = rows.Select(row => row.given).Where(group => group.GivenBy == current.Id && group.GivenAt > clock.Now - GoesOn).Select(group => group.Id).ToList();
        var left = going.Count is 0
            ? []
            : await db.LeftOf(going, clock).GroupBy(one => one.GroupId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var lines = rows.ConvertAll(row =>
        {
            var group = row.given;
            var again = new GroupAllowanceInput { Id = group.Id, Unit = row.Code, Minutes = group.Minutes, IsAttempt = group.Minutes is null, Reason = group.Reason };
            return new GroupAllowancePage.Line(row.Unit, group.Minutes, group.Reason, row.People, clock.InZone(group.GivenAt), row.By, left.GetValueOrDefault(group.Id), again);
        });

        var asked = string.IsNullOrWhiteSpace(q) ? null : q.Trim() is { Length: <= 60 } name ? name : q.Trim()[..60];
        return new GroupAllowancePage(
            slug, title, input, await organizations.SuggestAsync(units, cancel), lines, asked, asked is null ? [] : await people.SearchAsync(slug, asked, cancel));
    }
}
