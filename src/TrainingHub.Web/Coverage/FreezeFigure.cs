using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Account;
using TrainingHub.Records;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>
/// Freezes a target's figures and names of a day, by what is known at this moment. They are written in steps that hold the writer for moments only; the
/// snapshot itself comes last, so that one that was interrupted is not there. The moment fixes what all of it is read from.
/// </summary>
public sealed class FreezeFigure(
    Db db, Transactions transactions, TargetQuery targets, FigureAsOf figures, PeopleAsOf people, CurrentPerson current, Ids ids, DayClock clock)
{
    private const int LinesAtOnce = 1000;

    /// <param name="live">The target as it is today.</param>
    /// <param name="input">Day, signer and note.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<FreezeOutcome> RunAsync(TargetSummary live, SnapshotInput input, CancellationToken cancel)
    {
        var (day, moment) = (input.Day ?? live.Today, clock.Now);
        if (SnapshotDay.Against(live.Rule, day, live.Today) is { } fault)
        {
            return new FreezeOutcome.Refused(fault);
        }

        if (await targets.FindAsOfAsync(live.Slug, day, moment, cancel) is not { } target)
        {
            return new FreezeOutcome.NoRule();
        }

        var setter = target.Terms.SetterId;
        var top = await db.Organizations.Where(o => o.Id == setter).Select(o => new UnitChoice(o.Id, o.Code, o.Name, 0)).SingleAsync(cancel);
        var counted = await figures.NamesAsync(target, top, cancel);
        var (id, units) = (ids.Next(), await UnitsAsync(target, cancel));
        var numbers = units.ToDictionary(unit => unit.OrganizationId, unit => unit.Number);
        await WriteAsync(units.Select(unit => Unit(unit, id)), cancel);
        await WriteAsync(counted.Cells.Select(cell => CellOf(cell, id, numbers)), cancel);
        var lines = await WriteLinesAsync(target, counted, id, numbers, cancel);
        return new FreezeOutcome.Frozen(await WriteHeadAsync(target, input, id, moment, lines, cancel));
    }

    /// <summary>The whole tree below the setter as it stood on the day, with the names of the day.</summary>
    private async Task<List<SnapshotUnit>> UnitsAsync(TargetSummary target, CancellationToken cancel)
    {
        var (setter, day) = (target.Terms.SetterId, target.CutOff);
        var under = db.PathsOf(target).Where(path => path.AncestorId == setter).Select(path => path.DescendantId);
        var direct = await db.PathsOf(target).Where(path => path.Depth == 1 && under.Contains(path.AncestorId))
            .Select(path => new { path.AncestorId, path.DescendantId }).ToListAsync(cancel);
        var dated = await db.OrganizationDetails.KnownAt(target.Moment).Where(d => d.From <= day && day <= d.Until && under.Contains(d.OrganizationId))
            .Select(d => new { d.OrganizationId, d.Name }).ToDictionaryAsync(d => d.OrganizationId, d => d.Name, cancel);
        var organizations = await db.Organizations.Where(o => under.Contains(o.Id)).Select(o => new { o.Id, o.Code, o.Name }).ToDictionaryAsync(o => o.Id, cancel);
        string NameOf(Guid organization) => dated.GetValueOrDefault(organization) ?? organizations[organization].Name;
        var below = direct.OrderBy(path => NameOf(path.DescendantId), StringComparer.Ordinal).ThenBy(path => path.DescendantId)
            .ToLookup(path => path.AncestorId, path => path.DescendantId);
        return [.. SnapshotTree.Number(setter, below).Select(unit => new SnapshotUnit
        {
            SnapshotId = default,
            Number = unit.Number,
            Last = unit.Last,
            Above = unit.Above,
            Depth = unit.Depth,
            OrganizationId = unit.Id,
            Code = organizations[unit.Id].Code,
            Name = NameOf(unit.Id),
        })];
    }

    private async Task<int> WriteLinesAsync(TargetSummary target, FiguresAsOf counted, Guid id, Dictionary<Guid, int> numbers, CancellationToken cancel)
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
                lines.Add(Line(chunk[i], rows[i], id, ++number, name, numbers));
            }

            await WriteAsync(lines, cancel);
            await WriteAsync(names, cancel);
        }

        return number;
    }

    private async Task<int> WriteHeadAsync(TargetSummary target, SnapshotInput input, Guid id, DateTime moment, int lines, CancellationToken cancel) =>
        await transactions.RunAsync(async cancel =>
        {
            var targetId = target.Id;
            var number = (await db.CoverageSnapshots.Where(s => s.TargetId == targetId).MaxAsync(s => (int?)s.Number, cancel) ?? 0) + 1;
            var signer = RecordNames.Of(id, input.Signer, target.SetterName, input.SignerTitle);
            db.CoverageSnapshots.Add(Head(target, input, id, moment, lines, number, signer));
            db.RecordNames.Add(signer);
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                throw new RepeatTransactionException("Another request froze the same target in the same moment.");
            }

            return number;
        }, cancel);

    private async Task WriteAsync<T>(IEnumerable<T> rows, CancellationToken cancel)
        where T : class
    {
        foreach (var chunk in rows.Chunk(LinesAtOnce))
        {
            await transactions.RunAsync(cancel =>
            {
                var changes = new RowChanges<T>(db);
                foreach (var row in chunk)
                {
                    changes.Add(row);
                }

                return changes.SaveAsync(cancel);
            }, cancel);
        }
    }

    private static SnapshotUnit Unit(SnapshotUnit unit, Guid id) => new()
    {
        SnapshotId = id,
        Number = unit.Number,
        Last = unit.Last,
        Above = unit.Above,
        Depth = unit.Depth,
        OrganizationId = unit.OrganizationId,
        Code = unit.Code,
        Name = unit.Name,
    };

    private static SnapshotCell CellOf(CoverageCell cell, Guid id, Dictionary<Guid, int> numbers) => new()
    {
        SnapshotId = id,
        UnitNumber = numbers[cell.OrganizationId],
        Position = cell.Position,
        Counted = cell.Counted,
        Covered = cell.Covered,
        Excluded = cell.Excluded,
        Elsewhere = cell.Elsewhere,
        Declared = cell.Declared,
    };

    private static SnapshotLine Line(CoverageStanding standing, PersonRow row, Guid id, int number, RecordNames name, Dictionary<Guid, int> numbers) => new()
    {
        SnapshotId = id,
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

    private CoverageSnapshot Head(TargetSummary target, SnapshotInput input, Guid id, DateTime moment, int lines, int number, RecordNames signer) => new()
    {
        Id = id,
        TargetId = target.Id,
        Number = number,
        Day = target.Today,
        Moment = moment,
        CreatedBy = current.Id,
        Note = input.Note,
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
