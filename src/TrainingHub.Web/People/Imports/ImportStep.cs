using Microsoft.EntityFrameworkCore;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>The rows of one transaction being written: their people are locked, everything they need is loaded by four statements, then each changes what it must.</summary>
internal sealed class ImportStep
{
    private readonly Db _db;
    private readonly Ids _ids;
    private readonly RosterImport _import;
    private readonly DateTime _now;
    private readonly Dictionary<Guid, Person> _people;
    private readonly Dictionary<Guid, List<Membership>> _posts;
    private readonly LeaveWriter _leaveWriter;
    private readonly Dictionary<Guid, List<Leave>> _leaves;
    private readonly HashSet<string> _takenNumbers;
    private readonly RowChanges<Person> _newPeople;
    private readonly RowChanges<Membership> _newPosts;

    private ImportStep(Db db, Ids ids, LeaveWriter leaveWriter, RosterImport import, DateTime now, Loaded loaded)
    {
        (_db, _ids, _leaveWriter, _import, _now) = (db, ids, leaveWriter, import, now);
        (_newPeople, _newPosts) = (new RowChanges<Person>(db), new RowChanges<Membership>(db));
        _people = loaded.People.ToDictionary(person => person.Id);
        _posts = loaded.Posts.GroupBy(post => post.PersonId).ToDictionary(group => group.Key, group => group.ToList());
        _leaves = loaded.Leaves.GroupBy(leave => leave.PersonId).ToDictionary(group => group.Key, group => group.ToList());
        _takenNumbers = new HashSet<string>(loaded.TakenNumbers, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whose facts changed.</summary>
    public HashSet<Guid> People { get; } = [];

    /// <summary>Sequence numbers of the rows that somebody else was faster with.</summary>
    public List<int> RefusedLate { get; } = [];

    public static async Task<ImportStep> LoadAsync(Db db, Ids ids, LeaveWriter leaveWriter, RosterImport import, List<RosterImportRow> rows, DateTime now, CancellationToken cancel)
    {
        var personIds = rows.Select(row => row.PersonId).OfType<Guid>().Distinct().ToList();
        var numbers = rows.Select(row => row.StaffNumber).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        await db.LockPeopleAsync(personIds, cancel);
        var people = await db.People.Where(person => EF.Parameter(personIds).Contains(person.Id)).ToListAsync(cancel);
        var (own, holders) = (personIds.ToHashSet(), await db.People.Where(person => person.StaffNumber != null && EF.Parameter(numbers).Contains(person.StaffNumber))
            .Select(person => new { person.Id, Number = person.StaffNumber ?? "" }).ToListAsync(cancel));
        List<string> taken = [.. holders.Where(holder => !own.Contains(holder.Id)).Select(holder => holder.Number)];
        // Who is not there yet has nothing.
        List<Guid> known = [.. people.Select(person => person.Id)];
        var posts = known.Count is 0 ? [] : await db.Memberships.Known().Where(m => EF.Parameter(known).Contains(m.PersonId)).ToListAsync(cancel);
        var leaves = known.Count is 0 ? [] : await db.Leaves.Known().Where(l => EF.Parameter(known).Contains(l.PersonId)).ToListAsync(cancel);
        return new ImportStep(db, ids, leaveWriter, import, now, new Loaded(people, posts, leaves, taken));
    }

    public void Write(RosterImportRow row)
    {
        var differences = ImportJson.Read<FieldChange[]>(row.Differences);
        if (WasChangedMeanwhile(row, differences))
        {
            RefusedLate.Add(row.Sequence);
            return;
        }

        var personId = row.PersonId ?? throw new InvalidOperationException($"Row {row.Sequence} has no person.");
        WritePerson(row, personId, differences);
        WritePost(row, personId);
        WriteLeaves(row, personId, differences);
        WriteDeparture(row, personId, differences);
        People.Add(personId);
    }

    /// <summary>Into the caller's transaction: new people first, to whom the rest refers.</summary>
    public async Task SaveAsync(CancellationToken cancel)
    {
        await _newPeople.SaveAsync(cancel);
        await _db.SaveChangesAsync(cancel);
        await _newPosts.SaveAsync(cancel);
    }

    // Facts that this import wrote in an earlier step carry its reason; anybody else's, recorded after the preview, were not seen by whoever agreed.
    private bool WasChangedMeanwhile(RosterImportRow row, FieldChange[] differences)
    {
        var person = _people.GetValueOrDefault(row.PersonId ?? Guid.Empty);
        var posts = _posts.GetValueOrDefault(row.PersonId ?? Guid.Empty) ?? [];
        var isTaken = row.StaffNumber is { } number && _takenNumbers.Contains(number)
            && (row.IsNewPerson || differences.Any(difference => difference.Column == RosterColumn.StaffNumber));
        if (isTaken || (person is null && !row.IsNewPerson) || person?.AnonymizedAt is not null)
        {
            return true;
        }

        if (posts.Exists(post => post.RecordedAt > _import.PreparedAt && !string.Equals(post.Reason, _import.Reason, StringComparison.Ordinal)))
        {
            return true;
        }

        return (row.PostId is { } postId && !posts.Exists(post => post.Id == postId && post.SupersededAt is null))
            || (person is not null && !row.IsNewPerson && differences.Any(difference => IsOther(person, difference)))
            || IsLeaveOther(row.PersonId, [.. LeavesOf(differences)]);
    }

    private static bool IsOther(Person person, FieldChange difference) => difference.Column switch
    {
        RosterColumn.Name => !string.Equals(person.Name, difference.Old, StringComparison.Ordinal) && !string.Equals(person.Name, difference.New, StringComparison.Ordinal),
        RosterColumn.StaffNumber => !string.Equals(person.StaffNumber, difference.Old, StringComparison.Ordinal) && !string.Equals(person.StaffNumber, difference.New, StringComparison.Ordinal),
        RosterColumn.Phone => !string.Equals(person.Phone, difference.Old, StringComparison.Ordinal) && !string.Equals(person.Phone, difference.New, StringComparison.Ordinal),
        _ => false,
    };

    private void WritePerson(RosterImportRow row, Guid personId, FieldChange[] differences)
    {
        if (!_people.TryGetValue(personId, out var person))
        {
            person = new Person
            {
                Id = personId,
                Name = row.PersonName,
                NormalizedName = NameFolding.Fold(row.PersonName),
                StaffNumber = row.StaffNumber,
                Phone = row.Phone,
                CreatedAt = _now,
            };
            _newPeople.Add(person);
            _people[personId] = person;
            return;
        }

        foreach (var difference in differences)
        {
            switch (difference.Column)
            {
                case RosterColumn.Name when difference.New is { } name:
                    person.Name = name;
                    person.NormalizedName = NameFolding.Fold(name);
                    break;
                case RosterColumn.StaffNumber:
                    person.StaffNumber = difference.New;
                    break;
                case RosterColumn.Phone:
                    person.Phone = difference.New;
                    break;
                default:
                    break;
            }
        }
    }

    private void WritePost(RosterImportRow row, Guid personId)
    {
        if (row.Change == PostChange.None)
        {
            return;
        }

        if (!_posts.TryGetValue(personId, out var posts))
        {
            _posts[personId] = posts = [];
        }

        var old = posts.Find(post => post.Id == row.PostId);
        old?.Supersede(_now);
        var from = row.From ?? throw new InvalidOperationException($"Row {row.Sequence} has no first day.");
        var until = row.Until ?? Day.Open;
        if (row.Change == PostChange.Follow && old is not null)
        {
            posts.Add(Append(old, old.From, from.AddDays(-1), old.IsPrimary));
        }

        if (row.Change != PostChange.Withdraw)
        {
            if (row.IsPrimary)
            {
                EndOtherPrimary(posts, old, from, until);
            }

            var id = _ids.Next();
            var membership = new Membership
            {
                Id = id,
                FactId = row.Change == PostChange.Correct && old is not null ? old.FactId : id,
                PersonId = personId,
                OrganizationId = row.OrganizationId ?? throw new InvalidOperationException($"Row {row.Sequence} has no unit."),
                PositionId = row.PositionId ?? throw new InvalidOperationException($"Row {row.Sequence} has no post."),
                From = from,
                Until = until,
                Employment = row.Employment,
                IsPrimary = row.IsPrimary,
                IsStartPresumed = row.IsStartPresumed,
                RecordedAt = _now,
                RecordedBy = _import.ConfirmedBy ?? _import.UploadedBy,
                Reason = _import.Reason,
            };
            _newPosts.Add(membership);
            posts.Add(membership);
        }
    }

    private void WriteLeaves(RosterImportRow row, Guid personId, FieldChange[] differences)
    {
        foreach (var (old, leave) in LeavesOf(differences))
        {
            if (!_leaves.TryGetValue(personId, out var known))
            {
                _leaves[personId] = known = [];
            }

            var unit = row.OrganizationId ?? throw new InvalidOperationException($"Row {row.Sequence} has no unit.");
            _leaveWriter.Put(personId, unit, old is null ? null : Find(personId, old), leave, known, _import.Reason, _import.ConfirmedBy ?? _import.UploadedBy);
        }
    }

    private static IEnumerable<(LeaveDays? Old, LeaveDays New)> LeavesOf(FieldChange[] differences) =>
        from difference in differences
        where difference.Column is RosterColumn.Leave or RosterColumn.LeaveUntil
        select (difference.Old is { } old ? LeaveDays.Read(old) : null, LeaveDays.Read(difference.New ?? ""));

    private Leave? Find(Guid? personId, LeaveDays days) =>
        _leaves.GetValueOrDefault(personId ?? Guid.Empty)?.Find(leave => leave.SupersededAt is null && LeaveDays.Of(leave) == days);

    // What is corrected has to be there still; nothing else may lie on its new days, but for what other rows of this file correct.
    private bool IsLeaveOther(Guid? personId, List<(LeaveDays? Old, LeaveDays New)> changes) =>
        changes.Exists(change => (change.Old is { } old && Find(personId, old) is null) || IsTaken(personId, change, changes));

    private bool IsTaken(Guid? personId, (LeaveDays? Old, LeaveDays New) change, List<(LeaveDays? Old, LeaveDays New)> changes) =>
        _leaves.GetValueOrDefault(personId ?? Guid.Empty)?.Exists(leave => leave.SupersededAt is null && !leave.Kind.IsForGood && LeaveDays.Of(leave).Overlaps(change.New)
            && (change.Old is null || (leave.RecordedAt > _import.PreparedAt && !string.Equals(leave.Reason, _import.Reason, StringComparison.Ordinal)))
            && !changes.Exists(other => other.Old == LeaveDays.Of(leave))) is true;

    // Why the post ended, where the roster says it.
    private void WriteDeparture(RosterImportRow row, Guid personId, FieldChange[] differences)
    {
        if (Array.Find(differences, difference => difference.Column == RosterColumn.Status) is not { New: { } word } || row is not { OrganizationId: { } unit, Until: { } until })
        {
            return;
        }

        var posts = _posts.GetValueOrDefault(personId, []).Where(post => post.SupersededAt is null).Select(PostDraft.Of).ToList();
        if (!_leaves.TryGetValue(personId, out var leaves))
        {
            _leaves[personId] = leaves = [];
        }

        var departure = new Departure(Enum.Parse<LeaveKind>(word), until, _import.Reason, Version: null);
        _leaveWriter.Depart(personId, unit, departure, leaves, posts, new HashSet<Guid> { unit }, _import.ConfirmedBy ?? _import.UploadedBy);
    }

    // A person has one main post at a time: another one goes on as a second post.
    private void EndOtherPrimary(List<Membership> posts, Membership? old, DateOnly from, DateOnly until)
    {
        foreach (var other in posts.Where(post => post != old && post.SupersededAt is null && post.IsPrimary && post.From <= until && from <= post.Until).ToList())
        {
            other.Supersede(_now);
            if (other.From < from)
            {
                posts.Add(Append(other, other.From, from.AddDays(-1), isPrimary: true));
                posts.Add(Append(other, from, other.Until, isPrimary: false, isNewFact: true));
            }
            else
            {
                posts.Add(Append(other, other.From, other.Until, isPrimary: false));
            }
        }
    }

    private Membership Append(Membership old, DateOnly from, DateOnly until, bool isPrimary, bool isNewFact = false)
    {
        var id = _ids.Next();
        var membership = new Membership
        {
            Id = id,
            FactId = isNewFact ? id : old.FactId,
            PersonId = old.PersonId,
            OrganizationId = old.OrganizationId,
            PositionId = old.PositionId,
            From = from,
            Until = until,
            Employment = old.Employment,
            IsPrimary = isPrimary,
            IsStartPresumed = old.IsStartPresumed && !isNewFact,
            RecordedAt = _now,
            RecordedBy = _import.ConfirmedBy ?? _import.UploadedBy,
            Reason = _import.Reason,
        };
        _newPosts.Add(membership);
        return membership;
    }

    private sealed record Loaded(List<Person> People, List<Membership> Posts, List<Leave> Leaves, List<string> TakenNumbers);
}
