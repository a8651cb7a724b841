#if DEMO_WORLDS
using TrainingHub.Contests.Awards;
using TrainingHub.Contests.Open;
using TrainingHub.Questions;
using TrainingHub.Quizzes;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Seeds;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Demo;

/// <summary>Holds an open contest of the whole city around the quiz at which a bulk of people have sat. Exists in builds for trying and testing only.</summary>
public sealed class DemoRankingLoader(Db db, Transactions transactions, Ids ids, DayClock clock)
{
    public Task RunAsync(World world, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var (holder, city) = (WorldIds.Of("person", SmallWorld.CityOfficer), WorldIds.Of("organization", world.Setter));
        var terms = new QuizTerms
        {
            Title = "全市校园安全知识竞赛",
            OpensAt = clock.Now.AddDays(-2),
            ClosesAt = clock.Now.AddDays(12),
            Minutes = 40,
            PassPercent = 60,
            AttemptsAllowed = 2,
            Release = ReleasePolicy.Open,
            UsesBank = true,
            Plan = new PaperPlan { Sections = [new(new PaperFilter { Kind = QuestionKind.Single }, 10, 10)] },
        };
        var quiz = new ArrangedQuiz { Id = ids.Next(), Slug = WorldBulk.QuizSlug, OrganizationId = city, CreatedAt = clock.Now, CreatedBy = holder };
        quiz.Agree(terms, TermsJson.Write(terms));
        // Closed, so that nobody prepares papers of it.
        quiz.Move(QuizStanding.Published, clock.Now);
        quiz.Move(QuizStanding.Closed, clock.Now);
        var contest = new OpenContest { Id = ids.Next(), QuizId = quiz.Id, Slug = quiz.Slug, OrganizationId = city, CreatedAt = clock.Now, CreatedBy = holder };
        contest.Agree(new OpenTerms { BestCount = 10, Edges = [30, 100], SecondsFloor = 5, Prizes = new PrizeCounts(10, 20, 30) });
        db.AddRange(quiz, contest);
        db.AddRange(new[] { SmallWorld.Teacher, SmallWorld.Principal, SmallWorld.VicePrincipal, SmallWorld.Responsible }.Select((person, place) => SittingOf(quiz, WorldIds.Of("person", person), place)));
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }, cancel);

    private Attempt SittingOf(ArrangedQuiz quiz, Guid personId, int place)
    {
        var startedAt = quiz.OpensAt.AddHours(1);
        var attempt = new Attempt
        {
            Id = ids.Next(), PersonId = personId, QuizSlug = quiz.Slug, CourseSlug = "", CourseHash = "", Number = 1, Seed = place, StartedAt = startedAt, Deadline = startedAt.AddMinutes(40), PassPercent = 60, FullPoints = 100,
        };
        attempt.Submit(60 + (10 * place), answered: 10, startedAt.AddMinutes(20));
        return attempt;
    }
}
#endif
