namespace TrainingHub.Questions;

/// <summary>What became of a step.</summary>
public abstract record BankStepOutcome
{
    private BankStepOutcome()
    {
    }

    public sealed record Done : BankStepOutcome;

    public sealed record Refused(BankStepRefusal Reason) : BankStepOutcome;
}
