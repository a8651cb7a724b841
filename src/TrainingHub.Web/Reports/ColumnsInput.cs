namespace TrainingHub.Reports;

/// <summary>The form of a unit's columns: one entry for each, in the order of <see cref="ReportColumn"/>.</summary>
public sealed record ColumnsInput
{
    public Line[] Columns { get; init; } = [];

    /// <summary>Whether the unit has no columns of its own any more.</summary>
    public bool Usual { get; init; }

    /// <summary>What the form was made from.</summary>
    public string? Version { get; init; }

    /// <summary>One column.</summary>
    public sealed record Line
    {
        public ReportColumn Key { get; init; }

        /// <summary>Null: left out.</summary>
        public int? Place { get; init; }
        public string? Name { get; init; }
    }
}
