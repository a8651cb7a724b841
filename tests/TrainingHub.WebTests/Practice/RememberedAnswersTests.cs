using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Practice;
using TrainingHub.Seeds;
using TrainingHub.Storage;
using TrainingHub.WebTests.Courses;

namespace TrainingHub.WebTests.Practice;

public abstract class RememberedAnswersTests(WebApp app)
{
    private static readonly Guid Person = WorldIds.Of("person", SmallWorld.Teacher);

    [Fact]
    public async Task Misses_no_answer_whenever_it_was_taken()
    {
        var course = await app.ShelfAsync();
        var (first, second) = (course.Bank[0], course.Bank[1]);
        var noon = app.Clock.GetUtcNow().UtcDateTime;

        await AddAsync(course.Slug, first.Hash, isRight: true, noon);
        var one = await ReadAsync();
        await AddAsync(course.Slug, first.Hash, isRight: false, noon.AddMinutes(5));
        await AddAsync(course.Slug, second.Hash, isRight: true, noon.AddMinutes(5));
        var later = await ReadAsync();
        await AddAsync(course.Slug, first.Hash, isRight: false, noon.AddDays(-1));
        var earlier = await ReadAsync();
        var again = await ReadAsync();

        Assert.Equal([true], Of(one, first.Prompt.Id));
        Assert.Equal([true, false], Of(later, first.Prompt.Id));
        Assert.Equal([true], Of(later, second.Prompt.Id));
        Assert.Equal([false, true, false], Of(earlier, first.Prompt.Id));
        Assert.Same(earlier, again);

        IEnumerable<bool> Of(IReadOnlyDictionary<(string Course, string Id), AnswerSeries> answers, string id) => answers[(course.Slug, id)].Answers.Select(answer => answer.IsRight);
    }

    private async Task<IReadOnlyDictionary<(string Course, string Id), AnswerSeries>> ReadAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RememberedAnswers>().OfAsync(scope.ServiceProvider.GetRequiredService<Db>(), Person, CancellationToken.None);
    }

    private Task<int> AddAsync(string course, string hash, bool isRight, DateTime at) => app.WithDbAsync(db =>
    {
        db.PracticeAnswers.Add(new PracticeAnswer
        {
            Id = Guid.CreateVersion7(),
            PersonId = Person,
            CourseSlug = course,
            QuestionHash = hash,
            Choice = "A",
            IsRight = isRight,
            IsDaily = false,
            AnsweredAt = at,
        });
        return db.SaveChangesAsync();
    });
}

public sealed class RememberedAnswersOnSqlite(SqliteApp app) : RememberedAnswersTests(app), IClassFixture<SqliteApp>;

public sealed class RememberedAnswersOnPostgres(PostgresApp app) : RememberedAnswersTests(app), IClassFixture<PostgresApp>;
