using TrainingHub.Organizations;

namespace TrainingHub.Programmes;

/// <summary>How the rule of a programme changes.</summary>
public static class ProgrammeRules
{
    /// <summary>
    /// Something else completes the programme from a day on, until the next change that is known. The row that held on that day is closed; what of
    /// it lies before the day is appended anew. What was completed by the earlier rule stays completed.
    /// </summary>
    /// <param name="known">All rules of the programme that we know.</param>
    /// <param name="demand">What completes it then.</param>
    /// <param name="from">First day of the new rule (included).</param>
    /// <param name="nextId">Makes ids.</param>
    /// <param name="now">The present instant, UTC.</param>
    /// <param name="recordedBy">Who changes it.</param>
    /// <param name="reason">Why, in their words.</param>
    /// <returns>Rows to append, with their parts; none when no rule holds on the day or it asks for the same already.</returns>
    public static IReadOnlyList<ProgrammeTerms> Change(
        IReadOnlyCollection<ProgrammeTerms> known, ProgrammeDemand demand, DateOnly from,
        Func<Guid> nextId, DateTime now, Guid? recordedBy, string? reason)
    {
        var (cut, until) = DatedChange.Place([.. known.Select(terms => terms.Rule)], from);
        if (known.SingleOrDefault(terms => terms.Rule == cut) is not { } earlier || cut is null || earlier.Demand.IsSame(demand))
        {
            return [];
        }

        cut.Supersede(now);
        var changed = Row(cut.From == from ? cut.FactId : null, demand, from, until);
        return cut.From < from ? [Row(cut.FactId, earlier.Demand, cut.From, from.AddDays(-1)), changed] : [changed];

        ProgrammeTerms Row(Guid? factId, ProgrammeDemand asked, DateOnly first, DateOnly last)
        {
            var id = nextId();
            return new ProgrammeTerms(new ProgrammeRule
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
                CourseSlug = asked.CourseSlug,
                QuizSlug = asked.QuizSlug,
                RefusesOutside = asked.RefusesOutside,
                ValidityMonths = cut.ValidityMonths,
                OnlyWhileInPost = cut.OnlyWhileInPost,
                CertificateTitle = cut.CertificateTitle,
            }, [.. asked.Parts.Select((part, index) => part.Of(nextId(), id, index + 1))]);
        }
    }
}
