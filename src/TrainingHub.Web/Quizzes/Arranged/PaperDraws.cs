using System.Collections.Concurrent;
using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>
/// Plans made ready for drawing, kept for ten seconds: a thousand people who start in one minute share them, and a question that is taken out of
/// its bank is drawn no longer than that.
/// </summary>
public sealed class PaperDraws(IServiceScopeFactory scopes, CourseShelf shelf, BankPool bank, DayClock clock)
{
    private const int MostKept = 200;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<(Guid QuizId, int Version), ReadyDraw> _ready = [];

    public async Task<ReadyDraw> FindAsync(ArrangedQuiz quiz, QuizTerms terms, CancellationToken cancel)
    {
        var (key, now) = ((quiz.Id, quiz.Version), clock.Now);
        if (_ready.TryGetValue(key, out var known) && now - known.ReadAt is var age && age >= TimeSpan.Zero && age < Fresh)
        {
            return known;
        }

        var candidates = await CandidatesAsync(quiz.OrganizationId, terms, cancel);
        if (_ready.Count > MostKept)
        {
            _ready.Clear();
        }

        return _ready[key] = new ReadyDraw(now, new PaperDraw(terms.Plan, candidates), candidates);
    }

    /// <summary>Everything that the sources hold for papers today.</summary>
    public async Task<IReadOnlyList<PaperCandidate>> CandidatesAsync(Guid organizationId, QuizTerms terms, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentBank>();
        var candidates = new List<PaperCandidate>();
        foreach (var slug in terms.Courses)
        {
            if (await shelf.FindAsync(slug, cancel) is { } course)
            {
                candidates.AddRange((await current.ForPapersAsync(course, cancel)).Select(question => new PaperCandidate(slug, question, question.Tags)));
            }
        }

        if (terms.UsesBank)
        {
            candidates.AddRange((await bank.ReadAsync(organizationId, cancel)).Select(question => new PaperCandidate("", question, question.Tags)));
        }

        return candidates;
    }
}
