namespace TrainingHub.Documents;

/// <summary>One value of an exported table.</summary>
public abstract record Cell
{
    private Cell()
    {
    }

    /// <summary>An empty cell.</summary>
    public static Cell Blank { get; } = new Text("");

    public static Cell Of(string? text) => string.IsNullOrEmpty(text) ? Blank : new Text(text);

    public static Cell Of(decimal? number) => number is { } value ? new Number(value) : Blank;

    public static Cell Of(DateOnly? day) => day is { } value ? new Day(value) : Blank;

    /// <summary>Stays text whatever it begins with; nothing is taken for a formula.</summary>
    public sealed record Text(string Value) : Cell;

    public sealed record Number(decimal Value) : Cell;

    public sealed record Day(DateOnly Value) : Cell;
}
