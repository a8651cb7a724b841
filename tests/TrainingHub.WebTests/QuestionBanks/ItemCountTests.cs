using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Quizzes;
using TrainingHub.Seeds;
using TrainingHub.Storage;

namespace TrainingHub.WebTests.QuestionBanks;

/// <summary>Papers that were handed in are counted into the statistics of their questions, each once.</summary>
public abstract class ItemCountTests(WebApp app)
{
    private const int Papers = 60;

    [Fact]
    public async Task Papers_are_counted_once_and_what_stands_out_is_listed()
    {
        var (doubtful, sound) = await FillAsync();
        app.Clock.Move(TimeSpan.FromMinutes(10));
        await CountAsync();
        await CountAsync();

        var rows = await app.WithDbAsync(db => db.QuestionStatistics.AsNoTracking().Where(row => row.Hash == doubtful || row.Hash == sound).ToDictionaryAsync(row => row.Hash));
        // One paper is still open.
        Assert.Equal((Papers - 1, Papers - 1), (rows[doubtful].Times, rows[sound].Times));
        Assert.True(rows[doubtful].Attention.HasFlag(BankAttention.KeyDoubtful));
        Assert.True(rows[doubtful].Discrimination < 0);
        Assert.True(rows[sound].Discrimination > 0);
        Assert.Equal(22, rows[sound].MedianSeconds);

        await app.WithDbAsync(async db =>
        {
            var open = await db.Attempts.SingleAsync(attempt => attempt.QuizSlug == "count" && attempt.SubmittedAt == null);
            open.Submit(0, 0, open.StartedAt.AddMinutes(5));
            return await db.SaveChangesAsync();
        });
        await CountAsync();
        await CountAsync();
        Assert.Equal(Papers, await app.WithDbAsync(db => db.QuestionStatistics.Where(row => row.Hash == sound).Select(row => row.Times).SingleAsync()));

        await AssertRegradeCountsAsync(doubtful, sound);

        using var author = await app.SignInAsync(SmallWorld.CityOfficer);
        Assert.Contains(doubtful, await author.ReadAsync("/questions/statistics?mark=KeyDoubtful"), StringComparison.Ordinal);
        var page = await author.ReadAsync($"/questions/statistics/{doubtful}");
        Assert.Contains("答案可能有误", page, StringComparison.Ordinal);
        Assert.DoesNotContain("答案更正过", page, StringComparison.Ordinal);
        var stem = await app.WithDbAsync(db => db.PublishedQuestions.Where(question => question.Hash == doubtful).Select(question => question.Stem).SingleAsync());
        Assert.Contains(doubtful, await author.ReadAsync($"/questions/statistics?everything=true&q={Uri.EscapeDataString(stem[..8])}"), StringComparison.Ordinal);
        Assert.DoesNotContain(doubtful, await author.ReadAsync("/questions/statistics?everything=true&q=没有这样的题干"), StringComparison.Ordinal);
        Assert.DoesNotContain(doubtful, await author.ReadAsync($"/questions/statistics?everything=true&owner={Guid.NewGuid()}"), StringComparison.Ordinal);
        Assert.Contains(stem[..8], await author.ReadAsync("/questions/statistics.csv?everything=true"), StringComparison.Ordinal);
        // What travels with the application is the topmost unit's to look at.
        using var county = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var hidden = await county.GetAsync($"/questions/statistics/{doubtful}");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    /// <summary>
    /// Every third of the 30 weaker papers had the first question right by its key. Correct the key to the option that all others picked: 50 of
    /// 60 are right, 833 thousandths, and the better half goes with it. Take the correction back: 10 of 60 and 166, as before.
    /// </summary>
    private async Task AssertRegradeCountsAsync(string doubtful, string sound)
    {
        var (before, rest) = (await StatisticsAsync(doubtful), await StatisticsAsync(sound));
        Assert.Equal((Papers, 10, 166), (before.Times, before.Right, before.Facility));

        await CorrectAsync(doubtful, 1, await app.InsideAsync(async services =>
        {
            var question = (await services.GetRequiredService<QuestionShelf>().QuestionsAsync([doubtful], default))[doubtful];
            return $$"""{"CorrectOptions":[{{(question.Key.CorrectOptions[0] + 1) % 4}}]}""";
        }));
        var corrected = await StatisticsAsync(doubtful);
        Assert.Equal((Papers, 50, 833), (corrected.Times, corrected.Right, corrected.Facility));
        Assert.True(corrected.Discrimination > 0);
        Assert.False(corrected.Attention.HasFlag(BankAttention.KeyDoubtful));
        // The other questions of the papers have another rest to be compared with, and nothing else.
        var other = await StatisticsAsync(sound);
        Assert.Equal((rest.Times, rest.ItemSum, rest.Facility), (other.Times, other.ItemSum, other.Facility));
        Assert.NotEqual(rest.RestSum, other.RestSum);
        using (var author = await app.SignInAsync(SmallWorld.CityOfficer))
        {
            Assert.Contains("答案更正过", await author.ReadAsync($"/questions/statistics/{doubtful}"), StringComparison.Ordinal);
        }

        await CorrectAsync(doubtful, 2, null);
        var undone = await StatisticsAsync(doubtful);
        Assert.Equal((before.Right, before.ItemSquares, before.RestSum, before.Products, before.Options), (undone.Right, undone.ItemSquares, undone.RestSum, undone.Products, undone.Options));
        Assert.Equal(rest.RestSum, (await StatisticsAsync(sound)).RestSum);
    }

    private async Task CorrectAsync(string hash, int number, string? correction)
    {
        await app.InsideAsync(async services =>
        {
            var (db, ids) = (services.GetRequiredService<Db>(), services.GetRequiredService<Ids>());
            db.Add(new KeyCorrection { Id = ids.Next(), QuizSlug = "count", QuestionHash = hash, Number = number, Correction = correction, RegradeId = ids.Next(), CorrectedAt = app.Clock.GetUtcNow().UtcDateTime.AddSeconds(number), CorrectedBy = ids.Next() });
            return await db.SaveChangesAsync();
        });
        await CountAsync();
        await CountAsync();
    }

    private Task<QuestionStatistics> StatisticsAsync(string hash) => app.WithDbAsync(db => db.QuestionStatistics.AsNoTracking().SingleAsync(row => row.Hash == hash));

    private async Task CountAsync()
    {
        var hasMore = true;
        while (hasMore)
        {
            try
            {
                hasMore = await app.InsideAsync(services => services.GetRequiredService<CountItems>().RunAsync(default));
            }
            catch (DbUpdateException)
            {
                // The application's own count took these papers.
            }
        }
    }

    /// <summary>Papers of three single-choice questions: the first is answered wrong by the better half, the others right.</summary>
    private Task<(string Doubtful, string Sound)> FillAsync() => app.InsideAsync(async services =>
    {
        var (db, ids) = (services.GetRequiredService<Db>(), services.GetRequiredService<Ids>());
        var course = (await services.GetRequiredService<CourseShelf>().CoursesAsync(default)).First(course => course.Bank.Count(question => question.Prompt is { Kind: QuestionKind.Single, Options.Count: 4 }) >= 3);
        var questions = course.Bank.Where(question => question.Prompt is { Kind: QuestionKind.Single, Options.Count: 4 }).Take(3).ToList();
        var start = app.Clock.GetUtcNow().UtcDateTime;
        for (var paper = 0; paper < Papers; paper++)
        {
            var isGood = paper % 2 is 0;
            var attempt = new Attempt
            {
                Id = ids.Next(),
                PersonId = ids.Next(),
                QuizSlug = "count",
                CourseSlug = course.Slug,
                CourseHash = course.Hash,
                Number = 1,
                Seed = 1,
                StartedAt = start,
                Deadline = start.AddMinutes(30),
                PassPercent = 60,
                FullPoints = 3,
            };
            db.Add(attempt);
            foreach (var (number, question) in questions.Index())
            {
                var isRight = number is 0 ? !isGood && paper % 3 is 0 : isGood || paper % 5 is 0;
                var right = question.Key.CorrectOptions[0];
                db.Add(new AttemptItem { AttemptId = attempt.Id, Number = number + 1, QuestionHash = question.Hash, OptionOrder = "0,1,2,3", Points = 1 });
                db.Add(new AnswerEntry
                {
                    AttemptId = attempt.Id,
                    Item = number + 1,
                    Version = 1,
                    Choice = $"{(char)('A' + (isRight ? right : (right + 1) % 4))}",
                    SavedAt = start.AddSeconds(20 * (number + 1)),
                    IsLate = false,
                });
            }

            if (paper > 0)
            {
                attempt.Submit(1, 3, start.AddMinutes(2));
            }
        }

        await db.SaveChangesAsync();
        return (questions[0].Hash, questions[1].Hash);
    });
}

public sealed class ItemCountOnSqlite(SqliteApp app) : ItemCountTests(app), IClassFixture<SqliteApp>;

public sealed class ItemCountOnPostgres(PostgresApp app) : ItemCountTests(app), IClassFixture<PostgresApp>;
