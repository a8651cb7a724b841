using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Quizzes;
using TrainingHub.Storage;

namespace TrainingHub.WebTests.Quizzes;

/// <summary>Answers race with handing in: whatever was acknowledged as in time is in the graded paper, whatever came later is not.</summary>
public abstract class AnswersAndSubmitTests(WebApp app)
{
    private const int Rounds = 25;

    [Fact]
    public async Task An_answer_acknowledged_as_in_time_is_always_graded()
    {
        var random = new Random(20261015);
        var (late, inTime) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var attempt = await OpenAsync();
            var receipts = await RaceAsync(attempt, random);

            var after = await app.WithDbAsync(db => db.Attempts.AsNoTracking().SingleAsync(a => a.Id == attempt.Id));
            var log = await app.WithDbAsync(db => db.AnswerEntries.AsNoTracking().Where(e => e.AttemptId == attempt.Id).ToListAsync());
            var graded = await GradeAsync(attempt.Id, log);
            // The log's entries that are not late are exactly what was graded: none came after.
            Assert.Equal((graded.Points, graded.Answered, 1), (after.Points, after.Answered, after.Version));
            foreach (var receipt in receipts)
            {
                var entry = Assert.Single(log, entry => entry.Item == receipt.Item && entry.Version == receipt.Version);
                Assert.Equal((receipt.Choice, receipt.IsLate), (entry.Choice, entry.IsLate));
            }

            late += receipts.Count(receipt => receipt.IsLate);
            inTime += receipts.Count(receipt => !receipt.IsLate);
        }

