using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>What the names page was asked for.</summary>
public sealed record PeopleFilter
{
    /// <summary>Code of the organization; empty for the topmost in reach.</summary>
    public string? Organization { get; init; }

    /// <summary>截至: a past day, 2026-03-05; empty for today.</summary>
    public string? Day { get; init; }

    /// <summary>Only what was known then counts, 2026-03-06T10:00 in the zone; empty for all that we know now.</summary>
    public string? Moment { get; init; }

    /// <summary>missing, covered, excluded, elsewhere, arrived or left; anything else is missing.</summary>
    public string? State { get; init; }

    /// <summary>One post; null for all.</summary>
    public CorePosition? Position { get; init; }

    /// <summary>Only of organizations with this stage, or with none at all; null for all.</summary>
    public SchoolStages? Stage { get; init; }

    /// <summary>Only of organizations with this flag, or with none at all; null for all.</summary>
    public OrganizationFlags? Flag { get; init; }

    /// <summary>Only for the missing; null for all.</summary>
    public MissingReason? Reason { get; init; }

    /// <summary>Part of a name.</summary>
    public string? Name { get; init => field = value?.Trim(); }

    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public (PeopleSort Column, bool IsDown) Order => Sorting.Of(Sort, PeopleSort.Unit);

    public StandingKind Kind => State switch
    {
        "covered" => StandingKind.Covered,
        "excluded" => StandingKind.Excluded,
        "elsewhere" => StandingKind.CountedElsewhere,
        "arrived" => StandingKind.Arrived,
        "left" => StandingKind.Left,
        _ => StandingKind.Missing,
    };

    public static string StateOf(StandingKind kind) => kind switch
    {
        StandingKind.Covered => "covered",
        StandingKind.Excluded => "excluded",
        StandingKind.CountedElsewhere => "elsewhere",
        StandingKind.Arrived => "arrived",
        StandingKind.Left => "left",
        _ => "missing",
    };
}
