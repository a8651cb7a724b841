namespace TrainingHub.Questions;

/// <summary>What reading a submitted choice led to.</summary>
public abstract record ChoiceOutcome
{
    private ChoiceOutcome()
    {
    }

    public sealed record Parsed(Choice Choice) : ChoiceOutcome;

    public sealed record Refused(ChoiceRefusal Refusal) : ChoiceOutcome;
}
