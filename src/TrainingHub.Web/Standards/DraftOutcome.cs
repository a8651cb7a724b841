using TrainingHub.Storage;

namespace TrainingHub.Standards;

/// <summary>What became of the wish to write, publish or end an edition.</summary>
public abstract record DraftOutcome
{
    private DraftOutcome()
    {
    }

    /// <param name="Id">The draft.</param>
    public sealed record Saved(Guid Id) : DraftOutcome;

    public sealed record Published(EditionName Edition) : DraftOutcome;

    public sealed record Deleted : DraftOutcome;

    /// <summary>There is none, or it is out of reach.</summary>
    public sealed record NotFound : DraftOutcome;

    /// <summary>Somebody saved it after the form was opened.</summary>
    public sealed record Changed(LastChange Last) : DraftOutcome;

    /// <param name="Field">Of the form.</param>
    /// <param name="Key">Of the text that says why.</param>
    public sealed record Refused(string Field, string Key) : DraftOutcome;
}
