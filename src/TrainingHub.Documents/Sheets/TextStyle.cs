namespace TrainingHub.Documents;

/// <summary>How a text is set. Lengths in points, factors in ems.</summary>
public sealed record TextStyle
{
    /// <summary>The size wished for, in points.</summary>
    public required double Size { get; init; }

    /// <summary>
    /// Down to this size, in points, a text shrinks before it takes another line, and again when all lines are taken.
    /// Null: it does not shrink. A text that still does not fit shrinks further: it never runs over its width.
    /// </summary>
    public double? SmallestSize { get; init; }

    public int MaximumLines { get; init; } = 1;

    /// <summary>From baseline to baseline.</summary>
    public double Leading { get; init; } = 1.5;

    public double FirstLineIndent { get; init; }

    public Alignment Alignment { get; init; }

    public Colour Colour { get; init; } = Colour.Ink;

    public TextRole Role { get; init; }
}
