namespace TrainingHub.Quizzes.Results;

/// <summary>Answers to a question and how often each was given.</summary>
public sealed record SpreadTable(string Caption, IReadOnlyList<SpreadTable.Row> Rows)
{
    /// <param name="Answer">In words.</param>
    /// <param name="Times">How often it was given.</param>
    /// <param name="IsRight">Whether it is the right one, or one of several.</param>
    public sealed record Row(string Answer, int Times, bool IsRight);
}
