using TrainingHub.Hosting;
using TrainingHub.Standards;
using TrainingHub.Time;

namespace TrainingHub.Practice;

/// <summary>How well a person has the clauses that the courses ask about.</summary>
public sealed class MasteryQuery(PersonalBank bank, StandardShelf standards, DayClock clock)
{
    public async Task<MasteryPage> RunAsync(Guid personId, MasteryFilter filter, CancellationToken cancel)
    {
        var all = Rows(await bank.OfAsync(personId, withPapers: true, cancel), await standards.HistoryAsync(cancel)).ToList();
        var rows = all.FindAll(row =>
            (string.IsNullOrEmpty(filter.Standard) || string.Equals(filter.Standard, row.Edition.Slug, StringComparison.Ordinal)) && (!filter.Practised || row.Percent is not null));
        var pages = Pages.Of(filter.Page, rows.Count);
        return new MasteryPage(
            filter,
            [.. rows.Skip(Math.Max(0, pages.First - 1)).Take(Pages.Size)],
            pages,
            [.. all.Select(row => (row.Edition.Slug, row.Edition.Title)).DistinctBy(one => one.Slug, StringComparer.Ordinal)],
            all.Count(row => row.Percent >= Mastery.Firm),
            all.Count(row => row.Percent is not null),
            all.Count);
    }

    private IEnumerable<MasteryPage.Row> Rows(IEnumerable<PracticeQuestion> questions, EditionHistory history) =>
        (from one in questions
         where !one.IsWithheld
         from name in one.Clauses
         group one by name into asked
         let edition = history.Find(asked.Key.Edition)
         let clause = edition?.FindClause(asked.Key.Number)
         where clause is not null
         select (Row: RowOf(edition, clause, [.. asked]), Place: edition.Clauses.Index().First(entry => ReferenceEquals(entry.Item, clause)).Index))
        .OrderBy(entry => entry.Row.Edition.Title, StringComparer.Ordinal).ThenBy(entry => entry.Row.Edition.Edition, StringComparer.Ordinal).ThenBy(entry => entry.Place)
        .Select(entry => entry.Row);

    private MasteryPage.Row RowOf(StandardEdition edition, Clause clause, IReadOnlyList<PracticeQuestion> asked)
    {
        var days = asked.SelectMany(one => one.Answers).Select(answer => answer.Day).ToList();
        return new MasteryPage.Row(
            edition,
            clause,
            Mastery.OfClause([.. asked.Select(one => Mastery.OfQuestion(one.Answers, clock.Today)).OfType<int>()]),
            days.Count == 0 ? null : days.Max(),
            asked.Count(one => one.MayBeAsked));
    }
}
