using TrainingHub.Hosting;

namespace TrainingHub.Sessions;

/// <summary>The list of a session, and whom to call to it.</summary>
public sealed record ParticipantsPage
{
    public required TrainingSession Session { get; init; }
    public required ParticipantsFilter Filter { get; init; }
    public required IReadOnlyList<AttendanceRow> Rows { get; init; }
    public required Pages Pages { get; init; }
    public required IReadOnlyDictionary<ParticipantState, int> States { get; init; }

    /// <summary>What was looked for.</summary>
    public required CandidatesFilter Looked { get; init; }

    /// <summary>Null where nothing was looked for.</summary>
    public required IReadOnlyList<Candidate>? Candidates { get; init; }
    public required IReadOnlyList<(string Slug, string Name, string NameEn, int Year)> Targets { get; init; }
    public GuestInput Guest { get; init; } = new();

    public int SeatsHeld => States.GetValueOrDefault(ParticipantState.Called) + States.GetValueOrDefault(ParticipantState.Accepted);
}
