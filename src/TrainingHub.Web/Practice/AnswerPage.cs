using TrainingHub.Courses;
using TrainingHub.Questions;

namespace TrainingHub.Practice;

/// <summary>What came of an answer in practice.</summary>
public sealed record AnswerPage
{
    public required QuestionPrompt Prompt { get; init; }
    public required string CourseSlug { get; init; }

    /// <summary>Original option indices.</summary>
    public required IReadOnlyList<int> Chosen { get; init; }
    public required bool IsRight { get; init; }
    public required PracticeFilter Filter { get; init; }

    /// <summary>Null while the question is on a paper that the person is answering now.</summary>
    public required Solution? Told { get; init; }

    /// <summary>When it comes back; null when it does not.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>Address of the next question.</summary>
    public string Next => Filter.Daily ? "/practice/daily" : $"/practice/questions{Filter.Query($"{CourseSlug}/{Prompt.Id}")}";

    /// <param name="Right">Original option indices.</param>
    /// <param name="Explanation">Why.</param>
    /// <param name="Basis">What it rests on.</param>
    public sealed record Solution(IReadOnlyList<int> Right, string Explanation, BasisCard Basis);
}
