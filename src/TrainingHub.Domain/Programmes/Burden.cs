namespace TrainingHub.Programmes;

/// <summary>How much of a person's time a programme takes.</summary>
public static class Burden
{
    /// <summary>
    /// Whole minutes: of each course asked its credit and the time of its quiz; of an arranged quiz its time; of hours what the courses asked do not
    /// already give. Assessments are not in it.
    /// </summary>
    /// <param name="terms">What is asked.</param>
    /// <param name="courseMinutes">Credit of courses by slug.</param>
    /// <param name="quizMinutes">Time of quizzes by slug.</param>
    public static int MinutesEach(ProgrammeTerms terms, IReadOnlyDictionary<string, int> courseMinutes, IReadOnlyDictionary<string, int> quizMinutes)
    {
        var quizzes = terms.Parts.Where(part => part.Kind is ProgrammePartKind.Quiz).ToList();
        var learnt = quizzes.Where(part => part.CourseSlug.Length > 0).Select(part => part.CourseSlug).Distinct(StringComparer.Ordinal)
            .Select(slug => new LearningFact { PersonId = Guid.Empty, Kind = LearningKind.Quiz, Day = default, CourseSlug = slug, Minutes = courseMinutes.GetValueOrDefault(slug) }).ToList();
        var more = 0;
        foreach (var hours in terms.Parts.Where(part => part.Kind is ProgrammePartKind.Hours).OrderBy(part => part.Domain is ExpertDomain.None))
        {
            // Hours of domains count for hours of any, too.
            var given = LearningCredit.Minutes(learnt.Where(hours.CountsHoursOf)) + (hours.Domain is ExpertDomain.None ? more : 0);
            more += Math.Max(0, hours.Minutes - given);
        }

        return LearningCredit.Minutes(learnt) + more + quizzes.Sum(part => quizMinutes.GetValueOrDefault(part.QuizSlug));
    }
}
