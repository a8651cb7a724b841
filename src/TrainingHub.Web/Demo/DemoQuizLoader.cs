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

/// <summary>Arranges quizzes of a demo county: one that its schools take now, one that is over, with what people answered, and one that is a contest.</summary>
public sealed class DemoQuizLoader(Db db, Transactions transactions, Ids ids, DayClock clock)
{
    private static readonly TimeSpan Nine = TimeSpan.FromHours(9);

    // So many in a hundred answers are right: different people, different results.
    private static readonly (string Person, int RightPercent)[] Sitters =
    [
        (SmallWorld.VicePrincipal, 95), (SmallWorld.Responsible, 80), (SmallWorld.Teacher, 70), (SmallWorld.BinhePrincipal, 45), ("vice-binhe", 60), ("principal-poplar", 85), ("responsible-east", 55),
    ];

    /// <param name="questions">Of the banks, with the key of the organization in whose bank each is.</param>
    /// <param name="hasContest">Whether a third one is held as an open contest, in which some have answered.</param>
    /// <param name="cancel">Ends the loading.</param>
    public Task RunAsync(IReadOnlyList<(string Owner, QuestionVersion Question)> questions, bool hasContest, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var today = clock.StartOf(clock.Today);
        var open = Arrange("DEMX2345", "秋季校园安全测验", today.AddDays(-1) + Nine, today.AddDays(20) + Nine, new PaperPlan
        {
            Sections = [Part(QuestionKind.Single, 4), Part(QuestionKind.Multiple, 2), Part(QuestionKind.TrueFalse, 3), Part(QuestionKind.FillIn, 1), Part(QuestionKind.Ordering, 1)],
        });
        var over = Arrange("DEMX6789", "暑期消防安全测验", today.AddDays(-30) + Nine, today.AddDays(-23) + Nine, new PaperPlan
        {
            Sections = [Part(QuestionKind.Single, 4, "消防"), Part(QuestionKind.Multiple, 2, "消防"), Part(QuestionKind.TrueFalse, 3, "消防")],
        });
        db.AddRange(open, over);
        db.AddRange(open.ChangeBy(ids.Next(), open.CreatedBy, clock.Now, reason: null), over.ChangeBy(ids.Next(), over.CreatedBy, clock.Now, reason: null));
        var candidates = questions.Select(one => new PaperCandidate("", one.Question, one.Question.Tags)).ToList();
        var draw = new PaperDraw(TermsJson.Read(over.Terms).Plan, candidates);
        foreach (var (number, (person, percent)) in Sitters.Index())
        {
            Sit(over, draw, candidates, WorldIds.Of("person", person), percent, seed: number + 1);
        }

        if (hasContest)
        {
            Hold(Arrange("DEMC2345", "校园消防安全知识竞赛", today.AddDays(-2) + Nine, today.AddDays(12) + Nine, TermsJson.Read(over.Terms).Plan), draw, candidates);
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }, cancel);

    private void Hold(ArrangedQuiz quiz, PaperDraw draw, IReadOnlyList<PaperCandidate> candidates)
    {
        var contest = new OpenContest { Id = ids.Next(), QuizId = quiz.Id, Slug = quiz.Slug, OrganizationId = quiz.OrganizationId, CreatedAt = clock.Now, CreatedBy = quiz.CreatedBy };
        contest.Agree(new OpenTerms { BestCount = 2, Edges = [3, 30], SecondsFloor = 5, Prizes = new PrizeCounts(1, 2, 3) });
        db.AddRange(quiz, quiz.ChangeBy(ids.Next(), quiz.CreatedBy, clock.Now, reason: null), contest);
        foreach (var (number, (person, percent)) in Sitters.Skip(1).Index())
        {
            Sit(quiz, draw, candidates, WorldIds.Of("person", person), percent, seed: number + 11);
        }
    }

    private static PaperSection Part(QuestionKind kind, int count, string? tag = null) =>
        new(new PaperFilter { Kind = kind, Tag = tag }, count, kind is QuestionKind.Single or QuestionKind.TrueFalse ? 8 : 12) { Rule = kind is QuestionKind.Single or QuestionKind.TrueFalse ? ScoreRule.AllOrNothing : ScoreRule.Partial };

    private ArrangedQuiz Arrange(string slug, string title, DateTime opensAt, DateTime closesAt, PaperPlan plan)
    {
        var terms = new QuizTerms
        {
            Title = title,
            OpensAt = opensAt,
            ClosesAt = closesAt,
            Minutes = 40,
            PassPercent = 60,
            AttemptsAllowed = 3,
            Release = new ReleasePolicy(ReleaseMoment.AtOnce, ReleaseMoment.AfterWindow, ReleaseMoment.AfterWindow),
            UsesBank = true,
            Plan = plan,
        };
        var quiz = new ArrangedQuiz
        {
            Id = ids.Next(), Slug = slug, OrganizationId = WorldIds.Of("organization", SmallWorld.Linxi), CreatedAt = clock.Now, CreatedBy = WorldIds.Of("person", SmallWorld.LinxiOfficer),
        };
        quiz.Agree(terms, TermsJson.Write(terms));
        quiz.Move(QuizStanding.Published, clock.Now);
        return quiz;
    }

    private void Sit(ArrangedQuiz quiz, PaperDraw draw, IReadOnlyList<PaperCandidate> candidates, Guid personId, int percent, int seed)
    {
        if (draw.Draw(seed) is not PaperOutcome.Drawn(var paper))
        {
            throw new InvalidOperationException("The demo banks are too small for the demo quiz.");
        }

        var startedAt = quiz.OpensAt.AddHours(seed % 11);
        var attempt = new Attempt
        {
            Id = ids.Next(), PersonId = personId, QuizSlug = quiz.Slug, CourseSlug = "", CourseHash = "", Number = 1, Seed = seed, StartedAt = startedAt, Deadline = startedAt.AddMinutes(40),
            PassPercent = 60, FullPoints = paper.FullPoints,
        };
        var questions = candidates.ToDictionary(candidate => candidate.Question.Hash, candidate => candidate.Question, StringComparer.Ordinal);
        var log = paper.Items.Select(item => AnswerOf(attempt, item, questions[item.QuestionHash], isRight: (item.Number * 37 + seed * 53) % 100 < percent)).ToList();
        var graded = GradedPaper.Of(paper.Items, questions, log);
        attempt.Seal(log);
        attempt.Submit(graded.Points, graded.Answered, startedAt.AddMinutes(12 + seed));
        db.Add(attempt);
        db.AddRange(log);
        db.AddRange(paper.Items.Select(item => new AttemptItem
        {
            AttemptId = attempt.Id, Number = item.Number, QuestionHash = item.QuestionHash, OptionOrder = item.OptionOrderText, Points = item.Points, Rule = item.Rule, Source = item.Source,
        }));
    }

    // A wrong answer is the first wrong option: one that people like to choose.
    private static AnswerEntry AnswerOf(Attempt attempt, PaperItem item, QuestionVersion question, bool isRight)
    {
        var right = question.Key.CorrectOptions;
        IReadOnlyList<int> chosen = isRight ? right : [Enumerable.Range(0, question.Prompt.OptionCount).First(option => !right.Contains(option))];
        return new AnswerEntry
        {
            AttemptId = attempt.Id, Item = item.Number, Version = 1, IsLate = false, SavedAt = attempt.StartedAt.AddSeconds(45 * item.Number),
            Choice = string.Concat(item.OptionOrder.Index().Where(place => chosen.Contains(place.Item)).Select(place => (char)('A' + place.Index))),
        };
    }
}
#endif
