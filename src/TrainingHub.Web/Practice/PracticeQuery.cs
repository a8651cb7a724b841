using TrainingHub.Standards;

namespace TrainingHub.Practice;

/// <summary>What a person can practise, and the next question of it.</summary>
public sealed class PracticeQuery(PersonalBank bank, StandardShelf standards, DailyQuery daily)
{
    public async Task<PracticePage> RunAsync(Guid personId, PracticeFilter filter, CancellationToken cancel)
    {
        var all = await bank.OfAsync(personId, withPapers: true, cancel);
        var open = all.Where(one => one.MayBeAsked).ToList();
        return new PracticePage(
            filter,
            PracticeChoices.Of(open, await standards.HistoryAsync(cancel)),
            open.Count,
            all.Count(one => one.Question.MayBePractised && one.OpenLesson is not null),
            all.Count(one => !one.IsWithheld && one.Mistake is { IsMastered: false }),
            await daily.RunAsync(personId, cancel));
    }

    /// <summary>
    /// One of the questions that match: by chance, from the half that was longest not practised, and not the one before unless it is the
    /// only one. Null when none matches.
    /// </summary>
    public async Task<PracticeQuestion?> DrawAsync(Guid personId, PracticeFilter filter, CancellationToken cancel)
    {
        var matching = (await bank.OfAsync(personId, withPapers: true, cancel)).Where(one => one.MayBeAsked && filter.Matches(one)).ToList();
        var others = matching.FindAll(one => !string.Equals(one.Name, filter.After, StringComparison.Ordinal));
        var left = (others.Count > 0 ? others : matching).OrderBy(one => one.Answers is [.., var last] ? last.Day : DateOnly.MinValue).ToList();
        return left.Count == 0 ? null : left[Random.Shared.Next((left.Count + 1) / 2)];
    }
}
