namespace TrainingHub.Questions;

/// <summary>What became of a question on its way into a bank.</summary>
public abstract record TakenQuestion
{
    private TakenQuestion()
    {
    }

    /// <summary>It is a draft of the bank now.</summary>
    /// <param name="Id">Of the bank's question.</param>
    /// <param name="QuestionId">Under which it is known from now on.</param>
    public sealed record Added(Guid Id, string QuestionId) : TakenQuestion;

    /// <summary>The bank has it; nothing was changed.</summary>
    /// <param name="QuestionId">Of the one that is there.</param>
    /// <param name="IsTwin">Whether it is only nearly the same.</param>
    public sealed record AlreadyThere(string QuestionId, bool IsTwin) : TakenQuestion;

    public sealed record Refused(TakeRefusal Reason) : TakenQuestion;
}
