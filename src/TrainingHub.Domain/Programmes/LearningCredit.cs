namespace TrainingHub.Programmes;

/// <summary>学时 of what was learnt, in whole minutes.</summary>
public static class LearningCredit
{
    /// <summary>
    /// Each subject once: the largest of what it was credited as a whole, or its lessons together, if that is more, up to the credit of the course.
    /// </summary>
    public static int Minutes(IEnumerable<LearningFact> facts) => facts.GroupBy(fact => fact.Subject, StringComparer.Ordinal).Sum(subject =>
    {
        var whole = subject.Where(fact => fact.Kind is not LearningKind.Lesson).Select(fact => fact.Minutes).DefaultIfEmpty().Max();
        var lessons = subject.Where(fact => fact.Kind is LearningKind.Lesson).ToList();
        return lessons.Count == 0 ? whole : Math.Max(whole, Math.Min(lessons.Sum(fact => fact.Minutes), lessons.Max(fact => fact.MostMinutes ?? int.MaxValue)));
    });

    /// <summary>The same over several years: once per subject and calendar year.</summary>
    public static int MinutesByYear(IEnumerable<LearningFact> facts) => facts.GroupBy(fact => fact.Day.Year).Sum(year => Minutes(year));
}
