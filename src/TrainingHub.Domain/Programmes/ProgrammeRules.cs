using TrainingHub.Organizations;

namespace TrainingHub.Programmes;

/// <summary>How the rule of a programme changes.</summary>
public static class ProgrammeRules
{
    /// <summary>
    /// Another quiz completes the programme from a day on, until the next change that is known. The row that held on that day is closed; what of
    /// it lies before the day is appended anew. What was completed by the earlier quiz stays completed.
    /// </summary>
    /// <param name="known">All rules of the programme that we know.</param>
    /// <param name="courseSlug">The course of the new quiz.</param>
    /// <param name="quizSlug">The new quiz.</param>
    /// <param name="from">First day of the new quiz (included).</param>
    /// <param name="nextId">Makes ids.</param>
    /// <param name="now">The present instant, UTC.</param>
    /// <param name="recordedBy">Who changes it.</param>
    /// <param name="reason">Why, in their words.</param>
    /// <returns>Rows to append; none when no rule holds on the day or it names this quiz already.</returns>
    public static IReadOnlyList<ProgrammeRule> ChangeQuiz(
        IReadOnlyCollection<ProgrammeRule> known, string courseSlug, string quizSlug, DateOnly from,
        Func<Guid> nextId, DateTime now, Guid? recordedBy, string? reason)
    {
        var (cut, until) = DatedChange.Place(known, from);
        if (cut is null || string.Equals(cut.QuizSlug, quizSlug, StringComparison.Ordinal))
        {
            return [];
        }

        cut.Supersede(now);
        var changed = Row(cut.From == from ? cut.FactId : null, courseSlug, quizSlug, from, until);
        return cut.From < from ? [Row(cut.FactId, cut.CourseSlug, cut.QuizSlug, cut.From, from.AddDays(-1)), changed] : [changed];

        ProgrammeRule Row(Guid? factId, string course, string quiz, DateOnly first, DateOnly last)
        {
            var id = nextId();
            return new ProgrammeRule
            {
                Id = id,
                FactId = factId ?? id,
                ProgrammeId = cut.ProgrammeId,
                From = first,
                Until = last,
                RecordedAt = now,
                RecordedBy = recordedBy,
                Reason = reason,
                CycleFrom = cut.CycleFrom,
                CycleUntil = cut.CycleUntil,
                CourseSlug = course,
                QuizSlug = quiz,
                ValidityMonths = cut.ValidityMonths,
                OnlyWhileInPost = cut.OnlyWhileInPost,
                CertificateTitle = cut.CertificateTitle,
            };
        }
    }
}
