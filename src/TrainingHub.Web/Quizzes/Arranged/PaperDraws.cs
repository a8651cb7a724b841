using System.Collections.Concurrent;
using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>
/// Plans made ready for drawing, kept for ten seconds: a thousand people who start in one minute share them, however many ask at once one makes
/// them ready, and a question that is taken out of its bank is drawn no longer than that.
/// </summary>
public sealed class PaperDraws(IServiceScopeFactory scopes, CourseShelf shelf, BankPool bank, DayClock clock) : IDisposable
{
    private const int MostKept = 200;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<(Guid QuizId, int Version), ReadyDraw> _ready = [];
    private readonly SemaphoreSlim _making = new(1, 1);

    public async Task<ReadyDraw> FindAsync(ArrangedQuiz quiz, QuizTerms terms, CancellationToken cancel)
    {
        if (FindFresh(quiz) is { } known)
        {
            return known;
        }

        await _making.WaitAsync(cancel);
        try
        {
            return FindFresh(quiz) ?? await MakeAsync(quiz, terms, cancel);
        }
        finally
        {
            _making.Release();
        }
    }

    public void Dispose() => _making.Dispose();

    private ReadyDraw? FindFresh(ArrangedQuiz quiz) =>
        _ready.TryGetValue((quiz.Id, quiz.Version), out var known) && clock.Now - known.ReadAt is var age && age >= TimeSpan.Zero && age < Fresh ? known : null;

    private async Task<ReadyDraw> MakeAsync(ArrangedQuiz quiz, QuizTerms terms, CancellationToken cancel)
    {
        var now = clock.Now;
        var candidates = await CandidatesAsync(quiz.OrganizationId, terms, cancel);
        if (_ready.Count > MostKept)
        {
            _ready.Clear();
        }

        return _ready[(quiz.Id, quiz.Version)] = new ReadyDraw(now, new PaperDraw(terms.Plan, candidates), candidates);
    }

    /// <summary>Everything that the sources hold for papers today, of copies of one question the nearest.</summary>
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
            candidates.AddRange((await bank.ReadAsync(organizationId, cancel)).Select(one => new PaperCandidate("", one.Question, one.Question.Tags) { Folders = one.Folders, Origin = one.Origin }));
        }

        return PaperCopies.Nearest(candidates, terms.Plan);
    }
}
