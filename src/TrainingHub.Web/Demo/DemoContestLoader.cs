#if DEMO_WORLDS
using TrainingHub.Contests;
using TrainingHub.Contests.Stage;
using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Seeds;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Demo;

/// <summary>Two contests of a demo county with questions of the fire-safety course: one that can be joined, and one between teams on a stage.</summary>
public sealed class DemoContestLoader(Db db, Transactions transactions, CourseShelf shelf, CurrentBank bank, Ids ids, DayClock clock)
{
    public const string Code = "DEMX24";
    public const string StageCode = "DEMT24";
    private const string Course = "fire-safety";

    public async Task RunAsync(CancellationToken cancel)
    {
        if (await shelf.FindAsync(Course, cancel) is not { } course)
        {
            return;
        }

        var plan = new ContestPlan { Courses = [Course], Single = 6, Multiple = 4 };
        var candidates = (await bank.ForPapersAsync(course, cancel)).Select(question => new PaperCandidate(Course, question, question.Tags)).ToList();
        if (new PaperDraw(plan.ToPaperPlan(), ContestPlan.Playable(candidates)).Draw(1) is PaperOutcome.Drawn(var paper))
        {
            await transactions.RunAsync(cancel => AddAsync(plan, paper, cancel), cancel);
        }

        var terms = Terms();
        var stage = new ContestPlan { Courses = [Course], Any = terms.Questions };
        if (new PaperDraw(stage.ToPaperPlan(), ContestPlan.Playable(candidates)).Draw(2) is PaperOutcome.Drawn(var drawn))
        {
            await transactions.RunAsync(cancel => AddStageAsync(terms, stage, drawn, cancel), cancel);
        }
    }

    /// <summary>乙式 with fewer questions, so that one course has enough.</summary>
    private static StageTerms Terms() => StagePresets.Of(StagePreset.B) with
    {
        Teams = [.. new[] { "三十二中队", "实验小学队", "城东联队", "城西联队" }.Select((name, at) => new StageTeam { Name = name, Members = 2, Key = $"DEMTEAMKEY{at + 1}Z" })],
        Rounds = [.. StagePresets.Of(StagePreset.B).Rounds.Select(round => round with { Questions = Math.Min(round.Questions, 4) })],
    };

    private async Task AddStageAsync(StageTerms terms, ContestPlan plan, Paper paper, CancellationToken cancel)
    {
        var by = WorldIds.Of("person", SmallWorld.LinxiOfficer);
        var contest = new Contest { Id = ids.Next(), Code = StageCode, OrganizationId = WorldIds.Of("organization", SmallWorld.Linxi), CreatedAt = clock.Now, CreatedBy = by };
        contest.Agree("校园安全知识舞台赛", terms, StageTermsJson.Write(terms), ContestPlanJson.Write(plan), paper.Items.Count);
        var prepared = new ContestEntry
        {
            ContestId = contest.Id, Number = 1, Kind = ContestEntryKind.Prepared, At = clock.Now, Item = contest.Questions, Text = contest.Rules, By = by, Digest = ContestRanking.DigestOf([]),
        };
        contest.Follow(prepared);
        db.AddRange(contest, prepared);
        StageEntries.Add(db, contest, prepared);
        AddItems(contest, paper);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private void AddItems(Contest contest, Paper paper) => db.ContestItems.AddRange(paper.Items.Select(item => new ContestItem
    {
        ContestId = contest.Id, Number = item.Number, QuestionHash = item.QuestionHash, OptionOrder = item.OptionOrderText, Source = item.Source ?? "",
    }));

    private async Task AddAsync(ContestPlan plan, Paper paper, CancellationToken cancel)
    {
        var by = WorldIds.Of("person", SmallWorld.LinxiOfficer);
        var contest = new Contest { Id = ids.Next(), Code = Code, OrganizationId = WorldIds.Of("organization", SmallWorld.Linxi), CreatedAt = clock.Now, CreatedBy = by };
        var rules = new ContestRules { Seconds = 20, Points = 100, HasSpeed = true, StreakPoints = 10 };
        contest.Agree("消防安全知识竞赛", rules, ContestPlanJson.Write(plan), paper.Items.Count, allowsGuests: true, teams: "");
        var prepared = new ContestEntry
        {
            ContestId = contest.Id, Number = 1, Kind = ContestEntryKind.Prepared, At = clock.Now, Item = contest.Questions, Text = contest.Rules, By = by, Digest = ContestRanking.DigestOf([]),
        };
        contest.Follow(prepared);
        db.AddRange(contest, prepared);
        AddItems(contest, paper);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
#endif
