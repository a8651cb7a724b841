using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>Compares the staged rows with the people known and writes down what is to be shown. May be broken off and begun anew at any time.</summary>
public sealed class ReadImport(
    Db db, Transactions transactions, ImportUnits units, ImportPositions importPositions, RosterWordings rosterWordings, KnownPeopleQuery knownPeople, ClearImportRows clear,
    ImportPace pace, DayClock clock, Ids ids)
{
    // More than that nobody mends at once, and the column holds.
    private const int MostProblems = 12;

    public async Task RunAsync(Guid importId, CancellationToken cancel)
    {
        if (await db.RosterImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == importId && i.State == ImportState.Reading, cancel) is not { } import)
        {
            return;
        }

        var preparedAt = clock.Now;
        var staged = await db.RosterImportParts.AsNoTracking().Where(p => p.ImportId == importId).OrderBy(p => p.Number).Select(p => p.Content).ToListAsync(cancel);
        var rows = staged.SelectMany(ImportJson.Unpack<RosterRow[]>).ToList();
        var (plans, peopleBefore) = await MatchAsync(import, rows, cancel);

        await clear.RunAsync(importId, cancel);
        await WriteAsync(importId, plans, cancel);
        await FinishAsync(importId, plans, peopleBefore, preparedAt, cancel);
    }

    private async Task<(IReadOnlyList<RowPlan> Plans, int PeopleBefore)> MatchAsync(RosterImport import, List<RosterRow> rows, CancellationToken cancel)
    {
        var reached = await units.ListAsync(import, cancel);
        var positions = await importPositions.ListAsync(await units.NamedAsync(import, cancel), cancel);
        var wordings = await rosterWordings.OfAsync(import.OrganizationId, cancel);
        var people = await knownPeople.RunAsync(import, reached, rows, cancel);
        var terms = new ImportTerms(import.EffectiveDay, import.PresumedStart, import.Mode);
        var matcher = new RosterMatcher(
            terms, reached, positions, people, ImportJson.Read<RowDecision[]>(import.Decisions), ImportJson.Read<UnitMeaning[]>(import.UnitMeanings), wordings, ids.Next);
        return (RowPlan.InWritingOrder(matcher.Match(rows)), matcher.PeopleToday);
    }

    private async Task WriteAsync(Guid importId, IReadOnlyList<RowPlan> plans, CancellationToken cancel)
    {
        var count = 0;
        for (var first = 0; first < plans.Count; first += count)
        {
            var step = plans.Skip(first).Take(pace.RowsFor(db, ImportTask.Compare)).Select((plan, index) => Row(importId, first + index + 1, plan)).ToList();
            count = step.Count;
            var began = 0L;
            await transactions.RunAsync(async token =>
            {
                began = Stopwatch.GetTimestamp();
                var written = new RowChanges<RosterImportRow>(db);
                step.ForEach(written.Add);
                await written.SaveAsync(token);
                await db.RosterImports.Where(i => i.Id == importId).ExecuteUpdateAsync(
                    set => set.SetProperty(i => i.Done, first + count).SetProperty(i => i.LeasedUntil, clock.Now + ImportWork.Lease), token);
            }, cancel);
            pace.Learn(ImportTask.Compare, count, began);
        }
    }

    private static RosterImportRow Row(Guid importId, int sequence, RowPlan plan)
    {
        var column = plan.Problem?.Column ?? RosterColumn.None;
        return new RosterImportRow
        {
            ImportId = importId,
            Sequence = sequence,
            Sheet = Cut(plan.Row?.Sheet ?? "", 60),
            RowNumber = plan.Row?.Number ?? 0,
            Verdict = plan.Verdict,
            Reason = plan.Problem?.Reason ?? RowReason.None,
            Column = column,
            Cell = column == RosterColumn.None ? "" : plan.Row?.Address(column) ?? "",
            Found = Cut(plan.Problem?.Found ?? "", 200),
            Detail = Cut(plan.Problem?.Detail ?? "", 1000),
            MoreProblems = plan.Problems.Count > 1 ? ImportJson.Write(plan.Problems.Skip(1).Take(MostProblems).Select(problem => new RowFault(problem.Reason, problem.Column, plan.Row?.Address(problem.Column) ?? "", Cut(problem.Found, 120), Cut(problem.Detail, 200)))) : "[]",
            PersonName = plan.PersonName,
            Typed = plan.Row is { } row ? ImportJson.Write(row.Typed) : "",
            Differences = ImportJson.Write(plan.Differences),
            PersonId = plan.PersonId,
            IsNewPerson = plan.IsNewPerson,
            CandidateId = plan.CandidateId,
            StaffNumber = plan.Row?.StaffNumber,
            Phone = plan.Row?.Phone,
            Change = plan.Change,
            PostId = plan.PostId,
            OrganizationId = plan.OrganizationId,
            PositionId = plan.PositionId,
            From = plan.From,
            Until = plan.Until,
            Employment = plan.Employment,
            IsPrimary = plan.IsPrimary,
            IsStartPresumed = plan.IsStartPresumed,
        };
    }

    private async Task FinishAsync(Guid importId, IReadOnlyList<RowPlan> plans, int peopleBefore, DateTime preparedAt, CancellationToken cancel) =>
        await transactions.RunAsync(async token =>
        {
            if (await db.RosterImports.SingleOrDefaultAsync(i => i.Id == importId && i.State == ImportState.Reading, token) is not { } import)
            {
                // Another process was faster.
                return;
            }

            var counts = plans.Where(plan => plan.Row is not null).CountBy(plan => plan.Verdict).ToDictionary();
            import.Added = counts.GetValueOrDefault(RowVerdict.Added);
            import.Changed = counts.GetValueOrDefault(RowVerdict.Changed);
            import.Ended = counts.GetValueOrDefault(RowVerdict.Ended);
            import.Unchanged = counts.GetValueOrDefault(RowVerdict.Unchanged);
            import.Refused = counts.GetValueOrDefault(RowVerdict.Refused);
            import.Doubtful = counts.GetValueOrDefault(RowVerdict.NeedsConfirmation);
            var absent = plans.Where(plan => plan.Row is null).ToList();
            import.AbsentPosts = absent.Count;
            import.AbsentPeople = absent.Select(plan => plan.PersonId).Distinct().Count();
            import.UnclearWords = ImportJson.Write(UnclearWord.Of(plans));
            import.PeopleBefore = peopleBefore;
            import.PreparedAt = preparedAt;
            import.State = ImportState.Preview;
            import.Done = 0;
            import.Faults = 0;
            import.LeaseOwner = null;
            import.LeasedUntil = null;
            await db.SaveChangesAsync(token);
        }, cancel);

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
