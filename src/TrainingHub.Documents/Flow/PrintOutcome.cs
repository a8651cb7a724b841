namespace TrainingHub.Documents;

/// <summary>What became of the wish to print a text of which nobody knows beforehand which characters it holds.</summary>
public abstract record PrintOutcome
{
    private PrintOutcome()
    {
    }

    public sealed record Printed(byte[] Bytes) : PrintOutcome;

    /// <summary>The fonts lack these characters. Nothing was printed.</summary>
    public sealed record Lacking(IReadOnlyList<string> Characters) : PrintOutcome;
}
