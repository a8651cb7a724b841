using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using TrainingHub.Questions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Practice;

/// <summary>
/// What people answered in lessons and in practice, kept in memory while they go on: else every page would read thousands of rows again. Answers are
/// only ever appended, so their number tells whether any is missing, also one that another process took; then the newer ones are read, and all of them where
/// those are not what is missing.
/// </summary>
public sealed class RememberedAnswers(QuestionShelf questionShelf, DayClock clock) : IDisposable
{
    /// <summary>Of all people together: some 40 MB.</summary>
    private const int MostAnswers = 500_000;

    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(20);

    private readonly MemoryCache _people = new(new MemoryCacheOptions { SizeLimit = MostAnswers });

    /// <summary>By course and id of the question.</summary>
    public async Task<IReadOnlyDictionary<(string Course, string Id), AnswerSeries>> OfAsync(Db db, Guid personId, CancellationToken cancel)
    {
        var checks = await db.CheckAnswers.CountAsync(answer => answer.PersonId == personId, cancel);
        var practised = await db.PracticeAnswers.CountAsync(answer => answer.PersonId == personId, cancel);
        var known = _people.Get<Person>(personId) ?? Person.Nobody;
        if (known.Checks == checks && known.Practised == practised)
        {
            return known.Series;
        }

        var now = await AfterAsync(db, personId, known, cancel);
        if (now.Checks != checks || now.Practised != practised)
        {
            // One that came late was taken before the last that is known.
            now = await AfterAsync(db, personId, Person.Nobody, cancel);
        }

        _people.Set(personId, now, new MemoryCacheEntryOptions { Size = 20 + now.Checks + now.Practised, SlidingExpiration = Unused });
        return now.Series;
    }

    /// <summary>Answers by the course and the id of their question; those to versions that are not known are left out.</summary>
    public async Task<Dictionary<(string Course, string Id), List<(DateTime At, RecallAnswer Answer)>>> ByQuestionAsync(IReadOnlyCollection<PastAnswer> answers, CancellationToken cancel)
    {
        var prompts = await questionShelf.PromptsAsync(answers.Select(answer => answer.QuestionHash).ToHashSet(StringComparer.Ordinal), cancel);
        return answers.Where(answer => prompts.ContainsKey(answer.QuestionHash))
            .GroupBy(answer => (answer.CourseSlug, prompts[answer.QuestionHash].Id))
            .ToDictionary(group => group.Key, group => group.Select(answer => (answer.At, new RecallAnswer(clock.DayOf(answer.At), answer.IsRight))).ToList());
    }

    public void Dispose() => _people.Dispose();

    private async Task<Person> AfterAsync(Db db, Guid personId, Person known, CancellationToken cancel)
    {
        var last = known.Last;
        var checks = await db.CheckAnswers.AsNoTracking().Where(answer => answer.PersonId == personId && answer.AnsweredAt > last)
            .Select(answer => new PastAnswer(answer.CourseSlug, answer.QuestionHash, answer.IsRight, answer.AnsweredAt)).ToListAsync(cancel);
        var practised = await db.PracticeAnswers.AsNoTracking().Where(answer => answer.PersonId == personId && answer.AnsweredAt > last)
            .Select(answer => new PastAnswer(answer.CourseSlug, answer.QuestionHash, answer.IsRight, answer.AnsweredAt)).ToListAsync(cancel);
        List<PastAnswer> read = [.. checks, .. practised];
        var series = new Dictionary<(string Course, string Id), AnswerSeries>(known.Series);
        foreach (var (question, more) in await ByQuestionAsync(read, cancel))
        {
            series[question] = series.GetValueOrDefault(question, AnswerSeries.None).With(more);
        }

        return new Person(known.Checks + checks.Count, known.Practised + practised.Count, read.Select(answer => answer.At).Append(last).Max(), series);
    }

    private sealed record Person(int Checks, int Practised, DateTime Last, IReadOnlyDictionary<(string Course, string Id), AnswerSeries> Series)
    {
        public static readonly Person Nobody = new(0, 0, DateTime.UnixEpoch, new Dictionary<(string Course, string Id), AnswerSeries>());
    }
}
