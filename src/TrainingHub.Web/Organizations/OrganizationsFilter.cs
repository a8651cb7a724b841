using TrainingHub.Hosting;

namespace TrainingHub.Organizations;

/// <summary>What the list of organizations is asked for. Without search or filter it shows one level of the tree, else everything below.</summary>
public sealed record OrganizationsFilter
{
    /// <summary>Code of the unit below which to look; null for all that is reached.</summary>
    public string? Under { get; init => field = Tidy(value)?.ToUpperInvariant(); }
    public string? Q { get; init => field = Tidy(value); }
    public OrganizationKind Kind { get; init; }
    public OrganizationFlags Flag { get; init; }

    /// <summary>The tree shows what exists today; what does not is asked for.</summary>
    public OrganizationState State { get; init; }

    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }
    public int Page { get; init; } = 1;

    public bool IsSearch => Q is not null || Kind != OrganizationKind.None || Flag != OrganizationFlags.None || State != OrganizationState.Open;

    public (OrganizationSort Column, bool IsDown) Order => Sorting.Of(Sort, OrganizationSort.Kind);

    private static string? Tidy(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
