using TrainingHub.Hosting;
using TrainingHub.Programmes;

namespace TrainingHub.Sessions;

/// <summary>Which experts are asked for, as it stands in the address.</summary>
public sealed record LecturersFilter
{
    /// <summary>A part of name, unit or title.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim() is { Length: <= 60 } text ? text : value.Trim()[..60]; }

    /// <summary>Null for all.</summary>
    public ExpertDomain? Domain { get; init; }
    public string? Sort { get; init; }
    public int Page { get; init; } = 1;

    public (LecturerSort Column, bool IsDown) Order => Sorting.Of(Sort, LecturerSort.Name);
}
