using TrainingHub.Storage;

namespace TrainingHub.Sessions.Plans;

/// <summary>What a plan proposes today.</summary>
public sealed record PlanProposal
{
    public required FoundPlan Found { get; init; }

    /// <summary>Of which instant it speaks, UTC, where it was kept; null: of now.</summary>
    public DateTime? ComputedAt { get; init; }

    /// <summary>In the order of their days.</summary>
    public required IReadOnlyList<Line> Batches { get; init; }

    /// <summary>By batch, unit, post and name; those left over last.</summary>
    public required IReadOnlyList<PlanRow> Rows { get; init; }

    /// <summary>Rules that are broken, each with the name of whose place it is.</summary>
    public required IReadOnlyList<(PlanFault Fault, string Name)> Faults { get; init; }
    public required bool IsCut { get; init; }

    public int Left => Rows.Count(row => row.Placed is null);

    /// <summary>How many would be called.</summary>
    public int NewPeople => Batches.Sum(batch => batch.New);

    /// <summary>How many sessions would be made.</summary>
    public int NewSessions => Batches.Count(batch => batch is { Facts.Session: null, New: > 0 });

    /// <summary>A short mark of who would be called where: what is applied is what was seen.</summary>
    public string Mark => KnownVersion.Of(Rows.Where(row => row.Placed is { IsNew: true }).Select(row => $"{row.Batch}:{row.PersonId:N}").Order(StringComparer.Ordinal));

    /// <param name="Called">On its list already.</param>
    /// <param name="New">Proposed.</param>
    public sealed record Line(PlanFacts.Batch Facts, int Called, int New)
    {
        public int Number => Facts.Number;
        public int Free => Math.Max(0, Facts.Seen.Seats - Facts.Seen.Guests - Called - New);
    }
}
