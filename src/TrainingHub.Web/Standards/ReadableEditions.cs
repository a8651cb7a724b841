using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Standards;

/// <summary>Which editions the current reader may read: what is public, and what was entered by a unit they belong to or may look into.</summary>
public sealed class ReadableEditions(Db db, StandardShelf shelf, CurrentPerson current, Scope scope, DayClock clock)
{
    private IReadOnlySet<Guid>? _units;

    public async Task<bool> MayReadAsync(EditionName name, CancellationToken cancel) =>
        await shelf.PlaceOfAsync(name, cancel) is var place
        && (place.Readers is EditionReaders.Everyone || (place.OwnerId is { } owner && (await UnitsAsync(cancel)).Contains(owner)));

    /// <summary>Every edition that the reader may read, and how it stands today.</summary>
    /// <param name="withReplaced">Whether those are wanted in whose place a later one stands.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<(StandardEdition Edition, EditionStatus Status)>> AllAsync(bool withReplaced, CancellationToken cancel)
    {
        var (history, today) = (await shelf.HistoryAsync(cancel), clock.Today);
        var found = new List<(StandardEdition Edition, EditionStatus Status)>();
        foreach (var edition in history.All)
        {
            // What others entered for themselves goes first: of many schools it is nearly everything.
            if (await MayReadAsync(edition.Name, cancel) && history.StatusOn(edition, today) is var status && (withReplaced || status is not EditionStatus.Replaced))
            {
                found.Add((edition, status));
            }
        }

        return found;
    }

    /// <summary>The edition if the reader may read it; null for a stranger's as for one that does not exist.</summary>
    public async Task<StandardEdition?> FindAsync(EditionName name, CancellationToken cancel) =>
        await shelf.FindAsync(name, cancel) is { } edition && await MayReadAsync(name, cancel) ? edition : null;

    /// <summary>The document's edition of this name, or the one of today; null when there is none that the reader may read.</summary>
    public async Task<StandardEdition?> FindAsync(string slug, string? edition, CancellationToken cancel)
    {
        var name = string.IsNullOrEmpty(edition)
            ? (await shelf.HistoryAsync(cancel)).CurrentOf(slug, clock.Today)?.Name
            : new EditionName(slug, edition);
        return name is null ? null : await FindAsync(name, cancel);
    }

    /// <summary>The units whose own standards the reader may read.</summary>
    public async Task<IReadOnlySet<Guid>> UnitsAsync(CancellationToken cancel)
    {
        if (_units is null)
        {
            var (id, today) = (current.Id, clock.Today);
            var (reach, managed) = (scope.Organizations(Capability.ReadPeople), scope.Organizations(Capability.ManageStandards));
            _units = current.IsSignedIn
                ? await db.PublishedEditions.Where(e => e.OwnerId != null && e.Readers == EditionReaders.OwnPeople).Select(e => e.OwnerId!.Value).Distinct()
                    .Where(owner => db.Memberships.On(today).Any(m => m.PersonId == id && m.OrganizationId == owner) || reach.Contains(owner) || managed.Contains(owner))
                    .ToHashSetAsync(cancel)
                : new HashSet<Guid>();
        }

        return _units;
    }
}
