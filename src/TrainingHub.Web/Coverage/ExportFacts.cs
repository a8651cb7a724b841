using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Documents;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>
/// Writes what is needed to recompute every figure as CSV files, with the written definition and our own figures beside, all of one moment: whoever
/// doubts a figure can check it with a tool of his own. Rows go out as they are read, whatever their number.
/// </summary>
public sealed class ExportFacts(Db db, Transactions transactions, DayClock clock)
{
    /// <summary>The files, in the order in which they are written.</summary>
    public static readonly IReadOnlyList<string> Files =
        ["definition.md", "organizations.csv", "paths.csv", "positions.csv", "people.csv", "memberships.csv", "leaves.csv", "mergers.csv", "declarations.csv", "targets.csv", "programmes.csv", "exclusions.csv", "records.csv", "figures.csv",
         "snapshots.csv", "snapshotfigures.csv"];

    /// <summary>Fills the folder; files of these names that are there are overwritten.</summary>
    /// <param name="folder">Exists.</param>
    /// <param name="hasNames">Whether people appear with their names, not by id alone.</param>
    /// <param name="cancel">Stops; what is written stays.</param>
    /// <returns>Rows in each file of figures and facts.</returns>
    public async Task<IReadOnlyDictionary<string, int>> RunAsync(string folder, bool hasNames, CancellationToken cancel)
    {
        var written = new Dictionary<string, int>(StringComparer.Ordinal);
        await transactions.ReadAsync(async cancel =>
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "definition.md"), ExportDefinition.Of(clock.Today, clock.Now), cancel);
            foreach (var table in Tables(hasNames))
            {
                written[table.File] = await WriteAsync(folder, table, cancel);
            }
        }, cancel);
        return written;
    }

    private static async Task<int> WriteAsync(string folder, Table table, CancellationToken cancel)
    {
        var rows = 0;
        await using var file = File.Create(Path.Combine(folder, table.File));
        await CsvTableWriter.WriteAsync(file, table.Header.Split(' '), Counted(), cancel);
        return rows;

        async IAsyncEnumerable<IReadOnlyList<Cell>> Counted()
        {
            await foreach (var row in table.Rows.AsAsyncEnumerable().WithCancellation(cancel))
            {
                rows++;
                yield return Array.ConvertAll(row, CellOf);
            }
        }
    }

    // All rows, also those that we know better by now: a frozen figure follows from what was known at its moment.
    private IEnumerable<Table> Tables(bool hasNames) =>
    [
        new("organizations.csv", "organization code from until name kind stages flags recordedAt supersededAt",
            from detail in db.OrganizationDetails
            join organization in db.Organizations on detail.OrganizationId equals organization.Id
            orderby organization.Code, detail.From, detail.RecordedAt
            select new object?[] { detail.OrganizationId, organization.Code, detail.From, detail.Until, detail.Name, detail.Kind, detail.Stages, detail.Flags, detail.RecordedAt, detail.SupersededAt }),
        new("paths.csv", "ancestor descendant depth from until recordedAt supersededAt",
            db.OrganizationPaths.OrderBy(path => path.Id)
                .Select(path => new object?[] { path.AncestorId, path.DescendantId, path.Depth, path.From, path.Until, path.RecordedAt, path.SupersededAt })),
        new("positions.csv", "position from until post recordedAt supersededAt",
            db.PositionMappings.OrderBy(mapping => mapping.Id).Select(mapping => new object?[] { mapping.PositionId, mapping.From, mapping.Until, mapping.Core, mapping.RecordedAt, mapping.SupersededAt })),
        new("people.csv", "person name", db.People.OrderBy(person => person.Id).Select(person => new object?[] { person.Id, hasNames ? person.Name : "" })),
        new("memberships.csv", "membership person organization position from until primary employment recordedAt supersededAt",
            db.Memberships.OrderBy(membership => membership.FactId).ThenBy(membership => membership.RecordedAt)
                .Select(membership => new object?[] { membership.FactId, membership.PersonId, membership.OrganizationId, membership.PositionId, membership.From, membership.Until, membership.IsPrimary, membership.Employment,
                    membership.RecordedAt, membership.SupersededAt })),
        new("leaves.csv", "leave person organization kind from until recordedAt supersededAt",
            db.Leaves.OrderBy(leave => leave.FactId).ThenBy(leave => leave.RecordedAt)
                .Select(leave => new object?[] { leave.FactId, leave.PersonId, leave.OrganizationId, leave.Kind, leave.From, leave.Until, leave.RecordedAt, leave.SupersededAt })),
        new("mergers.csv", "merger organization successor from until recordedAt supersededAt",
            db.OrganizationSuccessions.OrderBy(succession => succession.FactId).ThenBy(succession => succession.RecordedAt)
                .Select(succession => new object?[] { succession.FactId, succession.OrganizationId, succession.SuccessorId, succession.From, succession.Until, succession.RecordedAt, succession.SupersededAt })),
        new("declarations.csv", "declaration organization post from until state confirmed recordedAt supersededAt",
            db.Declarations.OrderBy(declaration => declaration.Id)
                .Select(declaration => new object?[] { declaration.Id, declaration.OrganizationId, declaration.Position, declaration.From, declaration.Until, declaration.State, declaration.IsConfirmed, declaration.RecordedAt, declaration.SupersededAt })),
        new("targets.csv", "target slug name setter programme from until percent posts kinds required excluded employments windowFrom windowUntil rosterDay cutOffDay onlyWhileValid recordedAt supersededAt",
            from rule in db.TargetRules
            join target in db.CoverageTargets on rule.TargetId equals target.Id
            orderby target.Slug, rule.From, rule.RecordedAt
            select new object?[] { target.Id, target.Slug, target.Name, target.OrganizationId, target.ProgrammeId, rule.From, rule.Until, rule.Percent, rule.Positions, rule.Kinds,
                rule.RequiredFlags, rule.ExcludedFlags, rule.Employments, rule.WindowFrom, rule.WindowUntil, rule.RosterDay, rule.CutOffDay, rule.OnlyWhileValid, rule.RecordedAt, rule.SupersededAt }),
        new("programmes.csv", "programme slug name from until cycleFrom cycleUntil onlyWhileInPost recordedAt supersededAt",
            from rule in db.ProgrammeRules
            join programme in db.Programmes on rule.ProgrammeId equals programme.Id
            orderby programme.Slug, rule.From, rule.RecordedAt
            select new object?[] { programme.Id, programme.Slug, programme.Name, rule.From, rule.Until, rule.CycleFrom, rule.CycleUntil, rule.OnlyWhileInPost, rule.RecordedAt, rule.SupersededAt }),
        new("exclusions.csv", "exclusion person target reason from until recordedAt supersededAt",
            db.Exclusions.Where(exclusion => exclusion.State == ExclusionState.Approved).OrderBy(exclusion => exclusion.FactId).ThenBy(exclusion => exclusion.RecordedAt)
                .Select(exclusion => new object?[] { exclusion.FactId, exclusion.PersonId, exclusion.TargetId, exclusion.Why, exclusion.From, exclusion.Until, exclusion.RecordedAt, exclusion.SupersededAt })),
        new("records.csv", "record person programme course completionDay validUntil creditMinutes evidence organization post recordedAt revokedAt restores contentHash",
            db.TrainingRecords.OrderBy(record => record.Id)
                .Select(record => new object?[] { record.Id, record.PersonId, record.ProgrammeId, record.CourseSlug, record.CompletionDay, record.ValidUntil, record.CreditMinutes, record.Evidence,
                    record.OrganizationId, record.Position, record.RecordedAt,
                    db.Revocations.Where(revocation => revocation.RecordId == record.Id).Select(revocation => (DateTime?)revocation.RecordedAt).FirstOrDefault(), record.RestoresId, record.ContentHash })),
        new("figures.csv", "target organization post day counted covered excluded elsewhere declared",
            db.CoverageCells.OrderBy(cell => cell.TargetId).ThenBy(cell => cell.OrganizationId).ThenBy(cell => cell.Position)
                .Select(cell => new object?[] { cell.TargetId, cell.OrganizationId, cell.Position, cell.Day, cell.Counted, cell.Covered, cell.Excluded, cell.Elsewhere, cell.Declared })),
        new("snapshots.csv", "snapshot target number day moment percent",
            db.CoverageSnapshots.OrderBy(snapshot => snapshot.TargetId).ThenBy(snapshot => snapshot.Number)
                .Select(snapshot => new object?[] { snapshot.Id, snapshot.TargetId, snapshot.Number, snapshot.Day, snapshot.Moment, snapshot.Percent })),
        new("snapshotfigures.csv", "snapshot organization post counted covered excluded elsewhere declared",
            from cell in db.SnapshotCells
            join unit in db.SnapshotUnits on new { cell.SnapshotId, Number = cell.UnitNumber } equals new { unit.SnapshotId, unit.Number }
            orderby cell.SnapshotId, cell.UnitNumber, cell.Position
            select new object?[] { cell.SnapshotId, unit.OrganizationId, cell.Position, cell.Counted, cell.Covered, cell.Excluded, cell.Elsewhere, cell.Declared }),
    ];

    private static Cell CellOf(object? value) => value switch
    {
        null => Cell.Blank,
        Guid id => Cell.Of(id.ToString("N")),
        string text => Cell.Of(text),
        int number => Cell.Of(number),
        bool isSo => Cell.Of(isSo ? "yes" : "no"),
        // Without end: nothing.
        DateOnly day => day == Day.Open ? Cell.Blank : Cell.Of(day),
        DateTime moment => Cell.Of(moment.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture)),
        // Several of a mask by spaces.
        Enum name => Cell.Of(name.ToString().Replace(", ", " ", StringComparison.Ordinal)),
        _ => throw new UnreachableException($"{value.GetType()} has no form in CSV."),
    };

    /// <param name="File">Its name.</param>
    /// <param name="Header">Names of the columns, by spaces.</param>
    /// <param name="Rows">Their values.</param>
    private sealed record Table(string File, string Header, IQueryable<object?[]> Rows);
}
