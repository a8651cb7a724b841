namespace TrainingHub.Account;

/// <summary>What became of the wish to begin an installation.</summary>
public abstract record BeginOutcome
{
    private BeginOutcome() { }

    /// <param name="Code">Of the organization (机构码).</param>
    /// <param name="Slip">With which the first person sets a password.</param>
    public sealed record Begun(string Code, PrintedSlip Slip) : BeginOutcome;

    /// <summary>There are organizations or people already; nothing was changed.</summary>
    public sealed record HasDataAlready : BeginOutcome;
}
