using TrainingHub.Programmes;

namespace TrainingHub.Transcripts;

/// <summary>
/// 时间、内容、学时、考核结果 of one thing learnt, as the Safety Production Law (art. 28) asks. Its hours are those that count: of one course in one year they
/// stand in one line.
/// </summary>
/// <param name="Fact">What was learnt; of lessons the last.</param>
/// <param name="Lessons">How many lessons of the course the line is about; 0: it is about no lessons.</param>
/// <param name="From">First day (included).</param>
/// <param name="Until">Last day (included).</param>
/// <param name="Minutes">Whole minutes that count; 0 where another line of the same course and year has them.</param>
public sealed record TranscriptLine(LearningFact Fact, int Lessons, DateOnly From, DateOnly Until, int Minutes)
{
    /// <summary>Whether the hours stand in another line of the same course and year.</summary>
    public bool IsCountedElsewhere => Minutes == 0 && Fact.Minutes > 0;

    /// <summary>One line for everything but lessons, which stand together by course and year, and not at all beside the examination of their course; the newest first.</summary>
    public static IReadOnlyList<TranscriptLine> Of(IEnumerable<LearningFact> facts) =>
    [
        .. facts.GroupBy(fact => (fact.Subject, fact.Day.Year)).SelectMany(LinesOf)
            .OrderByDescending(line => line.Until).ThenBy(line => line.Fact.Title, StringComparer.Ordinal).ThenBy(line => line.Fact.SourceId),
    ];

    private static IEnumerable<TranscriptLine> LinesOf(IEnumerable<LearningFact> subject)
    {
        var all = subject.ToList();
        var lessons = all.Where(fact => fact.Kind is LearningKind.Lesson).OrderBy(fact => fact.Day).ToList();
        var whole = all.Where(fact => fact.Kind is not LearningKind.Lesson).OrderByDescending(fact => fact.Minutes).ThenBy(fact => fact.Day).ThenBy(fact => fact.SourceId).ToList();
        var credit = LearningCredit.Minutes(all);
        if (lessons.Count > 0 && !whole.Exists(fact => fact.Kind is LearningKind.Quiz))
        {
            var ofLessons = credit - whole.Select(fact => fact.Minutes).DefaultIfEmpty().Max();
            yield return new TranscriptLine(lessons[^1], lessons.Count, lessons[0].Day, lessons[^1].Day, ofLessons);
            credit -= ofLessons;
        }

        foreach (var (place, fact) in whole.Index())
        {
            yield return new TranscriptLine(fact, 0, fact.Day, fact.Day, place == 0 ? credit : 0);
        }
    }
}
