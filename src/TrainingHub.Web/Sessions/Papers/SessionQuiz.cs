using TrainingHub.Courses;
using TrainingHub.Quizzes;

namespace TrainingHub.Sessions.Papers;

/// <summary>The quiz by which a session examines: of a course, or arranged.</summary>
/// <param name="Slug">Part of addresses.</param>
/// <param name="Title">In the reader's language.</param>
/// <param name="Minutes">Whole minutes that it gives.</param>
/// <param name="PassPercent">Whole percent of the full points that passes (included).</param>
public sealed record SessionQuiz(string Slug, string Title, int Minutes, int PassPercent)
{
    /// <summary>Null where it is an arranged one.</summary>
    public ShelfQuiz? OfCourse { get; init; }

    /// <summary>Null where it is one of a course.</summary>
    public (ArrangedQuiz Quiz, QuizTerms Terms)? Arranged { get; init; }
}