        // A race that one side always wins would prove nothing.
        Assert.True(late > 20 && inTime > 20, $"{late} late, {inTime} in time");
    }

    [Fact]
    public async Task Two_answers_with_one_version_leave_one_of_them()
    {
        var attempt = await OpenAsync();
        var writer = app.Services.GetRequiredService<AnswerWriter>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(index => Task.Run(() =>
            writer.SaveAsync(new AnswerToSave(attempt.Id, attempt.PersonId, 1, 1 + index / 20, attempt.Device ?? "", index % 2 == 0 ? "A" : "B"), default))));

        var log = await app.WithDbAsync(db => db.AnswerEntries.AsNoTracking().Where(e => e.AttemptId == attempt.Id).ToListAsync());
        Assert.Equal(log.Count, log.DistinctBy(entry => entry.Version).Count());
        var newest = log.MaxBy(entry => entry.Version)!;
        Assert.Contains(outcomes, outcome => outcome is SaveOutcome.Saved { Receipt: var receipt } && receipt.Version == newest.Version && string.Equals(receipt.Choice, newest.Choice, StringComparison.Ordinal));
        Assert.All(outcomes.OfType<SaveOutcome.Saved>(), saved => Assert.Single(log, entry => entry.Version == saved.Receipt.Version && string.Equals(entry.Choice, saved.Receipt.Choice, StringComparison.Ordinal)));
        Assert.Contains(outcomes, outcome => outcome is SaveOutcome.Outdated);
    }

    [Fact]
    public async Task A_full_queue_makes_callers_wait_and_loses_nothing()
    {
        var attempt = await OpenAsync();
        var writer = app.Services.GetRequiredService<AnswerWriter>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2500).Select(index =>
            writer.SaveAsync(new AnswerToSave(attempt.Id, attempt.PersonId, 1 + index % 20, 1 + index / 20, attempt.Device ?? "", "A"), default)));

        // With eight workers a lower version may lose to a higher one, but then agrees with it.
        Assert.All(outcomes, outcome => Assert.IsType<SaveOutcome.Saved>(outcome));
        var highest = await app.WithDbAsync(db => db.AnswerEntries.Where(e => e.AttemptId == attempt.Id).GroupBy(e => e.Item).Select(g => g.Max(e => e.Version)).ToListAsync());
        Assert.Equal(Enumerable.Repeat(125, 20), highest);
    }

    [Fact]
    public async Task An_error_reaches_only_the_answer_it_concerns()
    {
        var attempt = await OpenAsync();
        var writer = app.Services.GetRequiredService<AnswerWriter>();
        // PostgreSQL refuses the character NUL in a text; SQLite takes whatever it is given.
        var bad = new AnswerToSave(attempt.Id, attempt.PersonId, 2, 1, attempt.Device ?? "", app.IsPostgres ? "\0" : "A");

        var outcomes = await Task.WhenAll(new[] { bad, bad with { Item = 3, Choice = "B" }, bad with { PersonId = Guid.NewGuid(), Choice = "A" } }
            .Select(async answer => await Record.ExceptionAsync(() => writer.SaveAsync(answer, default))));

        Assert.Equal(app.IsPostgres, outcomes[0] is not null);
        Assert.Null(outcomes[1]);
        Assert.Null(outcomes[2]);
    }

    private async Task<List<AnswerReceipt>> RaceAsync(Attempt attempt, Random random)
    {
        var writer = app.Services.GetRequiredService<AnswerWriter>();
        var receipts = new ConcurrentBag<AnswerReceipt>();
        var submitAfter = random.Next(5, 60);
        var sent = 0;
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var handedIn = 0;
        // Everybody answers until the paper is handed in and once more after it, so that each round has answers on both sides
        // of the moment, however fast either side is.
        var plans = Enumerable.Range(1, 20).Select(item => (Item: item, Random: new Random(random.Next()))).ToList();
        var answering = plans.Select(plan => Task.Run(async () =>
        {
            for (var (version, isLast) = (1, false); !isLast; version++)
            {
                isLast = Volatile.Read(ref handedIn) > 0;
                var choice = plan.Random.Next(2) == 0 ? "A" : "B";
                var outcome = await writer.SaveAsync(new AnswerToSave(attempt.Id, attempt.PersonId, plan.Item, version, attempt.Device ?? "", choice), default);
                receipts.Add(Assert.IsType<SaveOutcome.Saved>(outcome).Receipt);
                if (Interlocked.Increment(ref sent) == submitAfter)
                {
                    start.SetResult();
                }
            }
        })).ToList();
        var submitting = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            await start.Task;
            await app.InsideAsync(services => services.GetRequiredService<SubmitAttempt>().RunAsync(attempt.Id, default));
            Interlocked.Increment(ref handedIn);
        }));
        await Task.WhenAll([.. answering, .. submitting]);
        return [.. receipts];
    }

    private Task<GradedPaper> GradeAsync(Guid attemptId, List<AnswerEntry> log) => app.InsideAsync(async services =>
    {
        var items = await services.GetRequiredService<Db>().AttemptItems.AsNoTracking().Where(item => item.AttemptId == attemptId).ToListAsync();
        var questions = await services.GetRequiredService<QuestionShelf>().QuestionsAsync([.. items.Select(item => item.QuestionHash)], default);
        return GradedPaper.Of(items.Select(item => item.AsPaperItem()), questions, log);
    });

    // Of a person who is nobody: what is raced here fails the quiz, so that no record is written.
    private Task<Attempt> OpenAsync() => app.InsideAsync(async services =>
    {
        var (db, now) = (services.GetRequiredService<Db>(), app.Clock.GetUtcNow().UtcDateTime);
        var found = await services.GetRequiredService<CourseShelf>().FindQuizAsync(QuizSteps.Slug, default) ?? throw new InvalidOperationException("The quiz is not published.");
        var seed = Random.Shared.NextInt64();
        var paper = Assert.IsType<PaperOutcome.Drawn>(found.Quiz.Blueprint.Draw(found.Course.Bank, seed)).Paper;
        var attempt = new Attempt
        {
            Id = Guid.CreateVersion7(),
            PersonId = Guid.CreateVersion7(),
            QuizSlug = QuizSteps.Slug,
            CourseSlug = found.Course.Slug,
            CourseHash = found.Course.Hash,
            Number = 1,
            Seed = seed,
            StartedAt = now,
            Deadline = now.AddMinutes(30),
            PassPercent = 100,
            FullPoints = paper.FullPoints,
        };
        db.Attempts.Add(attempt);
        db.AttemptItems.AddRange(paper.Items.Select(item => new AttemptItem
        {
            AttemptId = attempt.Id,
            Number = item.Number,
            QuestionHash = item.QuestionHash,
            OptionOrder = item.OptionOrderText,
            Points = item.Points,
        }));
        await db.SaveChangesAsync();
        return attempt;
    });
}

public sealed class AnswersAndSubmitOnSqlite(SqliteApp app) : AnswersAndSubmitTests(app), IClassFixture<SqliteApp>;

public sealed class AnswersAndSubmitOnPostgres(PostgresApp app) : AnswersAndSubmitTests(app), IClassFixture<PostgresApp>;
