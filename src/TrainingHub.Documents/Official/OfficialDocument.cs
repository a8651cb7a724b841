namespace TrainingHub.Documents;

/// <summary>公文: title, whom it is for, numbered sections, tables, who sends it, the day, room for the seal.</summary>
public sealed record OfficialDocument
{
    public required string Title { get; init; }

    /// <summary>Lines below the title: the days that it speaks of.</summary>
    public IReadOnlyList<string> Subtitles { get; init; } = [];

    /// <summary>抬头 with its colon; empty for none.</summary>
    public string Recipient { get; init; } = "";
    public required IReadOnlyList<OfficialBlock> Blocks { get; init; }

    /// <summary>落款.</summary>
    public required string Sender { get; init; }

    /// <summary>成文日期 in words.</summary>
    public required string Day { get; init; }

    /// <summary>What stands where the seal goes: （加盖公章处）.</summary>
    public required string SealPlace { get; init; }
}
