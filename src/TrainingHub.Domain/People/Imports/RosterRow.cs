using System.Text.Json.Serialization;

namespace TrainingHub.People.Imports;

/// <summary>One row of a roster as read: one post of one person. Null where the file says nothing.</summary>
public sealed record RosterRow
{
    public required string Sheet { get; init; }

    /// <summary>Number of the row on its sheet, from one, as Excel shows it.</summary>
    public required int Number { get; init; }

    /// <summary>As typed, without blanks at the ends and those that only fill the column.</summary>
    public string Name { get; init; } = "";
    public string? StaffNumber { get; init; }
    public string? Phone { get; init; }
    public string? Unit { get; init; }
    public string? Position { get; init; }
    public DateOnly? From { get; init; }

    /// <summary><see cref="Time.Day.Open"/> where the file says 至今.</summary>
    public DateOnly? Until { get; init; }
    public Employment? Employment { get; init; }
    public bool? IsPrimary { get; init; }

    /// <summary>Why the person does not work; null where the file says that they do, or nothing.</summary>
    public LeaveKind? Status { get; init; }

    /// <summary>Leave after which the person comes back, with its days.</summary>
    public IReadOnlyList<RosterLeave> Leaves { get; init; } = [];

    /// <summary>Whether the file says that the person has left for good without naming the last day.</summary>
    public bool HasLeft => Until is null && Status?.IsForGood == true;

    /// <summary>Everything that is wrong with its cells, in the order of the columns.</summary>
    public IReadOnlyList<RowProblem> Problems { get; init; } = [];

    /// <summary>The first thing that is wrong; null when all cells can be read.</summary>
    [JsonIgnore]
    public RowProblem? Problem => Problems.Count > 0 ? Problems[0] : null;

    /// <summary>Which letter of the sheet holds which column.</summary>
    public required IReadOnlyDictionary<RosterColumn, string> Letters { get; init; }

    /// <summary>What the cells say, without those that hold an identity number.</summary>
    public required IReadOnlyDictionary<RosterColumn, string> Typed { get; init; }

    /// <summary>C38; empty when the file has no such column.</summary>
    public string Address(RosterColumn column) => Letters.TryGetValue(column, out var letters) ? $"{letters}{Number}" : "";
}
