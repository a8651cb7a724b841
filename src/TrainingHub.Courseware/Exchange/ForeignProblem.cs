namespace TrainingHub.Courseware.Exchange;

/// <summary>Something wrong with a question of a file, or worth saying of it.</summary>
/// <param name="Fault">What.</param>
/// <param name="Detail">As the file has it; empty where there is nothing to quote.</param>
public sealed record ForeignProblem(ForeignFault Fault, string Detail = "")
{
    /// <summary>Whether the question can be taken all the same.</summary>
    public bool IsNote => Fault is >= ForeignFault.AnswerRepeated and < ForeignFault.CellBroken;
}
