using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Courses;
using TrainingHub.Quizzes;
using TrainingHub.Questions;

namespace TrainingHub.WebTests.Quizzes;

/// <summary>Two processes over one PostgreSQL, both looking for overdue attempts from their first moment on, one of them killed meanwhile.</summary>
public sealed class SeveralProcessesTests(PostgresApp app) : IClassFixture<PostgresApp>
{
    private const int Attempts = 120;
    private const int Passing = 8;

    [Fact]
    public async Task Grade_every_overdue_attempt_once()
    {
        await LeaveAttemptsAsync();

        var starts = await Task.WhenAll(RunningApp.StartAsync(app), RunningApp.StartAsync(app));
        await starts[0].KillAsync();
        await using var third = await RunningApp.StartAsync(app);
        await using var second = starts[1];
        var patience = Stopwatch.StartNew();
        while (await app.WithDbAsync(db => db.Attempts.CountAsync(attempt => attempt.QuizSlug == QuizSteps.Slug && attempt.SubmittedAt == null)) > 0)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1), "Some were never graded.");
            await Task.Delay(100);
        }

        var attempts = await app.WithDbAsync(db => db.Attempts.AsNoTracking().Where(attempt => attempt.QuizSlug == QuizSteps.Slug && attempt.Number >= 1000).ToListAsync());
        Assert.Equal(Attempts, attempts.Count);
        Assert.All(attempts, attempt => Assert.Equal((1, attempt.Deadline), (attempt.Version, attempt.SubmittedAt)));
        var passed = attempts.Where(attempt => attempt.Passed is true).Select(attempt => (Guid?)attempt.Id).ToList();
        Assert.Equal(Passing, passed.Count);
        Assert.Equal(passed.Count, await app.WithDbAsync(db => db.TrainingRecords.CountAsync(record => passed.Contains(record.AttemptId))));
    }

    // Those that pass are of people on the roster; the rest of nobody, so that there are many.
    private Task LeaveAttemptsAsync() => app.InsideAsync(async services =>
    {
        var (db, shelf) = (services.GetRequiredService<Storage.Db>(), services.GetRequiredService<CourseShelf>());
        var found = await shelf.FindQuizAsync(QuizSteps.Slug, default) ?? throw new InvalidOperationException("The quiz is not published.");
        var people = await db.People.OrderBy(person => person.Id).Select(person => person.Id).Take(Passing).ToListAsync();
        var startedAt = DateTime.SpecifyKind(new DateTime(2026, 10, 15, 1, 0, 0), DateTimeKind.Utc);
        for (var index = 0; index < Attempts; index++)
        {
            var paper = Assert.IsType<PaperOutcome.Drawn>(found.Quiz.Blueprint.Draw(found.Course.Bank, index)).Paper;
            var attempt = new Attempt
            {
                Id = Guid.CreateVersion7(),
                PersonId = index < Passing ? people[index] : Guid.CreateVersion7(),
                QuizSlug = QuizSteps.Slug,
                CourseSlug = found.Course.Slug,
                CourseHash = found.Course.Hash,
                Number = 1000 + index,
                Seed = index,
                StartedAt = startedAt,
                Deadline = startedAt.AddMinutes(30),
                PassPercent = 80,
                FullPoints = paper.FullPoints,
            };
            db.Attempts.Add(attempt);
            var questions = await services.GetRequiredService<QuestionShelf>().QuestionsAsync([.. paper.Items.Select(item => item.QuestionHash)], default);
            foreach (var item in paper.Items)
            {
                db.AttemptItems.Add(new AttemptItem { AttemptId = attempt.Id, Number = item.Number, QuestionHash = item.QuestionHash, OptionOrder = item.OptionOrderText, Points = item.Points });
                if (index < Passing)
                {
                    db.AnswerEntries.Add(new AnswerEntry
                    {
                        AttemptId = attempt.Id,
                        Item = item.Number,
                        Version = 1,
                        SavedAt = startedAt,
                        IsLate = false,
                        Choice = Choice.Of(questions[item.QuestionHash].Key.CorrectOptions, item.OptionOrder).ToString(),
                    });
                }
            }
        }

        await db.SaveChangesAsync();
    });
}
