using Microsoft.EntityFrameworkCore;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>
/// The one action that changes standings and cells. It collects all organizations where the people hold a post, before and after the
/// change; locks them in ascending order in a statement of its own; counts in later statements, which see what the locks waited for.
/// </summary>
public sealed class CountAgain(
    Db db, Transactions transactions, OrganizationLocks locks, CountingFacts facts, RewriteStandings standings, RewriteCells cells,
    PlanRecounts plan, DayClock clock) : IFigures
{
    // One statement can name so many people on both databases without slowing down.
    private const int PeopleAtOnce = 500;

    public Task CountAgainAsync(FactsChanged changed, CancellationToken cancel) =>
        changed.People.Count + changed.Organizations.Count == 0
            ? Task.CompletedTask
            : transactions.RunAsync(cancel => RunAsync(changed, cancel), cancel);

    public Task CountSoonAsync(IReadOnlyCollection<Guid> organizations, CancellationToken cancel) =>
        organizations.Count == 0
            ? Task.CompletedTask
            : transactions.RunAsync(cancel => plan.MarkAsync(organizations, clock.Today, cancel), cancel);

    private async Task RunAsync(FactsChanged changed, CancellationToken cancel)
    {
        HashSet<Guid> named = [.. changed.Organizations];
        HashSet<Guid> locked = [.. named, .. await OrganizationsOfAsync(changed, cancel)];
        await locks.TakeAsync([.. locked, .. changed.People], cancel);

        // The day is asked after the lock: whoever waited over midnight counts for the new day.
        var today = clock.Today;
        await plan.BeginAsync(named, today, cancel);
        var terms = await facts.TermsAsync(today, cancel);
        var counting = await facts.CountingAsync(terms, locked, cancel);
        HashSet<Guid> people = [.. changed.People, .. await facts.PeopleOfAsync(terms, named, cancel)];
        var recounts = new RecountDays(terms.Today);
        HashSet<Guid> touched = [.. named];
        foreach (var chunk in people.Chunk(PeopleAtOnce))
        {
            var found = await facts.PeopleAsync(terms, chunk, cancel);
            Demand(locked, found);
            touched.UnionWith(await standings.RunAsync(terms, counting, found, recounts, cancel));
        }

        await cells.RunAsync(terms, counting, touched, recounts, cancel);
        await plan.NoteAsync(recounts, cancel);
    }

    // Where people hold, held or will hold a post, and where figures still name them although the roster no longer does. Sent as one value, a list of people
    // leaves the text of a query as it was, so that it stays prepared however many they are.
    private async Task<List<Guid>> OrganizationsOfAsync(FactsChanged changed, CancellationToken cancel)
    {
        var organizations = new List<Guid>();
        foreach (var chunk in changed.People.Chunk(PeopleAtOnce))
        {
            organizations.AddRange(await db.Memberships.Known().Where(m => EF.Parameter(chunk).Contains(m.PersonId)).Select(m => m.OrganizationId)
                .Union(db.CoverageStandings.Where(s => EF.Parameter(chunk).Contains(s.PersonId)).Select(s => s.OrganizationId)).ToListAsync(cancel));
        }

        var memberships = db.Memberships.Known();
        foreach (var chunk in changed.Organizations.Chunk(PeopleAtOnce))
        {
            var people = memberships.Where(m => chunk.Contains(m.OrganizationId)).Select(m => m.PersonId)
                .Union(db.CoverageStandings.Where(s => chunk.Contains(s.OrganizationId)).Select(s => s.PersonId));
            organizations.AddRange(await OrganizationsOf(people).ToListAsync(cancel));
        }

        return organizations;
    }

    private IQueryable<Guid> OrganizationsOf(IQueryable<Guid> people) =>
        db.Memberships.Known().Where(m => people.Contains(m.PersonId)).Select(m => m.OrganizationId)
            .Union(db.CoverageStandings.Where(s => people.Contains(s.PersonId)).Select(s => s.OrganizationId));

    /// <summary>Somebody may have gained a post elsewhere while we waited: then the locks do not suffice and the whole action starts again.</summary>
    private static void Demand(HashSet<Guid> locked, PeopleFound found)
    {
        if (found.Organizations.FirstOrDefault(organization => !locked.Contains(organization)) is var missing && missing != Guid.Empty)
        {
            throw new RepeatTransactionException($"Organization {missing} joined the figures while they were waited for.");
        }
    }
}
