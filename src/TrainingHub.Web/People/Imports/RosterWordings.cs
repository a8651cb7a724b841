using Microsoft.EntityFrameworkCore;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>What words of posts and employment mean in the rosters of units: said once, remembered for the unit and everything below it.</summary>
public sealed class RosterWordings(Db db, Transactions transactions, DayClock clock)
{
    /// <summary>For an import of this unit: what was said there, else at the nearest unit above.</summary>
    public async Task<List<RosterWording>> OfAsync(Guid organizationId, CancellationToken cancel)
    {
        var today = clock.Today;
        var known = await (
            from path in db.OrganizationPaths
            where path.DescendantId == organizationId && path.SupersededAt == null && path.From <= today && today <= path.Until
            join wording in db.RosterWordings on path.AncestorId equals wording.OrganizationId
            orderby path.Depth, wording.Column, wording.Word
            select wording).AsNoTracking().ToListAsync(cancel);
        return [.. known.DistinctBy(wording => (wording.Column, wording.Folded))];
    }

    /// <summary>Remembers for a unit what was said, within the caller's transaction; a later word replaces an earlier one.</summary>
    public async Task KeepAsync(Guid organizationId, Guid personId, IReadOnlyCollection<(RosterColumn Column, string Word, WordMeaning Meaning)> said, CancellationToken cancel)
    {
        await LockAsync(organizationId, cancel);
        foreach (var (column, word, meaning) in said)
        {
            var folded = NameFolding.Fold(word);
            if (await db.RosterWordings.SingleOrDefaultAsync(wording => wording.OrganizationId == organizationId && wording.Column == column && wording.Folded == folded, cancel) is not { } kept)
            {
                kept = new RosterWording { OrganizationId = organizationId, Column = column, Folded = folded, Word = word, SetAt = clock.Now, SetBy = personId };
                db.RosterWordings.Add(kept);
            }

            Say(kept, meaning, personId);
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Gives a remembered word another meaning. False when it is not there any more, or somebody else has changed it since.</summary>
    /// <param name="organizationId">The unit for which it is remembered.</param>
    /// <param name="word">Which one.</param>
    /// <param name="version">Ticks of the change that was looked at.</param>
    /// <param name="meaning">What it means from now on; null: nothing.</param>
    /// <param name="personId">Who says so.</param>
    /// <param name="cancel">Ends the wait.</param>
    public Task<bool> ChangeAsync(Guid organizationId, (RosterColumn Column, string Word) word, long version, WordMeaning? meaning, Guid personId, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var folded = NameFolding.Fold(word.Word);
        await LockAsync(organizationId, cancel);
        var kept = await db.RosterWordings.SingleOrDefaultAsync(wording => wording.OrganizationId == organizationId && wording.Column == word.Column && wording.Folded == folded, cancel);
        if (kept is null || kept.SetAt.Ticks != version)
        {
            return false;
        }

        if (meaning is null)
        {
            db.RosterWordings.Remove(kept);
        }
        else
        {
            Say(kept, meaning, personId);
        }

        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);

    // Two imports that explain the same new word at once: the second finds what the first has said, and says it anew.
    private async Task LockAsync(Guid organizationId, CancellationToken cancel)
    {
        if (db.IsPostgres)
        {
            var key = $"wordings {organizationId:N}";
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({key}, 0))", cancel);
        }
    }

    private void Say(RosterWording wording, WordMeaning meaning, Guid personId)
    {
        (wording.PositionId, wording.Employment, wording.IsLeftOut) = (meaning.PositionId, meaning.Employment, meaning.IsLeftOut);
        (wording.SetAt, wording.SetBy) = (clock.Now, personId);
    }
}
