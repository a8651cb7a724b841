using TrainingHub.Hosting;

namespace TrainingHub.Sessions;

/// <summary>Which people of a session are listed, as it stands in the address.</summary>
public sealed record ParticipantsFilter
{
    /// <summary>A part of the name or unit.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim() is { Length: <= 60 } text ? text : value.Trim()[..60]; }

    /// <summary>Null for all.</summary>
    public ParticipantState? State { get; init; }

    /// <summary>Number of the half-day, for attendance; null: the one that goes on.</summary>
    public int? Part { get; init; }
    public string? Sort { get; init; }
    public int Page { get; init; } = 1;

    public bool IsSearch => Q is not null || State is not null;

    public (ParticipantSort Column, bool IsDown) Order => Sorting.Of(Sort, ParticipantSort.Unit);
}
