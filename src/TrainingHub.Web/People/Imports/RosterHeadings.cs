using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>What units call the columns of their rosters: said once where a file has other headings, remembered for the unit and everything below it.</summary>
public sealed class RosterHeadings(Db db, Transactions transactions, DayClock clock)
{
    /// <summary>For an import of this unit: what was said there, else at the nearest unit above.</summary>
    public async Task<IReadOnlyList<RosterHeading>> OfAsync(Guid organizationId, CancellationToken cancel)
    {
        var today = clock.Today;
        var known = await (
            from path in db.OrganizationPaths
            where path.DescendantId == organizationId && path.SupersededAt == null && path.From <= today && today <= path.Until
            join heading in db.RosterHeadings on path.AncestorId equals heading.OrganizationId
            orderby path.Depth, heading.Heading
            select heading).AsNoTracking().ToListAsync(cancel);
        return [.. known.DistinctBy(heading => heading.Folded, StringComparer.Ordinal)];
    }

    /// <summary>Remembers for a unit what was said; a later word replaces an earlier one.</summary>
    public Task KeepAsync(Guid organizationId, Guid personId, IReadOnlyCollection<HeadingInput> said, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        foreach (var one in said)
        {
            var folded = RosterHeader.Fold(one.Heading);
            await db.RosterHeadings.Where(heading => heading.OrganizationId == organizationId && heading.Folded == folded).ExecuteDeleteAsync(cancel);
            db.RosterHeadings.Add(new RosterHeading { OrganizationId = organizationId, Folded = folded, Heading = one.Heading, Column = one.Column, SetAt = clock.Now, SetBy = personId });
        }

        await db.SaveChangesAsync(cancel);
    }, cancel);

    /// <summary>Forgets everything that was said for a unit itself.</summary>
    public Task ForgetAsync(Guid organizationId, CancellationToken cancel) => transactions.RunAsync(
        cancel => db.RosterHeadings.Where(heading => heading.OrganizationId == organizationId).ExecuteDeleteAsync(cancel), cancel);
}
