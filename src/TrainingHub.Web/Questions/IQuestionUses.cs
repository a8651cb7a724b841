namespace TrainingHub.Questions;

/// <summary>Tells where a question of a bank is used. Those who use questions answer it.</summary>
public interface IQuestionUses
{
    /// <param name="question">Within reach: the caller has asked.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancel">Ends it.</param>
    Task<UsesPage> RunAsync(BankQuestion question, int page, CancellationToken cancel);
}
