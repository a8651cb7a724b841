using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Records;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>
/// Writes a snapshot that was asked for. Rows are written in steps that hold the writer for moments only; the snapshot itself comes last, so that one that was
/// interrupted is not there. The request's moment fixes what all of it is read from, so nobody's reach is asked here: who asked was allowed to.
/// </summary>
public sealed class WriteSnapshot(Db db, Transactions transactions, TargetQuery targets, FigureAsOf figures, PeopleAsOf people, Ids ids, DayClock clock)
{
    private const int LinesAtOnce = 1000;

    private Guid _requestId, _id;
    private TimeSpan _hold;
    private int _done, _steps;

    /// <param name="request">What to freeze.</param>
    /// <param name="snapshotId">The try's id, under which it keeps the request.</param>
    /// <param name="hold">For how long every step keeps it.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="DbUpdateConcurrencyException">Another try has begun since.</exception>
    public async Task RunAsync(SnapshotRequest request, Guid snapshotId, TimeSpan hold, CancellationToken cancel)
    {
        (_requestId, _id, _hold, _done, _steps) = (request.Id, snapshotId, hold, 0, 0);
        db.ChangeTracker.Clear();
        var target = await targets.FindForAllAsync(request.TargetId, request.Day, request.Moment, cancel)
            ?? throw new InvalidOperationException("The target had no rule on the day.");
        var setter = target.Terms.SetterId;
        var top = await db.Organizations.Where(o => o.Id == setter).Select(o => new UnitChoice(o.Id, o.Code, o.Name, 0)).SingleAsync(cancel);
        var counted = await figures.NamesAsync(target, top, cancel);
        var units = await UnitsAsync(target, cancel);
        var numbers = units.ToDictionary(unit => unit.OrganizationId, unit => unit.Number);
        _steps = units.Count + counted.Cells.Count + counted.Names.Count;
        foreach (var chunk in units.Chunk(LinesAtOnce))
        {
            await WriteAsync(chunk, cancel);
        }

        foreach (var chunk in counted.Cells.Chunk(LinesAtOnce))
        {
            await WriteAsync([.. chunk.Select(cell => CellOf(cell, numbers))], cancel);
        }

        var lines = await WriteLinesAsync(target, counted, numbers, cancel);
        await WriteHeadAsync(target, request, lines, cancel);
    }

    /// <summary>The whole tree below the setter as it stood on the day, with the names of the day.</summary>
    private async Task<List<SnapshotUnit>> UnitsAsync(TargetSummary target, CancellationToken cancel)
    {
        var setter = target.Terms.SetterId;
        var under = db.PathsOf(target).Where(path => path.AncestorId == setter).Select(path => path.DescendantId);
        var direct = await db.PathsOf(target).Where(path => path.Depth == 1 && under.Contains(path.AncestorId))
            .Select(path => new { path.AncestorId, path.DescendantId }).ToListAsync(cancel);
        var dated = await db.DetailsOf(target).Where(d => under.Contains(d.OrganizationId))
            .Select(d => new { d.OrganizationId, d.Name }).ToDictionaryAsync(d => d.OrganizationId, d => d.Name, cancel);
        var organizations = await db.Organizations.Where(o => under.Contains(o.Id)).Select(o => new { o.Id, o.Code, o.Name }).ToDictionaryAsync(o => o.Id, cancel);
        string NameOf(Guid organization) => dated.GetValueOrDefault(organization) ?? organizations[organization].Name;
        var below = direct.OrderBy(path => NameOf(path.DescendantId), StringComparer.Ordinal).ThenBy(path => path.DescendantId)
            .ToLookup(path => path.AncestorId, path => path.DescendantId);
        return [.. SnapshotTree.Number(setter, below).Select(unit => new SnapshotUnit
        {
            SnapshotId = _id,
            Number = unit.Number,
            Last = unit.Last,
            Above = unit.Above,
            Depth = unit.Depth,
            OrganizationId = unit.Id,
            Code = organizations[unit.Id].Code,
            Name = NameOf(unit.Id),
        })];
    }

    private async Task<int> WriteLinesAsync(TargetSummary target, FiguresAsOf counted, Dictionary<Guid, int> numbers, CancellationToken cancel)
    {
        var standings = counted.Names.OrderBy(s => numbers[s.OrganizationId]).ThenBy(s => s.Position).ThenBy(s => s.Kind).ThenBy(s => s.PersonId).ToList();
        var number = 0;
        foreach (var chunk in standings.Chunk(LinesAtOnce))
        {
            var (lines, names) = (new List<SnapshotLine>(chunk.Length), new List<RecordNames>(chunk.Length));
            var rows = await people.RowsAsync(target, chunk, cancel);
            for (var i = 0; i < chunk.Length; i++)
            {
                var name = RecordNames.Of(ids.Next(), rows[i].IsAnonymous ? "" : rows[i].Name, rows[i].OrganizationName, chunk[i].Position.ToString());
                if (rows[i].IsAnonymous)
                {
                    name.Salt = "";
                }

                names.Add(name);
                lines.Add(Line(chunk[i], rows[i], ++number, name, numbers));
            }

            await WriteAsync(lines, names, cancel);
        }

        return number;
    }

