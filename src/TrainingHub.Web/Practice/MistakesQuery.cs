using TrainingHub.Courses;
using TrainingHub.Hosting;
using TrainingHub.Standards;

namespace TrainingHub.Practice;

/// <summary>
/// What a person answered wrongly, in lessons, in practice and on papers that were handed in, until it was mastered. What lies on an open
/// paper is left out until that is handed in. Keys are told where the question is answered, not here.
/// </summary>
public sealed class MistakesQuery(PersonalBank bank, StandardShelf standards, BasisCards basis)
{
    public async Task<MistakesPage> RunAsync(Guid personId, MistakesFilter filter, CancellationToken cancel)
    {
        var (rows, all) = await FindAsync(personId, filter, cancel);
        var pages = Pages.Of(filter.Page, rows.Count);
        return new MistakesPage(
            filter,
            await NamedAsync(rows.Skip(Math.Max(0, pages.First - 1)).Take(Pages.Size), cancel),
            pages,
            PracticeChoices.Of(all.Where(one => one.Mistake is { IsMastered: false }), await standards.HistoryAsync(cancel)),
            all.Count(one => one.Mistake is { IsMastered: true }),
            rows.Any(one => one.MayBeAsked));
    }

    /// <summary>Every row of the filter, for export.</summary>
    public async Task<IReadOnlyList<MistakesPage.Row>> ExportAsync(Guid personId, MistakesFilter filter, CancellationToken cancel) =>
        await NamedAsync((await FindAsync(personId, filter, cancel)).Rows, cancel);

    private async Task<(List<PracticeQuestion> Rows, List<PracticeQuestion> All)> FindAsync(Guid personId, MistakesFilter filter, CancellationToken cancel)
    {
        var all = (await bank.OfAsync(personId, withPapers: true, cancel)).Where(one => !one.IsWithheld && one.Mistake is not null).ToList();
        var rows = all.Where(filter.AsPractice.Matches)
            .OrderByDescending(one => one.Mistake!.LastWrongOn).ThenBy(one => one.Source.Key, StringComparer.Ordinal).ThenBy(one => one.Question.Prompt.Id, StringComparer.Ordinal).ToList();
        return (rows, all);
    }

    private async Task<IReadOnlyList<MistakesPage.Row>> NamedAsync(IEnumerable<PracticeQuestion> questions, CancellationToken cancel)
    {
        var rows = new List<MistakesPage.Row>();
        foreach (var one in questions)
        {
            rows.Add(new MistakesPage.Row(one, one.Mistake!, string.Join('、', (await basis.OfAsync(one.Question.Key, cancel)).Select(card => card.Name))));
        }

        return rows;
    }
}
