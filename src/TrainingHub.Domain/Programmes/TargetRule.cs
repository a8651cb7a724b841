using TrainingHub.Facts;
using TrainingHub.Organizations;
using TrainingHub.People;

namespace TrainingHub.Programmes;

/// <summary>Whom a target counts and when it is met.</summary>
public sealed class TargetRule : DatedFact
{
    public required Guid TargetId { get; init; }

    /// <summary>Whole percent of the people counted, 1 to 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 1–100.</exception>
    public required int Percent
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
            field = value;
        }
    }

    /// <summary>Posts of the population.</summary>
    public required CorePosition Positions { get; init; }

    /// <summary>Kinds of organization of the population.</summary>
    public required OrganizationKind Kinds { get; init; }

    /// <summary>Flags that an organization must all have.</summary>
    public OrganizationFlags RequiredFlags { get; init; }

    /// <summary>Flags of which an organization must have none, for instance private.</summary>
    public OrganizationFlags ExcludedFlags { get; init; }

    /// <summary>Forms of employment of the population.</summary>
    public required Employment Employments { get; init; }

    /// <summary>First day on which training counts (included).</summary>
    public required DateOnly WindowFrom { get; init; }

    /// <summary>Last day of the window (included); training also has to be done by the cut-off day.</summary>
    public required DateOnly WindowUntil { get; init; }

    /// <summary>名册基准日: whose heads are counted. While it lies ahead, today stands in.</summary>
    public required DateOnly RosterDay { get; init; }

    /// <summary>统计截止日: until which training counts (included). While it lies ahead, today stands in.</summary>
    public required DateOnly CutOffDay { get; init; }

    /// <summary>有效期内: whether the training must still be valid on the cut-off day.</summary>
    public bool OnlyWhileValid { get; init; }

    /// <summary>How many people must be covered. Rounded up: 90 % of 11 people is 10.</summary>
    public int PeopleNeeded(int counted) => (int)(((long)counted * Percent + 99) / 100);
}
