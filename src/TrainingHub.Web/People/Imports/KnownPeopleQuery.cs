using Microsoft.EntityFrameworkCore;
using TrainingHub.Organizations;
using TrainingHub.Storage;

namespace TrainingHub.People.Imports;

/// <summary>Everybody whom the rows of an import may mean, with all their posts and leave: set by set, never row by row.</summary>
public sealed class KnownPeopleQuery(Db db, ImportUnits units)
{
    private const int Chunk = 4_000;

    public async Task<List<KnownPerson>> RunAsync(RosterImport import, IReadOnlyCollection<KnownUnit> reached, IReadOnlyCollection<RosterRow> rows, CancellationToken cancel)
    {
        var spoken = units.SpokenFor(await units.NamedAsync(import, cancel), import.IncludesBelow);
        var inside = db.Memberships.Known().Where(m => spoken.Contains(m.OrganizationId)).Select(m => m.PersonId);
        var people = await Project(db.People.Where(person => inside.Contains(person.Id))).ToDictionaryAsync(person => person.Id, cancel);
        var posts = await Posts(db.Memberships.Where(m => inside.Contains(m.PersonId))).ToListAsync(cancel);

        var leaves = await Leaves(db.Leaves.Where(l => inside.Contains(l.PersonId))).ToListAsync(cancel);

        var strangers = await ByNumbersAsync(rows, people, cancel);
        if (reached.Any(unit => !unit.IsSpokenFor))
        {
            await AddNamesakesAsync(units.Reached(import.UploadedBy), rows, people, strangers, cancel);
        }

        foreach (var chunk in strangers.Keys.Chunk(Chunk))
        {
            posts.AddRange(await Posts(db.Memberships.Where(m => EF.Parameter(chunk).Contains(m.PersonId))).ToListAsync(cancel));
            leaves.AddRange(await Leaves(db.Leaves.Where(l => EF.Parameter(chunk).Contains(l.PersonId))).ToListAsync(cancel));
        }

        var places = reached.ToDictionary(unit => unit.Id, unit => unit.IsSpokenFor ? PostPlace.Spoken : PostPlace.Reached);
        var postsOf = posts.ToLookup(post => post.PersonId, post => post.Post with { Place = places.GetValueOrDefault(post.Post.OrganizationId, PostPlace.Elsewhere) });
        var leavesOf = leaves.ToLookup(leave => leave.PersonId, LeaveDays.Of);
        return [.. people.Values.Concat(strangers.Values).Select(person =>
            new KnownPerson(person.Id, person.Name, person.FoldedName, person.StaffNumber, person.Phone, [.. postsOf[person.Id].OrderBy(post => post.From)])
            {
                Leaves = [.. leavesOf[person.Id].OrderBy(leave => leave.From)],
            })];
    }

    private static IQueryable<FoundPost> Posts(IQueryable<Membership> posts) => posts.Known().AsNoTracking().Select(post => new FoundPost(post.PersonId, new KnownPost(
        post.Id, post.OrganizationId, post.PositionId, post.From, post.Until, post.Employment, post.IsPrimary, post.IsStartPresumed, PostPlace.Elsewhere)));

    private static IQueryable<Leave> Leaves(IQueryable<Leave> leaves) => leaves.Known().AsNoTracking().Where(l => LeaveKinds.ForDays.Contains(l.Kind));

    private async Task<Dictionary<Guid, Found>> ByNumbersAsync(IReadOnlyCollection<RosterRow> rows, Dictionary<Guid, Found> known, CancellationToken cancel)
    {
        var found = new Dictionary<Guid, Found>();
        var numbers = rows.SelectMany(row => row.StaffNumber is { } number ? new[] { number, number.ToUpperInvariant() } : []).Distinct(StringComparer.Ordinal);
        foreach (var chunk in numbers.Chunk(Chunk))
        {
            Add(await Project(db.People.Where(person => person.StaffNumber != null && EF.Parameter(chunk).Contains(person.StaffNumber))).ToListAsync(cancel));
        }

        foreach (var chunk in rows.Select(row => row.Phone).OfType<string>().Distinct(StringComparer.Ordinal).Chunk(Chunk))
        {
            Add(await Project(db.People.Where(person => person.Phone != null && EF.Parameter(chunk).Contains(person.Phone))).ToListAsync(cancel));
        }

        return found;

        void Add(List<Found> people)
        {
            foreach (var person in people.Where(person => !known.ContainsKey(person.Id)))
            {
                found.TryAdd(person.Id, person);
            }
        }
    }

    // Whom a row without any number may mean in other units of the importer: a transfer, a second post, or somebody else.
    private async Task AddNamesakesAsync(IQueryable<Guid> reached, IReadOnlyCollection<RosterRow> rows, Dictionary<Guid, Found> known, Dictionary<Guid, Found> found, CancellationToken cancel)
    {
        var names = rows.Where(row => row.StaffNumber is null && row.Phone is null && row.Name.Length > 0).Select(row => NameFolding.Fold(row.Name)).Distinct(StringComparer.Ordinal);
        var near = db.Memberships.Known().Where(m => reached.Contains(m.OrganizationId)).Select(m => m.PersonId);
        foreach (var chunk in names.Chunk(Chunk))
        {
            var people = await Project(db.People.Where(person => EF.Parameter(chunk).Contains(person.NormalizedName) && near.Contains(person.Id))).ToListAsync(cancel);
            foreach (var person in people.Where(person => !known.ContainsKey(person.Id)))
            {
                found.TryAdd(person.Id, person);
            }
        }
    }

    private static IQueryable<Found> Project(IQueryable<Person> people) =>
        people.AsNoTracking().Where(person => person.AnonymizedAt == null)
            .Select(person => new Found(person.Id, person.Name, person.NormalizedName, person.StaffNumber, person.Phone));

    private sealed record FoundPost(Guid PersonId, KnownPost Post);

    private sealed record Found(Guid Id, string Name, string FoldedName, string? StaffNumber, string? Phone);
}