    private Task WriteHeadAsync(TargetSummary target, SnapshotRequest request, int lines, CancellationToken cancel) =>
        transactions.RunAsync(async cancel =>
        {
            var (targetId, requestId) = (target.Id, request.Id);
            var number = (await db.CoverageSnapshots.Where(s => s.TargetId == targetId).MaxAsync(s => (int?)s.Number, cancel) ?? 0) + 1;
            var asked = await db.RecordNames.AsNoTracking().SingleAsync(n => n.RecordId == requestId, cancel);
            var signer = RecordNames.Of(_id, asked.PersonName, asked.UnitName, asked.PositionName);
            if (asked.IsAnonymized)
            {
                signer.Salt = "";
            }

            db.CoverageSnapshots.Add(Head(target, request, lines, number, signer));
            db.RecordNames.Add(signer);
            await ChangeAsync(one => one.Finish(_id, number), cancel);
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                throw new RepeatTransactionException("Another snapshot of the same target was finished in the same moment.");
            }
        }, cancel);

    private Task WriteAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class => WriteAsync<T, RecordNames>(rows, [], cancel);

    /// <summary>One step: rows, names that belong to them, and how far it is.</summary>
    private async Task WriteAsync<T, TNames>(IReadOnlyCollection<T> rows, IReadOnlyCollection<TNames> names, CancellationToken cancel)
        where T : class
        where TNames : class
    {
        var done = _done + rows.Count;
        await transactions.RunAsync(async cancel =>
        {
            await ChangeAsync(request => request.Advance(_id, done, _steps, clock.Now + _hold), cancel);
            await db.SaveChangesAsync(cancel);
            await SaveAsync(rows, cancel);
            await SaveAsync(names, cancel);
        }, cancel);
        db.ChangeTracker.Clear();
        _done = done;
    }

    private async Task ChangeAsync(Func<SnapshotRequest, bool> change, CancellationToken cancel)
    {
        var requestId = _requestId;
        if (!change(await db.SnapshotRequests.SingleAsync(r => r.Id == requestId, cancel)))
        {
            throw new DbUpdateConcurrencyException("Another try to freeze the same has begun.");
        }
    }

    private Task SaveAsync<T>(IEnumerable<T> rows, CancellationToken cancel)
        where T : class
    {
        var changes = new RowChanges<T>(db);
        foreach (var row in rows)
        {
            changes.Add(row);
        }

        return changes.SaveAsync(cancel);
    }

    private SnapshotCell CellOf(CoverageCell cell, Dictionary<Guid, int> numbers) => new()
    {
        SnapshotId = _id,
        UnitNumber = numbers[cell.OrganizationId],
        Position = cell.Position,
        Counted = cell.Counted,
        Covered = cell.Covered,
        Excluded = cell.Excluded,
        Elsewhere = cell.Elsewhere,
        Declared = cell.Declared,
    };

    private SnapshotLine Line(CoverageStanding standing, PersonRow row, int number, RecordNames name, Dictionary<Guid, int> numbers) => new()
    {
        SnapshotId = _id,
        Number = number,
        NamesId = name.RecordId,
        NamesDigest = name.Digest(),
        PersonId = standing.PersonId,
        UnitNumber = numbers[standing.OrganizationId],
        Position = standing.Position,
        Kind = standing.Kind,
        Reason = standing.Kind is StandingKind.Missing ? (int)row.Reason : null,
        Evidence = row.Evidence,
        CompletionDay = row.CompletionDay,
        Why = row.Why,
        ExcludedFrom = row.ExcludedFrom,
        ExcludedUntil = row.ExcludedUntil,
        CountedAtUnit = standing.CountedAtOrganizationId is { } at && numbers.TryGetValue(at, out var there) ? there : null,
        CountedAtPosition = standing.CountedAtPosition,
    };

    private CoverageSnapshot Head(TargetSummary target, SnapshotRequest request, int lines, int number, RecordNames signer) => new()
    {
        Id = _id,
        TargetId = target.Id,
        Number = number,
        Day = target.Today,
        Moment = request.Moment,
        CreatedBy = request.CreatedBy,
        Note = request.Note,
        TargetName = target.Name,
        TargetNameEn = target.NameEn,
        SetterName = target.SetterName,
        ProgrammeName = target.ProgrammeName,
        ProgrammeNameEn = target.ProgrammeNameEn,
        Percent = target.Rule.Percent,
        Positions = target.Rule.Positions,
        Kinds = target.Rule.Kinds,
        RequiredFlags = target.Rule.RequiredFlags,
        ExcludedFlags = target.Rule.ExcludedFlags,
        Employments = target.Rule.Employments,
        WindowFrom = target.Rule.WindowFrom,
        WindowUntil = target.Rule.WindowUntil,
        RosterDay = target.Rule.RosterDay,
        CutOffDay = target.Rule.CutOffDay,
        OnlyWhileValid = target.Rule.OnlyWhileValid,
        OnlyWhileInPost = target.Terms.IsOnlyWhileInPostOn(target.CutOff),
        Lines = lines,
        SignerDigest = signer.Digest(),
    };
}
