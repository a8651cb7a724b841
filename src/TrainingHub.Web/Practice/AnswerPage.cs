using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Questions.Answers;

namespace TrainingHub.Practice;

/// <summary>What came of an answer in practice.</summary>
public sealed record AnswerPage
{
    public required QuestionPrompt Prompt { get; init; }

    /// <summary>The question's source as it stands in addresses.</summary>
    public required string Source { get; init; }

    /// <summary>What was answered, in the author's order.</summary>
    public required Response Response { get; init; }

    /// <summary>The key once it is told.</summary>
    public required QuestionKey? Key { get; init; }

    /// <summary>What was answered and what is right.</summary>
    public AnsweredView Answered => new()
    {
        Prompt = Prompt,
        Key = Key,
        Order = AskedPage.AuthorsOrder(Prompt),
        Response = Response,
        Pictures = $"/practice/pictures/{Source}/{Prompt.Id}",
        TellsRight = !IsRight,
        HasLetters = false,
    };

    public required bool IsRight { get; init; }
    public required PracticeFilter Filter { get; init; }

    /// <summary>Null while the question is on a paper that the person is answering now.</summary>
    public required Solution? Told { get; init; }

    /// <summary>When it comes back; null when it does not.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>Address of the next question.</summary>
    public string Next => Filter.Daily ? "/practice/daily" : $"/practice/questions{Filter.Query($"{Source}/{Prompt.Id}")}";

    /// <param name="Explanation">Why.</param>
    /// <param name="Bases">What it rests on.</param>
    public sealed record Solution(string Explanation, IReadOnlyList<BasisCard> Bases);
}
