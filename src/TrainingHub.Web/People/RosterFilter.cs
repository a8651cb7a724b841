using System.Globalization;
using TrainingHub.Hosting;

namespace TrainingHub.People;

/// <summary>Which people of an organization are listed.</summary>
public sealed record RosterFilter
{
    public RosterState State { get; init; } = RosterState.Current;

    /// <summary>The day that decides who is current; null for today.</summary>
    public DateOnly? AsOf { get; init; }
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }
    public Guid? Position { get; init; }

    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }
    public int Page { get; init; } = 1;

    public (RosterSort Column, bool IsDown) Order => Sorting.Of(Sort, RosterSort.Position);

    /// <summary>Out of an address: a section of a page has no model binding. What cannot be read is as if it were not there.</summary>
    public static RosterFilter Of(IQueryCollection query) => new()
    {
        State = Enum.TryParse<RosterState>(query["state"], ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : RosterState.Current,
        AsOf = DateOnly.TryParseExact(query["asOf"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        Q = query["q"],
        Position = Guid.TryParse(query["position"], out var position) ? position : null,
        Sort = query["sort"],
        Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1,
    };
}

public enum RosterState
{
    /// <summary>Holds a post on the day.</summary>
    Current,
    /// <summary>Held one before.</summary>
    Former,
    /// <summary>Will hold one later.</summary>
    Future,
}
