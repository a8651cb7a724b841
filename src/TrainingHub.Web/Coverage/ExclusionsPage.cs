using TrainingHub.Hosting;

namespace TrainingHub.Coverage;

public sealed record ExclusionsPage
{
    public required TargetSummary Target { get; init; }
    public required IReadOnlyList<ExclusionRow> Rows { get; init; }
    public required ExclusionsFilter Filter { get; init; }
    public required Pages Pages { get; init; }

    /// <summary>Whether the reader may ask for some unit.</summary>
    public required bool MayAsk { get; init; }

    /// <summary>The name that was looked for; empty before that.</summary>
    public required string Name { get; init; }

    /// <summary>People who count in reach and whose name matches.</summary>
    public required IReadOnlyList<PersonChoice> Found { get; init; }
    public ExclusionInput? Input { get; init; }

    /// <summary>How many people a search shows.</summary>
    public const int Choices = 20;
}
