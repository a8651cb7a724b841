using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>Finds an arranged quiz by its address. Addresses of courses' quizzes are lowercase and never asked for here.</summary>
public sealed class FindArranged(Db db)
{
    private const int SlugLength = 8;

    public async Task<(ArrangedQuiz Quiz, QuizTerms Terms)?> RunAsync(string slug, CancellationToken cancel) =>
        IsSlug(slug) && await db.ArrangedQuizzes.AsNoTracking().SingleOrDefaultAsync(quiz => quiz.Slug == slug, cancel) is { } quiz ? (quiz, TermsJson.Read(quiz.Terms)) : null;

    public async Task<string?> TitleAsync(string slug, CancellationToken cancel) =>
        IsSlug(slug) ? await db.ArrangedQuizzes.Where(quiz => quiz.Slug == slug).Select(quiz => quiz.Title).SingleOrDefaultAsync(cancel) : null;

    public static bool IsSlug(string slug) => slug.Length == SlugLength && slug.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter));

    public static string NewSlug() => Ids.Code(SlugLength);
}
