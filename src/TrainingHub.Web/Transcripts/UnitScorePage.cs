namespace TrainingHub.Transcripts;

/// <summary>述职成绩单 of a unit for one year.</summary>
/// <param name="Owed">The targets of the year with the figures of the unit and all below it.</param>
/// <param name="People">Who held a post of the unit itself in the year, each once.</param>
public sealed record UnitScorePage(string Code, string Name, int Year, IReadOnlyList<OwedLine> Owed, IReadOnlyList<UnitScorePage.Line> People, DateTime ReadAt)
{
    public int Counted => People.Count(line => line.Owed > 0);

    public int Done => People.Count(line => line.Owed > 0 && line.Done == line.Owed);

    /// <param name="Post">In the reader's language.</param>
    /// <param name="Name">Null once anonymized.</param>
    /// <param name="Owed">Programmes asked in the year.</param>
    /// <param name="Done">Of those completed.</param>
    /// <param name="Minutes">Whole minutes of the year, each course once.</param>
    /// <param name="Passed">Quizzes and assessments passed in the year.</param>
    public sealed record Line(Guid PersonId, string? Name, string Post, int Owed, int Done, int Minutes, int Passed);
}
