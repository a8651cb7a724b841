using TrainingHub.Hosting;

namespace TrainingHub.People;

/// <summary>The people of one organization as the reader asked for them.</summary>
public sealed record RosterPage
{
    /// <summary>Of the organization.</summary>
    public required string Code { get; init; }
    public required RosterFilter Filter { get; init; }

    /// <summary>The day that decides who is current.</summary>
    public required DateOnly AsOf { get; init; }
    public required IReadOnlyDictionary<RosterState, int> Counts { get; init; }

    /// <summary>People with a post on the day who have an account.</summary>
    public required int Accounts { get; init; }

    /// <summary>Those that anybody holds or held here.</summary>
    public required IReadOnlyList<Position> Positions { get; init; }
    public required IReadOnlyList<RosterRow> Rows { get; init; }
    public required Pages Pages { get; init; }
}
