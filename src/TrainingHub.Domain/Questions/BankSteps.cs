namespace TrainingHub.Questions;

/// <summary>Which step may follow on which status.</summary>
public static class BankSteps
{
    /// <summary>The steps that may be taken, in the order in which they are offered.</summary>
    public static IReadOnlyList<BankStep> From(BankStatus status) => status switch
    {
        BankStatus.Draft => [BankStep.Submit, BankStep.Retire],
        BankStatus.Review => [BankStep.Publish, BankStep.GiveBack],
        BankStatus.Published => [BankStep.Retire],
        BankStatus.Retired => [BankStep.Restore],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
