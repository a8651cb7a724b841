using TrainingHub.Organizations;

namespace TrainingHub.Programmes;

/// <summary>How the rule of a programme changes.</summary>
public static class ProgrammeRules
{
    /// <summary>
    /// Something else completes the programme from a day on, or it runs and is certified otherwise, until the next change that is known. The row that held on that day is closed; what of
    /// it lies before the day is appended anew. What was completed by the earlier rule stays completed.
    /// </summary>
    /// <param name="known">All rules of the programme that we know.</param>
    /// <param name="demand">What completes it then.</param>
    /// <param name="from">First day of the new rule (included).</param>
    /// <param name="nextId">Makes ids.</param>
    /// <param name="now">The present instant, UTC.</param>
    /// <param name="recordedBy">Who changes it.</param>
    /// <param name="reason">Why, in their words.</param>
    /// <param name="frame">When it runs then and what is issued; null: as before.</param>
    /// <returns>Rows to append, with their parts; none when no rule holds on the day or it asks for the same already.</returns>
    public static IReadOnlyList<ProgrammeTerms> Change(
        IReadOnlyCollection<ProgrammeTerms> known, ProgrammeDemand demand, DateOnly from,
        Func<Guid> nextId, DateTime now, Guid? recordedBy, string? reason, ProgrammeFrame? frame = null)
    {
        var (cut, until) = DatedChange.Place([.. known.Select(terms => terms.Rule)], from);
        if (known.SingleOrDefault(terms => terms.Rule == cut) is not { } earlier || cut is null || (earlier.Demand.IsSame(demand) && (frame is null || frame == ProgrammeFrame.Of(cut))))
        {
            return [];
        }

        cut.Supersede(now);
        var before = ProgrammeFrame.Of(cut);
        var changed = Row(cut.From == from ? cut.FactId : null, demand, frame ?? before, from, until);
        return cut.From < from ? [Row(cut.FactId, earlier.Demand, before, cut.From, from.AddDays(-1)), changed] : [changed];

        ProgrammeTerms Row(Guid? factId, ProgrammeDemand asked, ProgrammeFrame framed, DateOnly first, DateOnly last)
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
                CycleFrom = framed.CycleFrom,
                CycleUntil = framed.CycleUntil,
                CourseSlug = asked.CourseSlug,
                QuizSlug = asked.QuizSlug,
                RefusesOutside = asked.RefusesOutside,
                ValidityMonths = framed.ValidityMonths,
                OnlyWhileInPost = cut.OnlyWhileInPost,
                CertificateTitle = framed.CertificateTitle,
            }, [.. asked.Parts.Select((part, index) => part.Of(nextId(), id, index + 1))]);
        }
    }
}
