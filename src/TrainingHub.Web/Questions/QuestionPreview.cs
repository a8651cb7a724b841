using TrainingHub.Courseware;

namespace TrainingHub.Questions;

/// <summary>What learners will see of a question, and what is wrong with it.</summary>
/// <param name="Question">Null while it cannot be read.</param>
/// <param name="Problems">Why it cannot be kept.</param>
/// <param name="Notes">What should be looked at.</param>
/// <param name="Near">Questions of the banks within reach that are near to it.</param>
/// <param name="Units">Names of the units in whose banks those are.</param>
/// <param name="Bases">What it rests on, the first named first; empty while it cannot be read.</param>
public sealed record QuestionPreview(
    MarkdownQuestion? Question,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<QuestionNote> Notes,
    IReadOnlyList<NearQuestion> Near,
    IReadOnlyDictionary<Guid, string> Units,
    IReadOnlyList<ShownBasis> Bases)
{
    /// <summary>Address under which the question's pictures are served; null for a new one.</summary>
    public string? Pictures { get; init; }
}
