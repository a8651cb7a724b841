using TrainingHub.Questions;

namespace TrainingHub.Courseware;

/// <summary>A question and where it stands.</summary>
/// <param name="File">Path from the folder of all courses.</param>
/// <param name="Line">Of its id, from 1.</param>
/// <param name="Question">As read.</param>
public sealed record PlacedQuestion(string File, int Line, QuestionVersion Question)
{
    /// <summary>Of its stem, from 1.</summary>
    public required int StemLine { get; init; }
}
