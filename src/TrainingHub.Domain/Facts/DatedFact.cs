using TrainingHub.Time;

namespace TrainingHub.Facts;

/// <summary>
/// A fact that enters a figure. It has two times: the days on which it holds (<see cref="From"/>–<see cref="Until"/>, both included)
/// and the instants between which we knew it (<see cref="RecordedAt"/> included, <see cref="SupersededAt"/> excluded).
/// A fact is never overwritten: a change closes the row and appends one with the same <see cref="FactId"/>.
/// </summary>
public abstract class DatedFact
{
    /// <summary>This row.</summary>
    public required Guid Id { get; init; }

    /// <summary>The fact through all its corrections; equals <see cref="Id"/> in its first row.</summary>
    public required Guid FactId { get; init; }

    /// <summary>First day on which the fact holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day on which the fact holds; <see cref="Day.Open"/> when no end is known.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>When we learnt it, UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Who recorded it; null for what the system itself or a shipped preset recorded.</summary>
    public Guid? RecordedBy { get; init; }

    /// <summary>Why it was recorded or changed, in the recorder's words; null when nothing was said.</summary>
    public string? Reason { get; init; }

    /// <summary>When a later row replaced this one, UTC; null while it is what we know.</summary>
    public DateTime? SupersededAt { get; private set; }

    /// <summary>Whether the fact holds on a day (both ends included).</summary>
    public bool HoldsOn(DateOnly day) => From <= day && day <= Until;

    /// <summary>Whether this row was what we knew at an instant.</summary>
    public bool IsKnownAt(DateTime moment) =>
        RecordedAt <= moment && (SupersededAt is null || moment < SupersededAt);

    /// <summary>Closes the row: from now on it is history.</summary>
    /// <exception cref="InvalidOperationException">The row was closed before.</exception>
    public void Supersede(DateTime now)
    {
        if (SupersededAt is not null)
        {
            throw new InvalidOperationException($"Fact row {Id} is already superseded.");
        }

        SupersededAt = now;
    }
}
